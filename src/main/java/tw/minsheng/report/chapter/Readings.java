package tw.minsheng.report.chapter;

import java.util.List;
import java.util.Optional;
import tw.minsheng.report.Result;
import tw.minsheng.report.wording.Reading;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Reason;
import tw.minsheng.survey.Construct;

/** The sentence that reads the reliability of a construct, from the results. */
final class Readings {

    private static final double LEVEL = 0.95;

    private Readings() {}

    /** Nothing when the construct has no reliability result. */
    static Optional<Reading> of(Material material, Construct construct) {
        String object = "construct." + construct.id();
        return material.results()
                .find(object + ".alpha_raw")
                .map(alpha -> new Reading(
                        material.text(construct.label()),
                        construct.items().size(),
                        alpha.n(),
                        alpha.value(),
                        alpha.interval().orElseGet(() -> Interval.undefined("feldt", LEVEL, Reason.NO_DATA)),
                        construct.minAlpha(),
                        material.results().value(object + ".alpha_std"),
                        named(material, construct, ".alpha_if_deleted"),
                        named(material, construct, ".item_total_corrected")));
    }

    private static List<Reading.Named> named(Material material, Construct construct, String statistic) {
        return construct.items().stream()
                .flatMap(item -> material.results().find("item." + item + statistic).stream()
                        .map(Result::value)
                        .map(value -> new Reading.Named(material.label(item), value)))
                .toList();
    }
}
