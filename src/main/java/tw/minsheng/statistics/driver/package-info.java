/** What carries satisfaction: the parts of predictors in an outcome, and importance against performance. */
@NullMarked
package tw.minsheng.statistics.driver;

import org.jspecify.annotations.NullMarked;
