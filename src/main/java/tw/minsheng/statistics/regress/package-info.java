/** Regression: least squares, the logit model and ordered answers, plain and under a sample design. */
@NullMarked
package tw.minsheng.statistics.regress;

import org.jspecify.annotations.NullMarked;
