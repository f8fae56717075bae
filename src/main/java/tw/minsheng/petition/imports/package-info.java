/** Foreign files of cases, 1999 exports for example: mapped, checked row by row, refused with a reason where they do not fit. */
@NullMarked
package tw.minsheng.petition.imports;

import org.jspecify.annotations.NullMarked;
