/** 加權: post-stratification, raking, trimming and the report on the weights. */
@NullMarked
package tw.minsheng.statistics.weighting;

import org.jspecify.annotations.NullMarked;
