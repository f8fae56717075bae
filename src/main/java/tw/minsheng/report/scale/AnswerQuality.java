package tw.minsheng.report.scale;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import tw.minsheng.dataset.ItemSet;
import tw.minsheng.dataset.Tally;
import tw.minsheng.report.Basis;
import tw.minsheng.report.Result;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.quality.ResponseQuality;

/**
 * 草率作答 over the people of a survey (RE17): only a flag, nobody is left out for it. Looked at in each construct and each matrix question
 * of five items or more ({@link ItemSet}), as they were answered; where all are smaller, in the largest set of items on one range
 * ({@code total}). {@code quality.straight_line_share} are those who gave one answer within each of these sets of which they answered
 * five items.
 */
final class AnswerQuality {

    private static final String SHARE = "straight_line_share";

    private final Tally tally;
    private final List<ItemSet> sets;
    private final int items;
    private final List<Person> people = new ArrayList<>();

    /** One person in the sets of which they answered enough, by the places of the sets. */
    private record Person(Map<Integer, ResponseQuality> sets) {

        boolean isStraightLine() {
            return sets.values().stream().allMatch(ResponseQuality::isStraightLine);
        }

        double samePercent() {
            return sets.values().stream()
                    .mapToDouble(set -> set.samePercent().number())
                    .average()
                    .orElse(0);
        }

        double longestRun() {
            return sets.values().stream()
                    .mapToInt(ResponseQuality::longestRun)
                    .max()
                    .orElse(0);
        }
    }

    AnswerQuality(Tally tally) {
        this.tally = tally;
        this.sets = sets(tally);
        Set<String> distinct = new HashSet<>();
        sets.forEach(set -> set.items().forEach(item -> distinct.add(item.id())));
        this.items = distinct.size();
        for (int row = 0; row < tally.itemRows().size() && !sets.isEmpty(); row++) {
            Person person = person(row);
            if (!person.sets().isEmpty()) {
                people.add(person);
            }
        }
    }

    private static List<ItemSet> sets(Tally tally) {
        List<ItemSet> sets = ItemSet.of(tally.layout());
        ItemSet whole = new ItemSet(
                Tally.TOTAL, tally.screening().items(), tally.screening().scales());
        return sets.isEmpty() && whole.items().size() >= ResponseQuality.LEAST_ITEMS ? List.of(whole) : sets;
    }

    private Person person(int row) {
        Map<Integer, ResponseQuality> answered = new TreeMap<>();
        for (int place = 0; place < sets.size(); place++) {
            ItemSet set = sets.get(place);
            ResponseQuality quality = tally.itemRows().quality(set.items(), set.scales(), row);
            if (quality.answered() >= ResponseQuality.LEAST_ITEMS) {
                answered.put(place, quality);
            }
        }
        return new Person(answered);
    }

    List<Result> results() {
        List<Result> results = new ArrayList<>();
        for (int place = 0; place < sets.size(); place++) {
            results.add(ofSet(place));
        }
        Basis basis = basis(people.size(), items);
        long straight = people.stream().filter(Person::isStraightLine).count();
        results.add(Result.of("quality." + SHARE, share(straight, people.size()), basis));
        results.add(Result.of("quality.straightlining_pct", mean(Person::samePercent), basis));
        results.add(Result.of(
                "quality.longest_run",
                people.isEmpty()
                        ? none()
                        : Value.of(people.stream()
                                .mapToDouble(Person::longestRun)
                                .max()
                                .orElse(0)),
                basis));
        return results;
    }

    private Result ofSet(int place) {
        List<ResponseQuality> answered = people.stream()
                .filter(person -> person.sets().containsKey(place))
                .map(person -> person.sets().get(place))
                .toList();
        long straight =
                answered.stream().filter(ResponseQuality::isStraightLine).count();
        ItemSet set = sets.get(place);
        return Result.of(
                set.object() + "." + SHARE,
                share(straight, answered.size()),
                basis(answered.size(), set.items().size()));
    }

    private Basis basis(int n, int k) {
        return new Basis(n, Math.max(tally.used(), n), k, "response_quality", false, MissingRule.NONE);
    }

    /** Fewer than five items say nothing of how people answer; else nobody answered five of them. */
    private Value none() {
        return sets.isEmpty()
                ? Value.undefined(
                        Reason.TOO_FEW_ITEMS,
                        Map.of("k", Integer.toString(tally.screening().items().size())))
                : Value.undefined(Reason.NO_DATA);
    }

    private Value share(long part, int whole) {
        return whole == 0 ? none() : Value.of((double) part / whole);
    }

    private Value mean(ToDoubleFunction<Person> of) {
        if (people.isEmpty()) {
            return none();
        }
        double sum = 0;
        for (Person each : people) {
            sum += of.applyAsDouble(each);
        }
        return Value.of(sum / people.size());
    }
}
