/** Tests of the pieces of item analysis. */
@NullMarked
package tw.minsheng.statistics.item;

import org.jspecify.annotations.NullMarked;
