package tw.minsheng.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tw.minsheng.statistics.quality.ResponseQuality;
import tw.minsheng.survey.Scale;
import tw.minsheng.survey.Survey;

/**
 * Items in which one answer to all of them may mean that somebody did not read (RE17): those of a construct, or of a matrix question, on
 * one range of scores, five or more. Over a whole questionnaire hardly anybody gives one answer to everything, however carelessly they
 * answer.
 *
 * @param object {@code construct.<id>} or {@code grid.<id of the question>}
 * @param scales one for each item
 */
public record ItemSet(String object, List<Column> items, List<Scale> scales) {

    public ItemSet {
        items = List.copyOf(items);
        scales = List.copyOf(scales);
    }

    /** Those of the constructs, then those of matrix questions that are not part of one construct. */
    public static List<ItemSet> of(Layout layout) {
        List<ItemSet> sets = all(layout).stream()
                .filter(set -> set.items().size() >= ResponseQuality.LEAST_ITEMS)
                .toList();
        return sets.stream().filter(set -> !set.isWithinAnother(sets)).toList();
    }

    private static List<ItemSet> all(Layout layout) {
        Survey survey = layout.survey();
        Stream<ItemSet> constructs = survey.constructs().stream()
                .map(construct -> of(
                        layout,
                        "construct." + construct.id(),
                        construct.items().stream()
                                .flatMap(item -> layout.column(item).stream())
                                .filter(Column::isItem)
                                .toList()));
        Map<String, List<Column>> questions = new LinkedHashMap<>();
        layout.items()
                .forEach(column -> questions
                        .computeIfAbsent(column.variable().question(), none -> new ArrayList<>())
                        .add(column));
        Stream<ItemSet> grids = questions.entrySet().stream()
                .map(question -> of(layout, "grid." + question.getKey(), question.getValue()));
        return Stream.concat(constructs, grids)
                .filter(set -> set.scales().stream()
                                .map(scale -> List.of(scale.min(), scale.max()))
                                .distinct()
                                .count()
                        == 1)
                .toList();
    }

    private static ItemSet of(Layout layout, String object, List<Column> items) {
        return new ItemSet(
                object,
                items,
                items.stream()
                        .map(column -> layout.survey().scale(column.variable().scale()))
                        .toList());
    }

    /** Of two sets with the same items the first stays. */
    private boolean isWithinAnother(List<ItemSet> sets) {
        return object.startsWith("grid.")
                && sets.stream()
                        .filter(set -> !set.object().equals(object))
                        .anyMatch(set -> set.items().containsAll(items));
    }
}
