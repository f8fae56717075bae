/** 兩波與領先: the net promoter score, the change of a proportion between two waves, the lead of one answer over another. */
@NullMarked
package tw.minsheng.statistics.compare.wave;

import org.jspecify.annotations.NullMarked;
