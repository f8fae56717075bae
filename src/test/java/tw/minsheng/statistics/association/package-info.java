/** Cross tables against R. */
@NullMarked
package tw.minsheng.statistics.association;

import org.jspecify.annotations.NullMarked;
