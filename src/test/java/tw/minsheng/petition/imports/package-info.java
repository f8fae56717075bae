/** Tests of foreign files of cases. */
@NullMarked
package tw.minsheng.petition.imports;

import org.jspecify.annotations.NullMarked;
