package tw.minsheng.report.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tw.minsheng.kernel.Language;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.Warning;

/**
 * The sentences that read the reliability (信度) of one 構面, or of all items together: report.md 3.8. All items together are a pool of
 * several constructs: no standard is applied to their α.
 *
 * @param construct its name; "" for all items together
 * @param items number of items behind α
 * @param n complete answers
 * @param interval around α; its limits may not exist
 * @param spearmanBrown of two items
 * @param deletions α without each item, by the item's name, for the hint which one to look at
 * @param corrected corrected item-total correlation of each item, by the item's name
 * @param warnings what the reader must know; items in them by their names
 */
public record Reading(
        String construct,
        int items,
        long n,
        Value alpha,
        Interval interval,
        Limits limits,
        Value spearmanBrown,
        List<Named> deletions,
        List<Named> corrected,
        List<Warning> warnings) {

    /** Under these nothing good is said of α. */
    private static final Set<String> DOUBTS = Set.of("few_answers", "fewer_answers_than_items", "every_row_uniform");

    /** Warnings that are said here; the others stand in other sentences. */
    private static final List<String> SAID = List.of(
            "item_all_missing",
            "item_constant",
            "few_answers",
            "fewer_answers_than_items",
            "every_row_uniform",
            "negative_alpha");

    /** A value of an item. */
    public record Named(String item, Value value) {}

    /**
     * 判斷標準.
     *
     * @param alpha the lowest α that is accepted
     * @param veryHigh from here on the items probably repeat each other
     * @param itemTotal below it an item does not go along with the others
     */
    public record Limits(double alpha, double veryHigh, double itemTotal) {}

    public Reading {
        deletions = List.copyOf(deletions);
        corrected = List.copyOf(corrected);
        warnings = List.copyOf(warnings);
    }

    /** The sentences about α, the number of items, the items, and what must be known with them, in this order. */
    public List<String> in(Language language) {
        Speech speech = Speech.of(language, Reading.class);
        List<String> sentences = new ArrayList<>();
        sentences.add(alphaSentence(speech));
        if (!construct.isEmpty() && alpha.isKnown() && alpha.number() >= limits.veryHigh()) {
            sentences.add(speech.say("reading.very_high", "alpha", Printed.coefficient(alpha.number())));
        }
        if (items == 2 && !construct.isEmpty()) {
            sentences.add(twoItems(speech));
        } else {
            sentences.addAll(correctedSentences(speech));
        }
        SAID.forEach(code -> warnings.stream()
                .filter(warning -> warning.code().equals(code))
                .forEach(warning -> sentences.add(warned(speech, warning))));
        return List.copyOf(sentences);
    }

    private static String warned(Speech speech, Warning warning) {
        Object[] args = warning.args().entrySet().stream()
                .flatMap(arg -> Stream.of(arg.getKey(), (Object) arg.getValue()))
                .toArray();
        return speech.say("reading.warned." + warning.code(), args);
    }

    private String alphaSentence(Speech speech) {
        if (!alpha.isKnown()) {
            String because = Reasons.in(speech.language(), alpha);
            return construct.isEmpty()
                    ? speech.say("reading.no_alpha.whole", "reason", because)
                    : speech.say("reading.no_alpha", "construct", construct, "reason", because);
        }
        String start = speech.say(
                construct.isEmpty() ? "reading.alpha.whole" : "reading.alpha",
                "construct",
                construct,
                "k",
                items,
                "n",
                Printed.count(n),
                "alpha",
                Printed.coefficient(alpha.number()),
                "within",
                within(speech));
        if (construct.isEmpty()) {
            return start;
        }
        String limit = Printed.limit(limits.alpha());
        if (alpha.number() >= limits.alpha()) {
            return start + speech.say(isDoubtful() ? "reading.reached.plain" : "reading.reached", "limit", limit);
        }
        return start
                + best().map(better -> speech.say(
                                "reading.below_with_item",
                                "limit",
                                limit,
                                "item",
                                better.item(),
                                "without",
                                Printed.coefficient(better.value().number())))
                        .orElseGet(() -> speech.say("reading.below", "limit", limit));
    }

    private String within(Speech speech) {
        return interval.isKnown()
                ? speech.say(
                        "reading.interval",
                        "level",
                        Printed.level(interval.level()),
                        "lower",
                        Printed.coefficient(interval.lower().number()),
                        "upper",
                        Printed.coefficient(interval.upper().number()))
                : "";
    }

    private boolean isDoubtful() {
        return warnings.stream().map(Warning::code).anyMatch(DOUBTS::contains);
    }

    /** Of two items each has the same correlation: if it is negative, one of them is turned. */
    private String twoItems(Speech speech) {
        Optional<Named> negative = corrected.stream()
                .filter(named -> named.value().isKnown() && named.value().number() < 0)
                .findFirst();
        if (negative.isPresent()) {
            return speech.say(
                    "reading.two_items_negative",
                    "items",
                    speech.list(corrected.stream()
                            .map(named -> speech.quoted(named.item()))
                            .toList()),
                    "r",
                    Printed.coefficient(negative.get().value().number()));
        }
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
        if (lowest >= limits.itemTotal()) {
            sentences.add(speech.say(
                    "reading.corrected",
                    "lowest",
                    Printed.coefficient(lowest),
                    "highest",
                    Printed.coefficient(highest)));
        }
        known.stream()
                .filter(named -> named.value().number() < limits.itemTotal())
                .map(named -> speech.say(
                        named.value().number() < 0 ? "reading.corrected_negative" : "reading.corrected_low",
                        "item",
                        named.item(),
                        "r",
                        Printed.coefficient(named.value().number()),
                        "limit",
                        Printed.limit(limits.itemTotal())))
                .forEach(sentences::add);
        return sentences;
    }

    /** The item without which α is highest, when it is higher then. */
    private Optional<Named> best() {
        return deletions.stream()
                .filter(named -> named.value().isKnown())
                .max((one, other) ->
                        Double.compare(one.value().number(), other.value().number()))
                .filter(better -> better.value().number() > alpha.number());
    }
}
