/** Tests. */
@NullMarked
package tw.minsheng.statistics.compare;

import org.jspecify.annotations.NullMarked;
