/** 抽樣: a frame is looked at, a sample drawn from it, and what proves the draw written. */
@NullMarked
package tw.minsheng.report.draw;

import org.jspecify.annotations.NullMarked;
