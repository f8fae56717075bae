/** Reminders of due dates for staff (稽催提醒): who is reminded of which case, once, in office time, in one mail. */
@NullMarked
package tw.minsheng.petition.alert;

import org.jspecify.annotations.NullMarked;
