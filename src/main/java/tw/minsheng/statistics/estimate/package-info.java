/** Means and shares from a sample design, their standard errors, intervals and design effects. */
@NullMarked
package tw.minsheng.statistics.estimate;

import org.jspecify.annotations.NullMarked;
