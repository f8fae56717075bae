package tw.minsheng.report.chapter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tw.minsheng.dataset.Tally;
import tw.minsheng.report.Result;
import tw.minsheng.report.Standards;
import tw.minsheng.report.Standards.Measure;
import tw.minsheng.report.wording.Reading;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Warning;
import tw.minsheng.survey.Construct;

/** The sentences that read the reliability of the constructs and of all items together, from the results. */
final class Readings {

    private static final double LEVEL = 0.95;
    private static final String ITEMS = "items";

    private final Material material;
    private final Standards standards;

    Readings(Material material) {
        this.material = material;
        this.standards = material.facts().standards();
    }

    /** Those of each construct, then of all items together; none without results. */
    List<Reading> all() {
        return Stream.concat(
                        material.survey().constructs().stream().flatMap(construct -> of(construct).stream()),
                        whole().stream())
                .toList();
    }

    /** Nothing when the construct has no reliability result. */
    Optional<Reading> of(Construct construct) {
        return reading(
                "construct." + construct.id(),
                material.text(construct.label()),
                standards.alpha(construct),
                named(construct, ".alpha_if_deleted"),
                named(construct, ".item_total_corrected"));
    }

    /** Nothing where there is one construct, or items on scales of several ranges. */
    private Optional<Reading> whole() {
        return reading(Tally.TOTAL, "", standards.limit(Measure.ALPHA), List.of(), List.of());
    }

    private Optional<Reading> reading(
            String object, String name, double limit, List<Reading.Named> deletions, List<Reading.Named> corrected) {
        return material.results()
                .find(object + ".alpha_raw")
                .map(alpha -> new Reading(
                        name,
                        alpha.basis().items(),
                        alpha.n(),
                        alpha.value(),
                        alpha.interval().orElseGet(() -> Interval.undefined("feldt", LEVEL, Reason.NO_DATA)),
                        new Reading.Limits(
                                limit, standards.limit(Measure.ALPHA_VERY_HIGH), standards.limit(Measure.ITEM_TOTAL)),
                        material.results().value(object + ".alpha_std"),
                        deletions,
                        corrected,
                        alpha.warnings().stream().map(this::inWords).toList()));
    }

    private List<Reading.Named> named(Construct construct, String statistic) {
        return construct.items().stream()
                .flatMap(item -> material.results().find("item." + item + statistic).stream()
                        .map(Result::value)
                        .map(value -> new Reading.Named(material.label(item), value)))
                .toList();
    }

    /** The same with the words of items in the place of their names. */
    private Warning inWords(Warning warning) {
        if (!warning.args().containsKey(ITEMS)) {
            return warning;
        }
        Map<String, String> args = new TreeMap<>(warning.args());
        args.put(
                ITEMS,
                Stream.of(args.getOrDefault(ITEMS, "").split(", ", -1))
                        .map(item -> material.speech().quoted(material.label(item)))
                        .collect(Collectors.joining(material.speech().say("list.separator"))));
        return new Warning(warning.code(), args);
    }
}
