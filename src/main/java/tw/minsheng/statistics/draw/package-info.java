/** Draws of a sample from a frame (抽樣): by chance alone, systematic, with probability proportional to size. Pure functions of a seed. */
@NullMarked
package tw.minsheng.statistics.draw;

import org.jspecify.annotations.NullMarked;
