/** Whether groups differ under a sample design: t tests, analysis of variance and rank tests with errors from the design. */
@NullMarked
package tw.minsheng.statistics.compare.design;

import org.jspecify.annotations.NullMarked;
