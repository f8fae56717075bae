/** Numbers about numbers: pure functions over arrays, sums and records that answer with a value or with the reason why there is none. */
@NullMarked
package tw.minsheng.statistics;

import org.jspecify.annotations.NullMarked;
