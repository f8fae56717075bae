/** Tests. */
@NullMarked
package tw.minsheng.statistics.compare.design;

import org.jspecify.annotations.NullMarked;
