/** Tests of the statistics of cases. */
@NullMarked
package tw.minsheng.statistics.cases;

import org.jspecify.annotations.NullMarked;
