package tw.minsheng.petition.deadline;

import java.time.LocalDateTime;

/**
 * That a case came in.
 *
 * @param number of the case; "" when it has none
 * @param at time of the place
 */
public record Receipt(String number, LocalDateTime at) {}
