/** The type of charts and documents: the cured Noto Sans TC faces, what they can print, and what is printed instead. */
@NullMarked
package tw.minsheng.typeface;

import org.jspecify.annotations.NullMarked;
