/** Replicate weights: jackknife, balanced half samples, bootstrap weights that came with the data. */
@NullMarked
package tw.minsheng.statistics.replicate;

import org.jspecify.annotations.NullMarked;
