package tw.minsheng.report.cases;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import tw.minsheng.petition.imports.ImportSummary;

/**
 * The time that figures are about, by the clock on the wall.
 *
 * @param first day
 * @param last up to when open cases were watched
 * @param end a month is over when it ended at or before this second
 */
record Span(LocalDate first, LocalDateTime last, long end) {

    /** A file is watched up to its last time. */
    static Span ofFile(ImportSummary summary) {
        return new Span(
                summary.first().day(), summary.last().at(), summary.last().second());
    }

    /** Cases that are kept are watched up to the end of this second, so that a month ends with its last second. */
    static Span ofKept(ImportSummary summary) {
        return new Span(
                summary.first().day(), summary.last().at(), summary.last().second() + 1);
    }

    long firstSecond() {
        return first.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    }

    long lastSecond() {
        return last.toEpochSecond(ZoneOffset.UTC);
    }
}
