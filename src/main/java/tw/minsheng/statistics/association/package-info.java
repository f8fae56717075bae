/** Whether two kinds of categories go together. */
@NullMarked
package tw.minsheng.statistics.association;

import org.jspecify.annotations.NullMarked;
