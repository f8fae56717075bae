package tw.minsheng.petition.deadline;

import java.time.LocalDate;

/** What changes a due date after the receipt. */
public sealed interface ClockAct permits Pause, Extension {

    /** The day from which it counts; acts work in this order. */
    LocalDate day();
}
