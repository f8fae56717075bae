/** Tests. */
@NullMarked
package tw.minsheng.statistics.replicate;

import org.jspecify.annotations.NullMarked;
