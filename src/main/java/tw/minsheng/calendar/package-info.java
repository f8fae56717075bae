/** Which days and hours the offices work: the office calendar, local closures above it, and counting in working days. */
@NullMarked
package tw.minsheng.calendar;

import org.jspecify.annotations.NullMarked;
