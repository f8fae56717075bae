package tw.minsheng.report.scale;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tw.minsheng.dataset.ItemRows;
import tw.minsheng.dataset.ItemScores;
import tw.minsheng.dataset.Tally;
import tw.minsheng.report.Basis;
import tw.minsheng.report.Result;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.Tables;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.SmallCells;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.factor.FactorModel;
import tw.minsheng.statistics.factor.FitLimits;
import tw.minsheng.statistics.factor.GroupMoments;
import tw.minsheng.statistics.factor.Invariance;
import tw.minsheng.statistics.moments.CrossSums;

/**
 * 測量恆等性 (IV1) of the constructs across ways of answering, displays and waves, as far as the groups are big enough (30 people, and more
 * than the model has parameters): only then may scores be compared between them. Over people who answered every item. A group that
 * {@link GroupReliability} hides takes no part: n of all of them would tell with n of the others how many it has.
 */
final class Comparability {

    private final Tally tally;
    private final FitLimits limits;
    private final Set<String> hiddenModes;
    private final List<Tested> all = new ArrayList<>();

    /**
     * One family across one kind of groups.
     *
     * @param groups how many people each has, by name
     * @param leftOut the same of those that may be seen but are too small to be tested
     */
    private record Tested(
            Family family, String label, Map<String, Long> groups, Map<String, Long> leftOut, Invariance found) {

        long n() {
            return groups.values().stream().mapToLong(Long::longValue).sum();
        }

        Value refusal() {
            return found.refusal().get(0);
        }
    }

    /**
     * @param limits by which the models are judged
     * @param hiddenModes ways of answering that too few people used to be shown apart
     */
    Comparability(Tally tally, FitLimits limits, Set<String> hiddenModes) {
        this.tally = tally;
        this.limits = limits;
        this.hiddenModes = hiddenModes;
        for (ItemRows.Label label : ItemRows.Label.values()) {
            for (Family family : Family.of(tally.layout())) {
                tested(family, label).ifPresent(found -> all.addAll(orAlone(found, label)));
            }
        }
    }

    /** Groups that are too small for all constructs together may be big enough for one of them. */
    private List<Tested> orAlone(Tested found, ItemRows.Label label) {
        if (found.found().refusal().isEmpty() || found.family().constructs().size() == 1) {
            return List.of(found);
        }
        List<Tested> alone = found.family().constructs().stream()
                .flatMap(construct -> tested(found.family().only(construct), label).stream())
                .toList();
        return alone.stream().allMatch(each -> each.found().steps().isEmpty()) ? List.of(found) : alone;
    }

    /** None where there is nothing to compare. */
    private Optional<Tested> tested(Family family, ItemRows.Label label) {
        long seen = tally.itemRows().words(label).stream()
                .filter(word -> !word.isEmpty() && !hiddenModes.contains(word))
                .filter(word -> tally.itemRows().rowsOf(label, word).length >= least())
                .count();
        if (seen < 2) {
            return Optional.empty();
        }
        FactorModel model = FactorModel.ofSizes(family.constructs().stream()
                .map(construct -> family.itemsOf(construct).size())
                .toList());
        Map<String, Long> named = new TreeMap<>();
        Map<String, Long> leftOut = new TreeMap<>();
        List<GroupMoments> moments = new ArrayList<>();
        shown(family, label).forEach((word, sums) -> {
            long n = sums.n(0, 0);
            if (Invariance.isEnough(model, n)) {
                named.put(word, n);
                moments.add(new GroupMoments(
                        n,
                        IntStream.range(0, model.items()).mapToObj(sums::mean).toList(),
                        sums.covariances()));
            } else if (n > 0) {
                leftOut.put(word, n);
            }
        });
        Invariance found = moments.size() < 2
                ? new Invariance(List.of(), List.of(tooSmall(named, leftOut)))
                : Invariance.of(model, moments);
        return Optional.of(new Tested(family, label.name().toLowerCase(Locale.ROOT), named, leftOut, found));
    }

    /** The groups that may be seen, by name. */
    private Map<String, CrossSums> shown(Family family, ItemRows.Label label) {
        List<String> words = tally.itemRows().words(label);
        List<CrossSums> sums = words.stream()
                .map(word -> sums(family, tally.itemRows().rowsOf(label, word)))
                .toList();
        Set<Integer> hidden = SmallCells.hidden(
                least(), sums.stream().map(each -> each.n(0, 0)).toList());
        Map<String, CrossSums> shown = new TreeMap<>();
        for (int place = 0; place < words.size(); place++) {
            String word = words.get(place);
            if (!word.isEmpty() && !hidden.contains(place) && !hiddenModes.contains(word)) {
                shown.put(word, sums.get(place));
            }
        }
        return shown;
    }

    /** The second largest group is the one that is too small; it may be one that is hidden. */
    private Value tooSmall(Map<String, Long> named, Map<String, Long> leftOut) {
        return Stream.concat(named.values().stream(), leftOut.values().stream())
                .sorted(Comparator.reverseOrder())
                .skip(1)
                .findFirst()
                .map(second -> Value.undefined(Reason.N_TOO_SMALL, Map.of("n", Long.toString(second))))
                .orElseGet(() -> Value.undefined(Reason.SMALL_CELL, Map.of("m", Integer.toString(least()))));
    }

    private CrossSums sums(Family family, int[] rows) {
        ItemScores scores = tally.itemRows().scores(family.items(), family.scales(), rows);
        CrossSums sums = CrossSums.of(family.items().size(), MissingRule.LISTWISE);
        double[] answers = new double[family.items().size()];
        for (int row = 0; row < scores.rows(); row++) {
            int person = row;
            Arrays.setAll(answers, item -> scores.at(person, item));
            if (Arrays.stream(answers).noneMatch(Missing::is)) {
                sums.add(answers);
            }
        }
        return sums;
    }

    private int least() {
        return tally.layout().survey().privacy().minCellSize();
    }

    List<Result> results() {
        List<Result> results = new ArrayList<>();
        for (Tested each : all) {
            String key = each.family().object() + ".invariance." + each.label();
            if (!each.found().refusal().isEmpty()) {
                results.add(Result.of(key, each.refusal(), basis(each)));
            }
            each.leftOut()
                    .forEach((group, n) -> results.add(Result.of(
                            key + ".left_out." + group,
                            Value.undefined(Reason.N_TOO_SMALL, Map.of("n", Long.toString(n))),
                            basis(each))));
            for (Invariance.Step step : each.found().steps()) {
                String level = key + "." + step.level().name().toLowerCase(Locale.ROOT);
                results.add(Result.of(level + ".chisq", step.chiSquare(), basis(each)));
                results.add(Result.of(level + ".df", Value.of((double) step.df()), basis(each)));
                results.add(Result.of(level + ".p", step.p(), basis(each)));
                results.add(Result.of(level + ".cfi", step.cfi(), basis(each)));
                results.add(Result.of(level + ".rmsea", step.rmsea(), basis(each)));
                results.add(Result.of(level + ".delta_chisq", step.deltaChiSquare(), basis(each)));
                results.add(Result.of(level + ".delta_df", deltaDf(step), basis(each)));
                results.add(Result.of(level + ".delta_p", step.deltaP(), basis(each)));
                results.add(Result.of(level + ".delta_cfi", step.deltaCfi(), basis(each)));
                results.add(Result.of(level + ".delta_rmsea", step.deltaRmsea(), basis(each)));
            }
        }
        return results;
    }

    private Basis basis(Tested each) {
        return new Basis(
                each.n(),
                Math.max(tally.used(), each.n()),
                each.family().items().size(),
                "multigroup_cfa_ml",
                false,
                MissingRule.LISTWISE);
    }

    private static Value deltaDf(Invariance.Step step) {
        return step.deltaChiSquare().map(any -> step.deltaDf());
    }

    /**
     * T4.6.invariance: one row for each model, with what all of them say ({@code verdict}: {@code misfit} where the configural model does not
     * fit, else the last that holds); one without numbers where it was refused, which says why.
     */
    ResultTable table() {
        List<Line> lines = new ArrayList<>();
        for (Tested each : all) {
            if (each.found().steps().isEmpty()) {
                lines.add(new Line(each, Optional.empty()));
            }
            each.found().steps().forEach(step -> lines.add(new Line(each, Optional.of(step))));
        }
        return Tables.named("T4.6.invariance")
                .words("object", each(lines, line -> line.of().family().object()))
                .words("by", each(lines, line -> line.of().label()))
                .words(
                        "groups",
                        each(lines, line -> String.join(" ", line.of().groups().keySet())))
                .words("left_out", each(lines, line -> leftOut(line.of())))
                .counts("n", each(lines, line -> line.of().n()))
                .words(
                        "model",
                        each(
                                lines,
                                line -> line.step()
                                        .map(step -> step.level().name().toLowerCase(Locale.ROOT))
                                        .orElse("")))
                .numbers("chisq", number(lines, Invariance.Step::chiSquare))
                .numbers("df", number(lines, step -> Value.of((double) step.df())))
                .numbers("p", number(lines, Invariance.Step::p))
                .numbers("cfi", number(lines, Invariance.Step::cfi))
                .numbers("rmsea", number(lines, Invariance.Step::rmsea))
                .numbers("delta_chisq", number(lines, Invariance.Step::deltaChiSquare))
                .numbers("delta_df", number(lines, Comparability::deltaDf))
                .numbers("delta_p", number(lines, Invariance.Step::deltaP))
                .numbers("delta_cfi", number(lines, Invariance.Step::deltaCfi))
                .numbers("delta_rmsea", number(lines, Invariance.Step::deltaRmsea))
                .words("verdict", each(lines, line -> verdict(line.of())))
                .result();
    }

    private String verdict(Tested tested) {
        return tested.found().verdict(limits).map(Invariance.Verdict::key).orElse("");
    }

    /** {@code phone:11 kiosk:7}. */
    private static String leftOut(Tested tested) {
        return tested.leftOut().entrySet().stream()
                .map(group -> group.getKey() + ":" + group.getValue())
                .collect(Collectors.joining(" "));
    }

    private record Line(Tested of, Optional<Invariance.Step> step) {}

    private static <T> List<T> each(List<Line> lines, Function<Line, T> value) {
        return lines.stream().map(value).toList();
    }

    private static List<Optional<Double>> number(List<Line> lines, Function<Invariance.Step, Value> value) {
        return each(lines, line -> line.step().map(value).flatMap(Study::known));
    }
}
