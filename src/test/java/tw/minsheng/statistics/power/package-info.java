/** Tests. */
@NullMarked
package tw.minsheng.statistics.power;

import org.jspecify.annotations.NullMarked;
