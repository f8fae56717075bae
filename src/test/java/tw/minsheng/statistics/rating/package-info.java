/** Tests of what raters, coders and experts agree on. */
@NullMarked
package tw.minsheng.statistics.rating;

import org.jspecify.annotations.NullMarked;
