package tw.minsheng.statistics.battery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.Warning;
import tw.minsheng.statistics.factor.FactorModel;
import tw.minsheng.statistics.factor.FitLimits;
import tw.minsheng.statistics.factor.GroupMoments;
import tw.minsheng.statistics.factor.Invariance;
import tw.minsheng.statistics.factor.Invariance.Step;
import tw.minsheng.statistics.moments.CrossSums;

/**
 * IV1 over the groups of a set, as far as they are large enough: one row for each model, from the loosest on, with what they say
 * together. Groups that are too small are named.
 */
final class InvarianceTable {

    private static final String MODELS = "invariance";
    private static final String VERDICT = "invariance_verdict";
    private static final String SIZES = "invariance_n";

    private static final List<String> COLUMNS = List.of(
            "chisq", "df", "p", "cfi", "rmsea", "delta_chisq", "delta_df", "delta_p", "delta_cfi", "delta_rmsea");

    private final FactorModel model;
    private final Map<String, GroupMoments> groups;
    private final Invariance found;

    /** @param labels of each row of the answers, {@code ""} where there is none */
    private InvarianceTable(Cut cut, FactorModel model, List<String> labels) {
        this.model = model;
        this.groups = groups(cut, labels);
        List<GroupMoments> enough = groups.values().stream()
                .filter(group -> Invariance.isEnough(model, group.n()))
                .toList();
        this.found = groups.size() > 1 && enough.size() < 2
                ? new Invariance(List.of(), List.of(tooSmall()))
                : Invariance.of(model, enough);
    }

    static void add(Sheet sheet, Cut cut, FactorModel model, List<String> labels) {
        InvarianceTable table = new InvarianceTable(cut, model, labels);
        sheet.put(MODELS, table::models);
        sheet.put(VERDICT, table::verdict);
        sheet.put(SIZES, table::sizes);
        sheet.warn(MODELS, table.leftOut());
    }

    /** Where there is no model of all answers. */
    static void refuse(Sheet sheet, Value reason) {
        List.of(MODELS, VERDICT, SIZES).forEach(name -> sheet.value(name, () -> reason));
    }

    /** Two are needed: the second largest is the one that is too small. */
    private Value tooSmall() {
        long second = groups.values().stream()
                .map(GroupMoments::n)
                .sorted(Comparator.reverseOrder())
                .toList()
                .get(1);
        return Value.undefined(Reason.N_TOO_SMALL, Map.of("n", Long.toString(second)));
    }

    private Shape models() {
        if (!found.refusal().isEmpty()) {
            return Shape.of(found.refusal().get(0));
        }
        List<Step> steps = found.steps();
        List<String> names = steps.stream()
                .map(step -> step.level().name().toLowerCase(Locale.ROOT))
                .toList();
        return Shape.table(names, COLUMNS, (i, j) -> cell(steps.get(i), j));
    }

    private Shape verdict() {
        return found.verdict(FitLimits.usual())
                .<Shape>map(verdict -> new Shape.Text(verdict.key()))
                .orElseGet(() -> Shape.of(found.refusal().get(0)));
    }

    /** Complete answers of each group. */
    private Shape sizes() {
        List<String> names = List.copyOf(groups.keySet());
        List<GroupMoments> moments = new ArrayList<>(groups.values());
        return names.isEmpty()
                ? Shape.of(Value.undefined(Reason.NO_DATA))
                : Shape.byName(names, i -> Value.of((double) moments.get(i).n()));
    }

    private List<Warning> leftOut() {
        List<Warning> warnings = new ArrayList<>();
        groups.forEach((name, group) -> {
            if (!Invariance.isEnough(model, group.n())) {
                warnings.add(new Warning(
                        "group_left_out",
                        Map.of("group", name, "n", Long.toString(group.n()), "reason", Reason.N_TOO_SMALL.key())));
            }
        });
        return warnings;
    }

    private static Value cell(Step step, int column) {
        return switch (column) {
            case 0 -> step.chiSquare();
            case 1 -> Value.of((double) step.df());
            case 2 -> step.p();
            case 3 -> step.cfi();
            case 4 -> step.rmsea();
            case 5 -> step.deltaChiSquare();
            case 6 -> step.deltaChiSquare().map(x -> step.deltaDf());
            case 7 -> step.deltaP();
            case 8 -> step.deltaCfi();
            default -> step.deltaRmsea();
        };
    }

    /** In the order of their names. */
    private static Map<String, GroupMoments> groups(Cut cut, List<String> labels) {
        List<String> answered = cut.answered();
        int[] items = cut.varying().stream().mapToInt(answered::indexOf).toArray();
        Map<String, CrossSums> sums = new TreeMap<>();
        double[] row = new double[items.length];
        for (int i = 0; i < cut.rows(); i++) {
            if (!labels.get(i).isEmpty() && cut.isComplete(i)) {
                int at = i;
                Arrays.setAll(row, j -> cut.at(at, items[j]));
                sums.computeIfAbsent(labels.get(i), name -> CrossSums.of(items.length, MissingRule.LISTWISE))
                        .add(row);
            }
        }
        Map<String, GroupMoments> groups = new TreeMap<>();
        sums.forEach((name, group) -> groups.put(
                name,
                new GroupMoments(
                        group.n(0, 0),
                        IntStream.range(0, items.length).mapToObj(group::mean).toList(),
                        group.covariances())));
        return groups;
    }
}
