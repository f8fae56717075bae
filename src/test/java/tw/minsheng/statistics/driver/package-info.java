/** Tests. */
@NullMarked
package tw.minsheng.statistics.driver;

import org.jspecify.annotations.NullMarked;
