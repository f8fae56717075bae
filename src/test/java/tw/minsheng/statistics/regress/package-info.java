/** Tests. */
@NullMarked
package tw.minsheng.statistics.regress;

import org.jspecify.annotations.NullMarked;
