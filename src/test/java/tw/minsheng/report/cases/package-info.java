/** Tests of the numbers of cases. */
@NullMarked
package tw.minsheng.report.cases;

import org.jspecify.annotations.NullMarked;
