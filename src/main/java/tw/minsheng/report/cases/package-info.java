/** Numbers of cases: what is counted, how long it took, what came late, what surged. */
@NullMarked
package tw.minsheng.report.cases;

import org.jspecify.annotations.NullMarked;
