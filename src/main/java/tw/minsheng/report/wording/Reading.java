package tw.minsheng.report.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tw.minsheng.kernel.Language;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;

/**
 * One sentence that reads the reliability (信度) of one 構面: report.md 3.8.
 *
 * @param construct its name
 * @param items number of items
 * @param n complete answers
 * @param interval around α; its limits may not exist
 * @param limit the lowest α that the survey accepts
 * @param deletions α without each item, by the item's name, for the hint which one to look at
 * @param corrected corrected item-total correlation of each item, by the item's name
 */
public record Reading(
        String construct,
        int items,
        long n,
        Value alpha,
        Interval interval,
        double limit,
        Value spearmanBrown,
        List<Named> deletions,
        List<Named> corrected) {

    /** From here on the items probably repeat each other. */
    public static final double VERY_HIGH = 0.95;

    /** Below it an item does not go along with the others. */
    public static final double LEAST_CORRECTED = 0.30;

    /** A value of an item. */
    public record Named(String item, Value value) {}

    public Reading {
        deletions = List.copyOf(deletions);
        corrected = List.copyOf(corrected);
    }

    /** The sentences about α, the number of items and the items, in this order. */
    public List<String> in(Language language) {
        Speech speech = Speech.of(language, Reading.class);
        List<String> sentences = new ArrayList<>();
        sentences.add(alphaSentence(speech));
        if (alpha.isKnown() && alpha.number() >= VERY_HIGH) {
            sentences.add(speech.say("reading.very_high", "alpha", Printed.coefficient(alpha.number())));
        }
        if (items == 2) {
            sentences.add(twoItems(speech));
        } else if (alpha.isKnown()) {
            sentences.addAll(correctedSentences(speech));
        }
        return List.copyOf(sentences);
    }

    private String alphaSentence(Speech speech) {
        if (!alpha.isKnown()) {
            String because = Reasons.in(speech.language(), alpha.reason().orElse(Reason.NO_DATA), alpha.reasonArgs());
            return speech.say("reading.no_alpha", "construct", construct, "reason", because);
        }
        String a = Printed.coefficient(alpha.number());
        String within = interval.isKnown()
                ? speech.say(
                        "reading.interval",
                        "level",
                        Printed.fixed(interval.level() * 100, 0),
                        "lower",
                        Printed.coefficient(interval.lower().number()),
                        "upper",
                        Printed.coefficient(interval.upper().number()))
                : "";
        String start = speech.say(
                "reading.alpha",
                "construct",
                construct,
                "k",
                items,
                "n",
                Printed.count(n),
                "alpha",
                a,
                "within",
                within);
        String limitText = coefficientLimit();
        if (alpha.number() >= limit) {
            return start + speech.say("reading.reached", "limit", limitText);
        }
        return start
                + best(deletions)
                        .filter(better -> better.value().number() > alpha.number())
                        .map(better -> speech.say(
                                "reading.below_with_item",
                                "limit",
                                limitText,
                                "item",
                                better.item(),
                                "without",
                                Printed.coefficient(better.value().number())))
                        .orElseGet(() -> speech.say("reading.below", "limit", limitText));
    }

    /** .70, as the standard is usually written. */
    private String coefficientLimit() {
        String text = Printed.fixed(limit, 2);
        return text.startsWith("0.") ? text.substring(1) : text;
    }

    private String twoItems(Speech speech) {
        return spearmanBrown.isKnown()
                ? speech.say("reading.two_items", "sb", Printed.coefficient(spearmanBrown.number()))
                : speech.say("reading.two_items_plain");
    }

    private List<String> correctedSentences(Speech speech) {
        List<Named> known =
                corrected.stream().filter(named -> named.value().isKnown()).toList();
        if (known.isEmpty()) {
            return List.of();
        }
        List<String> sentences = new ArrayList<>();
        double lowest = known.stream()
                .mapToDouble(named -> named.value().number())
                .min()
                .orElse(0);
        double highest = known.stream()
                .mapToDouble(named -> named.value().number())
                .max()
                .orElse(0);
        if (lowest >= LEAST_CORRECTED) {
            sentences.add(speech.say(
                    "reading.corrected",
                    "lowest",
                    Printed.coefficient(lowest),
                    "highest",
                    Printed.coefficient(highest)));
        }
        known.stream()
                .filter(named -> named.value().number() < LEAST_CORRECTED)
                .map(named -> speech.say(
                        named.value().number() < 0 ? "reading.corrected_negative" : "reading.corrected_low",
                        "item",
                        named.item(),
                        "r",
                        Printed.coefficient(named.value().number())))
                .forEach(sentences::add);
        return sentences;
    }

    private static Optional<Named> best(List<Named> deletions) {
        return deletions.stream()
                .filter(named -> named.value().isKnown())
                .max((one, other) ->
                        Double.compare(one.value().number(), other.value().number()));
    }
}
