/** Tests. */
@NullMarked
package tw.minsheng.statistics.crosstab;

import org.jspecify.annotations.NullMarked;
