/** Frames (抽樣清冊): lists of those who can be drawn, and samples drawn from them with the record that proves it. */
@NullMarked
package tw.minsheng.dataset.frame;

import org.jspecify.annotations.NullMarked;
