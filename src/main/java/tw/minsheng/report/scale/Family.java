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
 * 構面 whose items share one scale and no item: they can be looked at together.
 *
 * @param constructs in the order of the definition
 * @param items all their items, in that order
 */
record Family(List<Construct> constructs, List<Column> items, Scale scale) {

    Family {
        constructs = List.copyOf(constructs);
        items = List.copyOf(items);
    }

    /** The families of a survey; a construct whose items stand in another one, too, is a family of its own. */
    static List<Family> of(Layout layout) {
        Survey survey = layout.survey();
        Map<Scale, List<Construct>> together = new LinkedHashMap<>();
        List<Family> alone = new ArrayList<>();
        Set<String> taken = new TreeSet<>();
        for (Construct construct : survey.constructs()) {
            Optional<Scale> scale = commonScale(layout, construct);
            if (scale.isEmpty()) {
                continue;
            }
            if (construct.items().stream().anyMatch(taken::contains)) {
                alone.add(family(layout, List.of(construct), scale.orElseThrow()));
            } else {
                taken.addAll(construct.items());
                together.computeIfAbsent(scale.orElseThrow(), none -> new ArrayList<>())
                        .add(construct);
            }
        }
        return Stream.concat(
                        together.entrySet().stream().map(each -> family(layout, each.getValue(), each.getKey())),
                        alone.stream())
                .toList();
    }

    private static Optional<Scale> commonScale(Layout layout, Construct construct) {
        List<Scale> scales = columns(layout, construct)
                .map(column -> layout.survey().scale(column.variable().scale()))
                .distinct()
                .toList();
        return scales.size() == 1 ? Optional.of(scales.get(0)) : Optional.empty();
    }

    private static Stream<Column> columns(Layout layout, Construct construct) {
        return construct.items().stream().flatMap(item -> layout.column(item).stream());
    }

    private static Family family(Layout layout, List<Construct> constructs, Scale scale) {
        return new Family(
                constructs,
                constructs.stream()
                        .flatMap(construct -> columns(layout, construct))
                        .toList(),
                scale);
    }

    /** How results about all items are called: {@code total}, or the construct when there is only one. */
    String object() {
        return constructs.size() == 1 ? "construct." + constructs.get(0).id() : Tally.TOTAL;
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
                tally.itemRows().scores(items, scale, tally.itemRows().everyRow());
        Map<String, List<String>> factors = new LinkedHashMap<>();
        constructs.forEach(construct -> factors.put(construct.id(), itemsOf(construct)));
        return ScaleSet.of(named(), factors, new Scores(scores));
    }

    private tw.minsheng.statistics.reliability.Scale named() {
        return new tw.minsheng.statistics.reliability.Scale(
                items.stream().map(Column::id).toList(), scale.min(), scale.max());
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
