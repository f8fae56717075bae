/** 次序尺度: answers in ordered categories, seen as cuts through a normal variable that nobody can see. */
@NullMarked
package tw.minsheng.statistics.ordinal;

import org.jspecify.annotations.NullMarked;
