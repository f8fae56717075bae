package tw.minsheng.report.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tw.minsheng.collect.FieldNames;
import tw.minsheng.dataset.ColumnTally;
import tw.minsheng.dataset.Frequencies;
import tw.minsheng.report.ResultTable;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.SmallCells;
import tw.minsheng.statistics.Value;
import tw.minsheng.survey.Question;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.Variable;
import tw.minsheng.survey.Weighting;

/**
 * The groups of people that must not be seen, because they are smaller than {@code privacy.minCellSize}, or because a smaller
 * one could be found with them by subtraction ({@link SmallCells}). A group is a value of what people are, not of what they
 * think: of a demographic or a screener, of the variable of strata, clusters or weights, or a way of answering. What an item
 * got from everybody (2 very dissatisfied) says nothing about who they are and stays; so do the kinds of missing answers,
 * what was planned, and the population.
 *
 * <p>One variable hides the same groups in every table, else one table would tell what the other hides.
 */
final class SmallGroups {

    private final Weighed sample;
    private final Survey survey;
    private final Set<String> variables;

    SmallGroups(Weighed sample) {
        this.sample = sample;
        this.survey = sample.tally().layout().survey();
        this.variables = variables(survey);
    }

    private static Set<String> variables(Survey survey) {
        Set<String> ids = survey.variables().stream()
                .filter(variable -> variable.role() != Question.Role.NONE)
                .map(Variable::id)
                .collect(Collectors.toCollection(HashSet::new));
        survey.populations().stream().map(Weighting.Margin::variable).forEach(ids::add);
        ids.add(survey.sampling().strata().variable());
        ids.add(survey.sampling().cluster().variable());
        return ids;
    }

    private long least() {
        return survey.privacy().minCellSize();
    }

    /** Places of the hidden values of this variable in the questionnaire; none when it makes no groups of people. */
    Set<Integer> of(ColumnTally column) {
        Variable variable = column.column().variable();
        boolean isGroups = variable.kind() == Variable.Kind.CHOICE || variable.kind() == Variable.Kind.SCALE;
        if (!isGroups || !variables.contains(variable.id())) {
            return Set.of();
        }
        List<List<Long>> views = new ArrayList<>();
        views.add(counts(variable, column.frequencies()::of));
        if (isStratum(variable)) {
            views.add(counts(variable, sample.tally()::rowsOfStratum));
        }
        return SmallCells.hiddenInAll(least(), views);
    }

    private static List<Long> counts(Variable variable, IntToLongFunction people) {
        return IntStream.range(0, variable.values().size())
                .mapToLong(people)
                .boxed()
                .toList();
    }

    /** The file of answers may name strata that differ from what people said of themselves. */
    private boolean isStratum(Variable variable) {
        return variable.id().equals(survey.sampling().strata().variable())
                && !sample.tally().grid().stratum().isEmpty();
    }

    /** Whether too few people took a choice of which several could be taken, or too few did not. */
    boolean isHiddenChoice(ColumnTally column) {
        long chosen = column.frequencies().of(1);
        return variables.contains(column.column().id())
                && !SmallCells.hidden(
                                least(), List.of(chosen, column.frequencies().valid() - chosen))
                        .isEmpty();
    }

    /** Whether this is the free text of a hidden choice: nearly everybody who takes 其他 writes what. */
    boolean isTextOfHiddenChoice(ColumnTally text) {
        Variable variable = text.column().variable();
        return sample.tally().columns().stream()
                .filter(column -> column.column().variable().question().equals(variable.question()))
                .anyMatch(column -> switch (column.column().variable().kind()) {
                    case CHOICE -> of(column).stream().anyMatch(place -> isTextOf(variable, column, place));
                    case FLAG -> variable.id().equals(column.column().id() + "_text") && isHiddenChoice(column);
                    default -> false;
                });
    }

    private static boolean isTextOf(Variable text, ColumnTally choices, int place) {
        String value = choices.column().variable().values().get(place).code();
        return text.id().equals(FieldNames.freeText(choices.column().id(), value));
    }

    /** The hidden ways of answering; when all came in one way, that is no group. */
    Set<String> modes() {
        Map<String, Long> all = sample.tally().field().modes();
        Map<String, Frequencies> overall = sample.tally().overallByMode();
        Set<String> names = new TreeSet<>(all.keySet());
        names.addAll(overall.keySet());
        if (names.size() < 2) {
            return Set.of();
        }
        List<List<Long>> views = new ArrayList<>();
        views.add(names.stream().map(name -> all.getOrDefault(name, 0L)).toList());
        if (overall.size() > 1) {
            views.add(names.stream()
                    .map(name -> overall.containsKey(name) ? overall.get(name).valid() : 0L)
                    .toList());
        }
        List<String> order = List.copyOf(names);
        return SmallCells.hiddenInAll(least(), views).stream().map(order::get).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Whether the weights would tell the size of a hidden group: a weight is population by answers, so the greatest weight,
     * a bar of their histogram or the number of cut weights is often one small group. The design effect stays: it belongs to
     * the margin of error, which must be printed, and it is a sum over all answers.
     */
    boolean areInWeights() {
        return switch (sample.method()) {
            case NONE -> false;
            // who made them knows from what; here it could be any of the groups
            case FILE -> isAnyHidden();
            case CELL, RAKING, LINEAR, LOGIT ->
                sample.tally().isWeighted()
                        ? isAnyHidden()
                        : survey.weighting().margins().stream()
                                .flatMap(margin -> sample.tally().layout().column(margin.variable()).stream())
                                .anyMatch(column ->
                                        !of(sample.tally().column(column.id())).isEmpty());
        };
    }

    private boolean isAnyHidden() {
        return sample.tally().columns().stream().anyMatch(column -> !of(column).isEmpty());
    }

    /** The rows, of so many, that are hidden. */
    static Set<Integer> rows(int rows, IntPredicate hidden) {
        return IntStream.range(0, rows).filter(hidden).boxed().collect(Collectors.toUnmodifiableSet());
    }

    /** The table without the figures of these rows; codes, words, population and plan stay. */
    static ResultTable hide(ResultTable table, Set<Integer> rows, String... columns) {
        return rows.isEmpty() ? table : table.without(rows, List.of(columns), Reason.SMALL_CELL);
    }

    /** In place of a figure from which a hidden group could be worked out. */
    Value hidden() {
        return Value.undefined(Reason.SMALL_CELL, Map.of("m", Long.toString(least())));
    }
}
