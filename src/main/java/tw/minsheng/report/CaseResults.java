package tw.minsheng.report;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * All numbers of one file of cases. Report, tables and JSON read this record and nothing else.
 *
 * @param program version of the program
 * @param source what the file is called
 * @param from day of the first receipt
 * @param until last time of the file: up to then open cases were watched
 * @param data rows read, rows that became cases, and the hash of the file
 */
public record CaseResults(
        String program, String source, LocalDate from, LocalDateTime until, Results.Data data, ResultBook book) {}
