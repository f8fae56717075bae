package tw.minsheng.dataset;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.quality.ResponseQuality;
import tw.minsheng.survey.Answer;
import tw.minsheng.survey.Background;
import tw.minsheng.survey.Construct;
import tw.minsheng.survey.Scale;
import tw.minsheng.survey.Survey;

/**
 * The rules about careless answers that a survey fixed before data came ({@code background.exclusions}), over the largest set of
 * items of constructs on one range of scores, as they were answered. {@code longestRun} is a number of items, {@code straightlining}
 * the share of the most frequent answer, 0–100; {@code secondsPerItem} is not measured, so a rule that names it flags nobody.
 */
public final class Screening {

    private static final String RUN = "longestRun";
    private static final String SAME = "straightlining";
    private static final Set<String> MEASURED = Set.of(RUN, SAME);

    private final List<Column> items;
    private final List<Scale> scales;
    private final List<Background.Exclusion> rules;

    Screening(Layout layout) {
        Survey survey = layout.survey();
        Map<List<Integer>, List<Column>> ranges = new LinkedHashMap<>();
        survey.constructs().stream()
                .map(Construct::items)
                .flatMap(List::stream)
                .flatMap(item -> layout.column(item).stream())
                .filter(Column::isItem)
                .forEach(column -> {
                    Scale scale = survey.scale(column.variable().scale());
                    ranges.computeIfAbsent(List.of(scale.min(), scale.max()), none -> new ArrayList<>())
                            .add(column);
                });
        this.items = ranges.values().stream()
                .reduce((one, other) -> other.size() > one.size() ? other : one)
                .map(List::copyOf)
                .orElseGet(List::of);
        this.scales = items.stream()
                .map(column -> survey.scale(column.variable().scale()))
                .toList();
        this.rules = survey.background().exclusions();
    }

    /** The items that are looked at; none in a survey without constructs. */
    public List<Column> items() {
        return items;
    }

    /** One for each item. */
    public List<Scale> scales() {
        return scales;
    }

    /** Whether all that the rule names is measured. */
    public static boolean isMeasured(Background.Exclusion rule) {
        return MEASURED.containsAll(rule.rule().names());
    }

    /** The rules that flag somebody who answered so; nobody is flagged for fewer than five answers. */
    public List<Background.Exclusion> flags(ResponseQuality quality) {
        if (rules.isEmpty() || quality.answered() < ResponseQuality.LEAST_ITEMS) {
            return List.of();
        }
        Map<String, Answer> measures = new HashMap<>();
        measures.put(RUN, new Answer.Quantity(BigDecimal.valueOf(quality.longestRun())));
        measures.put(
                SAME,
                new Answer.Quantity(BigDecimal.valueOf(quality.samePercent().number())));
        return rules.stream()
                .filter(Screening::isMeasured)
                .filter(rule -> rule.rule().holds(measures))
                .toList();
    }

    List<Background.Exclusion> flags(Row row) {
        if (rules.isEmpty()) {
            return List.of();
        }
        double[] answers = new double[items.size()];
        for (int i = 0; i < answers.length; i++) {
            int code = row.code(items.get(i));
            answers[i] =
                    code < 0 ? Missing.ANSWER : scales.get(i).points().get(code).value();
        }
        return flags(ResponseQuality.of(answers));
    }
}
