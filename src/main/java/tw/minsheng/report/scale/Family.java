package tw.minsheng.report.scale;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tw.minsheng.dataset.Column;
import tw.minsheng.dataset.ItemScores;
import tw.minsheng.dataset.Layout;
import tw.minsheng.dataset.Tally;
import tw.minsheng.statistics.battery.Answers;
import tw.minsheng.statistics.battery.ScaleSet;
import tw.minsheng.survey.Construct;
import tw.minsheng.survey.Scale;
import tw.minsheng.survey.Survey;

/**
 * 構面 whose items are scored over the same range and share no item: they can be looked at together.
 *
 * @param constructs in the order of the definition
 * @param items all their items, in that order
 * @param scales of these items
 * @param whole whether these are all 構面 of the survey
 */
record Family(List<Construct> constructs, List<Column> items, List<Scale> scales, boolean whole) {

    Family {
        constructs = List.copyOf(constructs);
        items = List.copyOf(items);
        scales = List.copyOf(scales);
    }

    /** The families of a survey; a construct whose items stand in another one, too, is a family of its own. */
    static List<Family> of(Layout layout) {
        Survey survey = layout.survey();
        Map<Range, List<Construct>> together = new LinkedHashMap<>();
        List<Family> alone = new ArrayList<>();
        Set<String> taken = new TreeSet<>();
        for (Construct construct : survey.constructs()) {
            Optional<Range> range = commonRange(layout, construct);
            if (range.isEmpty()) {
                continue;
            }
            if (construct.items().stream().anyMatch(taken::contains)) {
                alone.add(family(layout, List.of(construct)));
            } else {
                taken.addAll(construct.items());
                together.computeIfAbsent(range.orElseThrow(), none -> new ArrayList<>())
                        .add(construct);
            }
        }
        return Stream.concat(together.entrySet().stream().map(each -> family(layout, each.getValue())), alone.stream())
                .toList();
    }

    /** Lowest and highest score. */
    private record Range(int lowest, int highest) {}

    private static Optional<Range> commonRange(Layout layout, Construct construct) {
        List<Range> ranges = columns(layout, construct)
                .map(column -> scaleOf(layout, column))
                .map(scale -> new Range(scale.min(), scale.max()))
                .distinct()
                .toList();
        return ranges.size() == 1 ? Optional.of(ranges.get(0)) : Optional.empty();
    }

    private static Scale scaleOf(Layout layout, Column column) {
        return layout.survey().scale(column.variable().scale());
    }

    private static Stream<Column> columns(Layout layout, Construct construct) {
        return construct.items().stream().flatMap(item -> layout.column(item).stream());
    }

    private static Family family(Layout layout, List<Construct> constructs) {
        List<Column> items = constructs.stream()
                .flatMap(construct -> columns(layout, construct))
                .toList();
        return new Family(
                constructs,
                items,
                items.stream().map(column -> scaleOf(layout, column)).toList(),
                constructs.size() == layout.survey().constructs().size());
    }

    /** The items of one construct with their scales. */
    Family only(Construct construct) {
        List<Column> own = items.stream()
                .filter(column -> construct.items().contains(column.id()))
                .toList();
        return new Family(
                List.of(construct),
                own,
                own.stream().map(column -> scales.get(items.indexOf(column))).toList(),
                constructs.size() == 1 && whole);
    }

    int lowest() {
        return scales.get(0).min();
    }

    int highest() {
        return scales.get(0).max();
    }

    /**
     * How results about all items are called: {@code total} when these are all of the survey, {@code range.<lowest>-<highest>} when others
     * are scored over another one, the construct when there is only one.
     */
    String object() {
        if (constructs.size() == 1) {
            return "construct." + constructs.get(0).id();
        }
        return whole ? Tally.TOTAL : "range." + lowest() + "-" + highest();
    }

    /** What the results about a scale of the battery are called. */
    String object(String scale) {
        return scale.equals(Tally.TOTAL) || constructs.size() == 1 ? object() : "construct." + scale;
    }

    /** Names of the items of a construct, as far as they are analysed. */
    List<String> itemsOf(Construct construct) {
        return items.stream()
                .map(Column::id)
                .filter(construct.items()::contains)
                .toList();
    }

    /** The answers of everybody whose items are kept. */
    ScaleSet set(Tally tally) {
        ItemScores scores =
                tally.itemRows().scores(items, scales, tally.itemRows().everyRow());
        Map<String, List<String>> factors = new LinkedHashMap<>();
        constructs.forEach(construct -> factors.put(construct.id(), itemsOf(construct)));
        return ScaleSet.of(named(), factors, new Scores(scores));
    }

    private tw.minsheng.statistics.reliability.Scale named() {
        return new tw.minsheng.statistics.reliability.Scale(
                items.stream().map(Column::id).toList(), lowest(), highest());
    }

    private record Scores(ItemScores scores) implements Answers {

        @Override
        public int rows() {
            return scores.rows();
        }

        @Override
        public int items() {
            return scores.items();
        }

        @Override
        public double at(int row, int item) {
            return scores.at(row, item);
        }
    }
}
