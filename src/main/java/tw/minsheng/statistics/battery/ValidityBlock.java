package tw.minsheng.statistics.battery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.compare.Association;
import tw.minsheng.statistics.compare.Group;
import tw.minsheng.statistics.compare.OneWay;
import tw.minsheng.statistics.compare.RankTest;
import tw.minsheng.statistics.compare.TwoGroups;

/** 已知群體 and 效標: whether mean scores differ between groups, and go with a measure from outside. KG1, CR1. Complete rows. */
final class ValidityBlock {

    static final String NAME = "validity";

    private static final double LEVEL = .95;
    private static final List<String> TESTS = List.of("anova", "welch_anova", "levene_mean", "kruskal");
    /** To so many decimals means of the same answers in another order are ties. */
    private static final double DIGITS = 1e12;

    private final Cut cut;
    private final Sheet sheet;

    private ValidityBlock(Cut cut) {
        this.cut = cut;
        this.sheet = new Sheet(cut.refusal());
    }

    /** @param set with a group or a criterion */
    static Block of(Cut cut, String name, ScaleSet set) {
        ValidityBlock block = new ValidityBlock(cut);
        double[] scores = block.scores();
        if (!set.group().isEmpty()) {
            block.groups(scores, set.group());
        }
        if (!set.criterion().isEmpty()) {
            block.criterion(scores, set.criterion());
        }
        return block.sheet.block(NAME, name, MissingRule.LISTWISE, cut.n());
    }

    /** Mean of each row that answers every item. */
    private double[] scores() {
        double[] scores = new double[cut.rows()];
        int items = cut.answered().size();
        for (int i = 0; i < scores.length; i++) {
            double sum = 0;
            boolean complete = items > 0 && cut.isComplete(i);
            for (int j = 0; complete && j < items; j++) {
                sum += cut.at(i, j);
            }
            scores[i] = complete ? sum / items : Missing.ANSWER;
        }
        return scores;
    }

    /** For ranks only: what is computed with the scores themselves keeps all their digits. */
    private static double[] tied(double... scores) {
        return Arrays.stream(scores)
                .map(score -> StrictMath.rint(score * DIGITS) / DIGITS)
                .toArray();
    }

    private void groups(double[] scores, List<String> labels) {
        Map<String, List<Double>> found = new TreeMap<>();
        for (int i = 0; i < scores.length; i++) {
            if (!Missing.is(scores[i]) && !labels.get(i).isEmpty()) {
                found.computeIfAbsent(labels.get(i), key -> new ArrayList<>()).add(scores[i]);
            }
        }
        List<double[]> values = found.values().stream()
                .map(list -> list.stream().mapToDouble(Double::doubleValue).toArray())
                .toList();
        List<Group> groups = values.stream().map(Group::of).toList();
        described(List.copyOf(found.keySet()), groups);
        if (groups.size() < 2) {
            Value one = Value.undefined(groups.isEmpty() ? Reason.NO_DATA : Reason.NO_VARIATION);
            TESTS.forEach(name -> sheet.value(name, () -> one));
            return;
        }
        long least = groups.stream().mapToLong(Group::n).min().orElse(0);
        if (least < 2) {
            Value few = Value.undefined(Reason.N_TOO_SMALL, Map.of("n", Long.toString(least)));
            TESTS.forEach(name -> sheet.value(name, () -> few));
            return;
        }
        several(values, groups);
        if (groups.size() == 2) {
            two(values, groups);
        }
    }

    private void described(List<String> names, List<Group> groups) {
        sheet.put(
                "known_groups_desc",
                () -> Shape.table(names, List.of("n", "mean", "sd"), (i, j) -> switch (j) {
                    case 0 -> Value.of((double) groups.get(i).n());
                    case 1 -> Value.of(groups.get(i).mean());
                    default ->
                        groups.get(i).n() < 2
                                ? Value.undefined(Reason.N_TOO_SMALL, Map.of("n", "1"))
                                : Value.of(StrictMath.sqrt(groups.get(i).variance()));
                }));
    }

    private void several(List<double[]> values, List<Group> groups) {
        sheet.put("anova", () -> {
            OneWay.Variance variance = OneWay.anova(groups);
            Map<String, Shape> parts = tested(variance.test());
            parts.put("ss_between", Shape.of(variance.between()));
            parts.put("ss_within", Shape.of(variance.within()));
            parts.put("eta2", Shape.of(variance.eta2()));
            parts.put("omega2", Shape.of(variance.omega2()));
            return new Shape.Named(parts);
        });
        sheet.put("welch_anova", () -> new Shape.Named(tested(OneWay.welch(groups))));
        sheet.put("levene_mean", () -> new Shape.Named(tested(OneWay.levene(values))));
        sheet.put("kruskal", () -> {
            RankTest test =
                    RankTest.kruskal(values.stream().map(ValidityBlock::tied).toList());
            List<Value> parts = List.of(test.statistic(), Value.of((double) test.df()), test.p());
            return Shape.byName(List.of("H", "df", "p"), parts::get);
        });
    }

    private static Map<String, Shape> tested(OneWay test) {
        Map<String, Shape> parts = new LinkedHashMap<>();
        parts.put("F", Shape.of(test.f()));
        parts.put("df1", Shape.of(test.df1()));
        parts.put("df2", Shape.of(test.df2()));
        parts.put("p", Shape.of(test.p()));
        return parts;
    }

    private void two(List<double[]> values, List<Group> groups) {
        sheet.put("t_pooled", () -> tested(TwoGroups.pooled(groups.get(0), groups.get(1), LEVEL)));
        sheet.put("t_welch", () -> tested(TwoGroups.welch(groups.get(0), groups.get(1), LEVEL)));
        sheet.value("cohens_d_pooled", () -> TwoGroups.cohensD(groups.get(0), groups.get(1)));
        sheet.put("wilcoxon", () -> {
            RankTest test = RankTest.wilcoxon(tied(values.get(0)), tied(values.get(1)));
            return Shape.byName(List.of("W", "p"), i -> i == 0 ? test.statistic() : test.p());
        });
    }

    private static Shape tested(TwoGroups test) {
        Map<String, Shape> parts = new LinkedHashMap<>();
        parts.put("t", Shape.of(test.t()));
        parts.put("df", Shape.of(test.df()));
        parts.put("p", Shape.of(test.p()));
        parts.put(
                "ci",
                new Shape.Series(
                        List.of(test.interval().lower(), test.interval().upper())));
        return new Shape.Named(parts);
    }

    private void criterion(double[] scores, List<Double> criterion) {
        List<Integer> both = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            if (!Missing.is(scores[i]) && !Missing.is(criterion.get(i))) {
                both.add(i);
            }
        }
        double[] x = both.stream().mapToDouble(i -> scores[i]).toArray();
        double[] y = both.stream().mapToDouble(criterion::get).toArray();
        Association r = Association.pearson(x, y, LEVEL);
        sheet.put("criterion_pearson", () -> pearson(r));
        sheet.put("criterion_spearman", () -> {
            Association rho = Association.spearman(tied(x), y);
            return Shape.byName(List.of("rho", "p"), i -> i == 0 ? rho.r() : rho.p());
        });
        sheet.value("criterion_kendall_taub", () -> Association.kendall(tied(x), y));
        sheet.value(
                "criterion_disattenuated_alpha_only",
                () -> withoutNoise(r.r(), cut.reliability().alphaRaw()));
    }

    private static Shape pearson(Association r) {
        if (!r.r().isKnown()) {
            return Shape.of(r.r());
        }
        Map<String, Shape> parts = new LinkedHashMap<>();
        parts.put("n", Shape.of((double) r.n()));
        parts.put("r", Shape.of(r.r()));
        parts.put("t", Shape.of(r.t()));
        parts.put("df", Shape.of(r.n() - 2.0));
        parts.put("p", Shape.of(r.p()));
        parts.put(
                "ci",
                new Shape.Series(List.of(r.interval().lower(), r.interval().upper())));
        return new Shape.Named(parts);
    }

    /** r/√α: what it would be if the scale measured without error. */
    private static Value withoutNoise(Value r, Value alpha) {
        if (!r.isKnown() || !alpha.isKnown()) {
            return r.isKnown() ? alpha : r;
        }
        return alpha.number() > 0
                ? Value.of(r.number() / StrictMath.sqrt(alpha.number()))
                : Value.undefined(Reason.ZERO_DENOMINATOR);
    }
}
