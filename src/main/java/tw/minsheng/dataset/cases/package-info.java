/** Cases become counts and times in one pass, in memory that hardly grows with their number. */
@NullMarked
package tw.minsheng.dataset.cases;

import org.jspecify.annotations.NullMarked;
