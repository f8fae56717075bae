/** Weighted cross tables and their tests under a sample design. */
@NullMarked
package tw.minsheng.statistics.crosstab;

import org.jspecify.annotations.NullMarked;
