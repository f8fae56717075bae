/** Tests of statistics of ordered answers. */
@NullMarked
package tw.minsheng.statistics.ordinal;

import org.jspecify.annotations.NullMarked;
