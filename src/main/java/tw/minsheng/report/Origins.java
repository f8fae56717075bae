package tw.minsheng.report;

import java.time.LocalDate;
import java.util.List;
import tw.minsheng.survey.Survey;

/**
 * Where a report comes from.
 *
 * @param hash SHA-256 of the version's canonical JSON, lower-case hex; "" when not known
 * @param earlier other versions that were published, oldest first
 * @param steps what changed between them, oldest first
 * @param made day on which the report was made
 * @param command what makes the report again, "" when it was not made by a command
 * @param tables where the data of a figure can be fetched, for example {@code tables/}; "" for nowhere
 */
public record Origins(
        String hash, List<Survey> earlier, List<VersionStep> steps, LocalDate made, String command, String tables) {

    public Origins {
        earlier = List.copyOf(earlier);
        steps = List.copyOf(steps);
    }
}
