/** Where the page templates of {@code src/main/jte} are compiled to. */
@NullMarked
package tw.minsheng.web.page;

import org.jspecify.annotations.NullMarked;
