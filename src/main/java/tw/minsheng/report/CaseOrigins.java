package tw.minsheng.report;

import java.time.LocalDate;

/**
 * Where a report on petitions comes from.
 *
 * @param made day on which the report was made
 * @param command what makes the report again, "" when it was not made by a command
 * @param tables where the data of a figure can be fetched, for example {@code tables/}; "" for nowhere
 */
public record CaseOrigins(LocalDate made, String command, String tables) {}
