/** The least value of a smooth function of several numbers. */
@NullMarked
package tw.minsheng.statistics.optimise;

import org.jspecify.annotations.NullMarked;
