/** Tests of what raters, coders and experts agree on. */
@NullMarked
package tw.minsheng.statistics.compare.pairwise;

import org.jspecify.annotations.NullMarked;
