package tw.minsheng.report;

import java.time.LocalDate;

/**
 * Where a report on petitions comes from.
 *
 * @param stored whether the cases are kept by the system itself, own ones and imported ones; else they are of one file
 * @param residents who counted the people of the districts, and when; "" when nobody has
 * @param made day on which the report was made
 * @param command what makes the report again, "" when it was not made by a command
 * @param tables where the data of a figure can be fetched, for example {@code tables/}; "" for nowhere
 */
public record CaseOrigins(boolean stored, String residents, LocalDate made, String command, String tables) {}
