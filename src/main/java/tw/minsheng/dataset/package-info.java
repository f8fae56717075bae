/** Answers become numbers: typed codes read row by row from files and from collected answers, and sums over them that stay small. */
@NullMarked
package tw.minsheng.dataset;

import org.jspecify.annotations.NullMarked;
