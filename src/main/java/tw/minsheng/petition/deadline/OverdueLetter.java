package tw.minsheng.petition.deadline;

import java.time.LocalDateTime;

/**
 * The letter after the call, logged with time and person.
 *
 * @param by who sent it
 * @param docNo number of the document (文號)
 */
public record OverdueLetter(LocalDateTime sentAt, String by, String docNo) {}
