/** Regression: least squares and the logit model, plain and under a sample design, and what the predictors contribute. */
@NullMarked
package tw.minsheng.statistics.regress;

import org.jspecify.annotations.NullMarked;
