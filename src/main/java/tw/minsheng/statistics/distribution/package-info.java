/** Distributions with their tails taken directly, and the one generator for everything random. */
@NullMarked
package tw.minsheng.statistics.distribution;

import org.jspecify.annotations.NullMarked;
