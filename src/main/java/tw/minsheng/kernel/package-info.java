/** Words that every room speaks: problems, texts in languages, who acts. */
@NullMarked
package tw.minsheng.kernel;

import org.jspecify.annotations.NullMarked;
