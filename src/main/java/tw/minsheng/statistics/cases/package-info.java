/** Statistics of cases (陳情): time to closing, surges, shrunken rates, bounds for the silent, many tests at once. */
@NullMarked
package tw.minsheng.statistics.cases;

import org.jspecify.annotations.NullMarked;
