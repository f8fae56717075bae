package tw.minsheng.report.chapter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tw.minsheng.report.Result;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;
import tw.minsheng.survey.Construct;

/**
 * One main finding (主要發現). Orders are described; higher or lower is claimed nowhere, because that needs a test.
 *
 * @param text the finding
 * @param evidence keys of the tables and figures behind it
 * @param strength how far it holds
 */
record Finding(String text, List<String> evidence, String strength) {

    private static final int ITEMS_NAMED = 3;

    /** Smaller groups are not ranked (report.md 4.2). */
    private static final long LEAST_RANKED = 30;

    Finding {
        evidence = List.copyOf(evidence);
    }

    /** What was found of satisfaction, of the questionnaire and of the sample. */
    static List<Finding> all(Material material) {
        List<Finding> findings = new ArrayList<>();
        if (material.results().find("overall.t2b").filter(Result::isKnown).isPresent()) {
            findings.add(new Finding(OverallSentence.of(material), List.of("F3.1", "T3.2"), strength(material)));
        }
        constructs(material).ifPresent(findings::add);
        items(material).ifPresent(findings::add);
        reliability(material).ifPresent(findings::add);
        findings.addAll(new ValidityFindings(material).all());
        sample(material).ifPresent(findings::add);
        return List.copyOf(findings);
    }

    /** The evidence as mentions that become numbers. */
    String mentions(Speech speech) {
        return speech.list(evidence.stream().map(key -> "[[" + key + "]]").toList());
    }

    private static String strength(Material material) {
        return material.speech()
                .say("strength."
                        + (material.sample().code().isProbability()
                                ? Drawings.hasIntervals(material) ? "probability" : "without"
                                : material.isNonprobability() ? "nonprobability" : "census"));
    }

    private static Optional<Finding> constructs(Material material) {
        Speech speech = material.speech();
        List<Scored> scored = material.survey().constructs().stream()
                .flatMap(construct -> Scored.of(material, construct).stream())
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .toList();
        if (scored.size() < 2 || scored.stream().anyMatch(each -> each.result().n() < LEAST_RANKED)) {
            return Optional.empty();
        }
        String list = speech.list(scored.stream()
                .map(each ->
                        speech.say("finding.construct", "label", each.label(), "score", Printed.score(each.score())))
                .toList());
        return Optional.of(new Finding(
                speech.say("finding.constructs", "list", list), List.of("F3.3", "T3.4"), strength(material)));
    }

    private static Optional<Finding> items(Material material) {
        Speech speech = material.speech();
        List<String> items = material.survey().constructs().stream()
                .map(Construct::items)
                .flatMap(List::stream)
                .filter(item -> material.results()
                        .find("item." + item + ".t2b")
                        .filter(Result::isKnown)
                        .isPresent())
                .sorted(Comparator.comparingDouble(
                                (String item) -> share(material, item).number())
                        .reversed())
                .toList();
        if (items.size() < 2 * ITEMS_NAMED || !isRanked(material, items)) {
            return Optional.empty();
        }
        List<String> evidence = material.survey().constructs().stream()
                .filter(construct -> construct.items().contains(items.get(0))
                        || construct.items().contains(items.get(items.size() - 1)))
                .map(construct -> "F3.2." + construct.id())
                .toList();
        return Optional.of(new Finding(
                speech.say(
                        "finding.items",
                        "first",
                        named(material, items.subList(0, ITEMS_NAMED)),
                        "last",
                        named(material, items.subList(items.size() - ITEMS_NAMED, items.size()))),
                evidence,
                strength(material)));
    }

    /** Whether the first and the last are told from the rest: enough answers, and no tie where the lists are cut. */
    private static boolean isRanked(Material material, List<String> items) {
        int last = items.size() - ITEMS_NAMED;
        return items.stream().allMatch(item -> share(material, item).n() >= LEAST_RANKED)
                && share(material, items.get(ITEMS_NAMED - 1)).number()
                        > share(material, items.get(ITEMS_NAMED)).number()
                && share(material, items.get(last - 1)).number()
                        > share(material, items.get(last)).number();
    }

    private static Result share(Material material, String item) {
        return material.results().get("item." + item + ".t2b");
    }

    private static String named(Material material, List<String> items) {
        return material.speech()
                .list(items.stream()
                        .map(item -> material.speech()
                                .say(
                                        "finding.item",
                                        "item",
                                        material.scored(item),
                                        "share",
                                        Printed.percent(material.results()
                                                .get("item." + item + ".t2b")
                                                .number())))
                        .toList());
    }

    private static Optional<Finding> reliability(Material material) {
        Speech speech = material.speech();
        List<String> reached = new ArrayList<>();
        List<String> missed = new ArrayList<>();
        for (Construct construct : material.survey().constructs()) {
            material.results()
                    .find("construct." + construct.id() + ".alpha_raw")
                    .filter(Result::isKnown)
                    .ifPresent(alpha -> (alpha.number()
                                            >= material.facts().standards().alpha(construct)
                                    ? reached
                                    : missed)
                            .add(speech.say(
                                    "finding.alpha",
                                    "label",
                                    material.text(construct.label()),
                                    "alpha",
                                    Printed.coefficient(alpha.number()))));
        }
        if (reached.isEmpty() && missed.isEmpty()) {
            return Optional.empty();
        }
        String text = missed.isEmpty()
                ? speech.say("finding.reliable", "list", speech.list(reached))
                : speech.say("finding.unreliable", "list", speech.list(missed));
        return Optional.of(new Finding(text, List.of("T4.2"), speech.say("strength.reliability")));
    }

    private static Optional<Finding> sample(Material material) {
        Speech speech = material.speech();
        List<ResultTable> margins = material.results().tables().stream()
                .filter(table -> table.key().startsWith("T2.5."))
                .toList();
        return margins.stream()
                .map(table -> table.key().substring("T2.5.".length()))
                .filter(variable -> widest(material, variable).isKnown())
                .max(Comparator.comparingDouble(
                        variable -> widest(material, variable).number()))
                .map(variable -> new Finding(
                        speech.say(
                                "finding.sample",
                                "variable",
                                material.label(variable),
                                "points",
                                Printed.fixed(widest(material, variable).number() * 100, 1)),
                        List.of("T2.5." + variable),
                        speech.say("strength.representativeness")));
    }

    /** How far the people who answered are off; where some were drawn with another chance, that is taken back first. */
    private static Result widest(Material material, String variable) {
        return material.results()
                .find("margin." + variable + ".max_diff.drawn")
                .orElseGet(() -> material.results().get("margin." + variable + ".max_diff"));
    }
}
