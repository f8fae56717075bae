/** 因素分析: what several items have in common, found or declared. */
@NullMarked
package tw.minsheng.statistics.factor;

import org.jspecify.annotations.NullMarked;
