/** By when a case must be answered, and why: pure functions of receipt, limit, calendar, pauses, extensions and merges. */
@NullMarked
package tw.minsheng.petition.deadline;

import org.jspecify.annotations.NullMarked;
