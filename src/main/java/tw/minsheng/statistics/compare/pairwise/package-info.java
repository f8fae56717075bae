/** 事後比較: which of several groups differ, every two of them at once (PT2). */
@NullMarked
package tw.minsheng.statistics.compare.pairwise;

import org.jspecify.annotations.NullMarked;
