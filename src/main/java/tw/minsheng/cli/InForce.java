package tw.minsheng.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import tw.minsheng.dataset.Row;
import tw.minsheng.format.Json;
import tw.minsheng.survey.Version;
import tw.minsheng.survey.file.SurveyFolder;
import tw.minsheng.survey.file.SurveyVersion;

/**
 * Which major version an answer of a file belongs to. The file does not say it; what says it is the day of the answer and the days on
 * which versions were published. Nothing is said of answers without a day unless there is but one major version.
 */
final class InForce {

    private static final ZoneId ZONE = ZoneId.of("Asia/Taipei");

    private final NavigableMap<LocalDate, Integer> majors;
    private final OptionalInt only;

    private InForce(NavigableMap<LocalDate, Integer> majors, OptionalInt only) {
        this.majors = majors;
        this.only = only;
    }

    /** @param published every version, oldest first */
    static InForce of(SurveyFolder folder, List<SurveyVersion> published) {
        NavigableMap<LocalDate, Integer> majors = new TreeMap<>();
        boolean told = true;
        for (SurveyVersion each : published) {
            Version version = each.survey().version();
            Optional<LocalDate> day = day(folder, version);
            day.ifPresent(known -> majors.merge(known, version.major(), Math::max));
            told &= day.isPresent();
        }
        List<Integer> all = published.stream()
                .map(each -> each.survey().version().major())
                .distinct()
                .toList();
        OptionalInt only = all.size() == 1 ? OptionalInt.of(all.get(0)) : OptionalInt.empty();
        return new InForce(told ? majors : new TreeMap<>(), only);
    }

    private static Optional<LocalDate> day(SurveyFolder folder, Version version) {
        String meta = "published/" + version + ".meta.json";
        return folder.file(meta).flatMap(bytes -> {
            try {
                return Optional.of(
                        Instant.parse(Json.read(meta, bytes).get("at").text())
                                .atZone(ZONE)
                                .toLocalDate());
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        });
    }

    /** The answer with its version, where it can be known. */
    Row of(Row row) {
        return row.of(only.isPresent() ? only : onDayOf(row));
    }

    private OptionalInt onDayOf(Row row) {
        Optional<Map.Entry<LocalDate, Integer>> last = row.origin().isDated()
                ? Optional.ofNullable(majors.floorEntry(row.origin().day()))
                : Optional.empty();
        return last.map(entry -> OptionalInt.of(entry.getValue())).orElseGet(OptionalInt::empty);
    }
}
