package tw.minsheng.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.compare.Association;
import tw.minsheng.statistics.compare.Group;
import tw.minsheng.statistics.compare.OneWay;
import tw.minsheng.statistics.compare.RankTest;
import tw.minsheng.statistics.compare.TwoGroups;
import tw.minsheng.statistics.item.CriticalRatio;
import tw.minsheng.statistics.item.ExtremeGroups;

/** Which kernel answers which statistic of item analysis, known groups and criteria. */
final class ValidityAdapters {

    private static final List<String> RATIO_COLUMNS = List.of(
            "mean_high",
            "mean_low",
            "diff",
            "levene_F",
            "levene_p",
            "t_equal",
            "df_equal",
            "p_equal",
            "t_welch",
            "df_welch",
            "p_welch",
            "CR_spss_practice");

    private final Map<String, Function<ScaleBlock, JsonNode>> adapters = new LinkedHashMap<>();

    ValidityAdapters() {
        items();
        groups();
        criteria();
    }

    Map<String, Function<ScaleBlock, JsonNode>> all() {
        return adapters;
    }

    private void put(String block, String statistic, Function<ScaleBlock, JsonNode> adapter) {
        adapters.put(block + "/" + statistic, adapter);
    }

    private void items() {
        put("item_analysis", "extreme_groups", b -> extremes(b, ExtremeGroups.USUAL));
        put("item_analysis", "extreme_groups_25", b -> extremes(b, .25));
        put("item_analysis", "extreme_groups_33", b -> extremes(b, .33));
        put("item_analysis", "critical_ratio_table", ValidityAdapters::ratios);
        put("reliability", "discrimination_D27", ValidityAdapters::discrimination);
    }

    private static double[] totals(double[][] rows) {
        return Arrays.stream(rows).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
    }

    private static JsonNode extremes(ScaleBlock block, double share) {
        ExtremeGroups groups = ExtremeGroups.of(totals(block.completeAnswers()), share);
        ObjectNode object = Tree.object();
        object.set("m", Tree.count(groups.m()));
        object.set("lo", Tree.of(groups.low()));
        object.set("hi", Tree.of(groups.high()));
        object.set("n_low", Tree.count(groups.lowSize()));
        object.set("n_high", Tree.count(groups.highSize()));
        return object;
    }

    private static double[] ofGroup(double[][] rows, double[] totals, ExtremeGroups groups, boolean high, int item) {
        return IntStream.range(0, rows.length)
                .filter(i -> high ? groups.isHigh(totals[i]) : groups.isLow(totals[i]))
                .mapToDouble(i -> rows[i][item])
                .toArray();
    }

    private static JsonNode ratios(ScaleBlock block) {
        double[][] rows = block.completeAnswers();
        double[] totals = totals(rows);
        ExtremeGroups groups = ExtremeGroups.of(totals, ExtremeGroups.USUAL);
        JsonNode cells = Tree.array(
                block.items().size(),
                i -> ratio(CriticalRatio.of(
                        ofGroup(rows, totals, groups, true, i), ofGroup(rows, totals, groups, false, i))));
        return Tree.matrix(block.items(), RATIO_COLUMNS, "data", cells);
    }

    private static JsonNode ratio(CriticalRatio ratio) {
        List<Value> cells = List.of(
                ratio.high(),
                ratio.low(),
                ratio.high().map(high -> high - ratio.low().number()),
                ratio.levene().f(),
                ratio.levene().p(),
                ratio.pooled().t(),
                ratio.pooled().df(),
                ratio.pooled().p(),
                ratio.welch().t(),
                ratio.welch().df(),
                ratio.welch().p(),
                ratio.ratio());
        return Tree.array(cells.size(), i -> Tree.of(cells.get(i)));
    }

    private static JsonNode discrimination(ScaleBlock block) {
        double[][] rows = block.completeAnswers();
        double[] totals = totals(rows);
        ExtremeGroups groups = ExtremeGroups.of(totals, ExtremeGroups.USUAL);
        return Tree.named(
                block.items(),
                i -> Tree.of(Group.of(ofGroup(rows, totals, groups, true, i)).mean()
                        - Group.of(ofGroup(rows, totals, groups, false, i)).mean()));
    }

    /** Mean scores of people who answered every item, by their group; rounded as R was told to. */
    private static Map<String, double[]> scores(ScaleBlock block) {
        Map<String, List<Double>> groups = new TreeMap<>();
        double[][] rows = block.rows();
        List<String> names = block.column(block.groupColumn());
        for (int i = 0; i < rows.length; i++) {
            double score = score(rows[i]);
            if (!Missing.is(score) && !CsvTable.isMissing(names.get(i))) {
                groups.computeIfAbsent(names.get(i), key -> new ArrayList<>()).add(score);
            }
        }
        Map<String, double[]> scores = new LinkedHashMap<>();
        groups.forEach((name, values) -> scores.put(
                name, values.stream().mapToDouble(Double::doubleValue).toArray()));
        return scores;
    }

    private static double score(double[] row) {
        if (Arrays.stream(row).anyMatch(Missing::is)) {
            return Missing.ANSWER;
        }
        return Math.rint(Arrays.stream(row).sum() / row.length * 1e12) / 1e12;
    }

    private static List<Group> summed(ScaleBlock block) {
        return scores(block).values().stream().map(Group::of).toList();
    }

    private static Group one(ScaleBlock block, int index) {
        return summed(block).get(index);
    }

    private void groups() {
        put("validity", "known_groups_desc", ValidityAdapters::described);
        put("validity", "anova", b -> {
            OneWay.Variance variance = OneWay.anova(summed(b));
            ObjectNode object = tested(variance.test());
            object.set("ss_between", Tree.of(variance.between()));
            object.set("ss_within", Tree.of(variance.within()));
            object.set("eta2", Tree.of(variance.eta2()));
            object.set("omega2", Tree.of(variance.omega2()));
            return object;
        });
        put("validity", "welch_anova", b -> tested(OneWay.welch(summed(b))));
        put(
                "validity",
                "levene_mean",
                b -> tested(OneWay.levene(List.copyOf(scores(b).values()))));
        put("validity", "kruskal", b -> {
            RankTest test = RankTest.kruskal(List.copyOf(scores(b).values()));
            ObjectNode object = Tree.object();
            object.set("H", Tree.of(test.statistic()));
            object.set("df", Tree.count(test.df()));
            object.set("p", Tree.of(test.p()));
            return object;
        });
        put("validity", "t_pooled", b -> tested(TwoGroups.pooled(one(b, 0), one(b, 1), .95)));
        put("validity", "t_welch", b -> tested(TwoGroups.welch(one(b, 0), one(b, 1), .95)));
        put("validity", "cohens_d_pooled", b -> Tree.of(TwoGroups.cohensD(one(b, 0), one(b, 1))));
        put("validity", "wilcoxon", b -> {
            List<double[]> groups = List.copyOf(scores(b).values());
            RankTest test = RankTest.wilcoxon(groups.get(0), groups.get(1));
            ObjectNode object = Tree.object();
            object.set("W", Tree.of(test.statistic()));
            object.set("p", Tree.of(test.p()));
            return object;
        });
    }

    private static JsonNode described(ScaleBlock block) {
        List<String> names = List.copyOf(scores(block).keySet());
        List<Group> groups = summed(block);
        JsonNode cells = Tree.array(
                names.size(),
                i -> Tree.array(3, j -> switch (j) {
                    case 0 -> Tree.count(groups.get(i).n());
                    case 1 -> Tree.of(groups.get(i).mean());
                    default -> Tree.of(Math.sqrt(groups.get(i).variance()));
                }));
        return Tree.matrix(names, List.of("n", "mean", "sd"), "data", cells);
    }

    private static ObjectNode tested(OneWay test) {
        ObjectNode object = Tree.object();
        object.set("F", Tree.of(test.f()));
        object.set("df1", Tree.of(test.df1()));
        object.set("df2", Tree.of(test.df2()));
        object.set("p", Tree.of(test.p()));
        return object;
    }

    private static ObjectNode tested(TwoGroups test) {
        ObjectNode object = Tree.object();
        object.set("t", Tree.of(test.t()));
        object.set("df", Tree.of(test.df()));
        object.set("p", Tree.of(test.p()));
        object.set("ci", Tree.limits(test.interval()));
        return object;
    }

    /** Score and criterion of whoever has both. */
    private static double[][] pairs(ScaleBlock block) {
        double[][] rows = block.rows();
        List<String> criterion = block.column(block.criterionColumn());
        int[] both = IntStream.range(0, rows.length)
                .filter(i -> !Missing.is(score(rows[i])) && !CsvTable.isMissing(criterion.get(i)))
                .toArray();
        double[] x = Arrays.stream(both).mapToDouble(i -> score(rows[i])).toArray();
        double[] y = Arrays.stream(both)
                .mapToDouble(i -> Double.parseDouble(criterion.get(i)))
                .toArray();
        return new double[][] {x, y};
    }

    private void criteria() {
        put("validity", "criterion_pearson", b -> {
            double[][] pairs = pairs(b);
            Association r = Association.pearson(pairs[0], pairs[1], .95);
            ObjectNode object = Tree.object();
            object.set("n", Tree.count(r.n()));
            object.set("r", Tree.of(r.r()));
            object.set("t", Tree.of(r.t()));
            object.set("df", Tree.count(r.n() - 2));
            object.set("p", Tree.of(r.p()));
            object.set("ci", Tree.limits(r.interval()));
            return object;
        });
        put("validity", "criterion_spearman", b -> {
            double[][] pairs = pairs(b);
            Association rho = Association.spearman(pairs[0], pairs[1]);
            ObjectNode object = Tree.object();
            object.set("rho", Tree.of(rho.r()));
            object.set("p", Tree.of(rho.p()));
            return object;
        });
        put("validity", "criterion_kendall_taub", b -> {
            double[][] pairs = pairs(b);
            return Tree.of(Association.kendall(pairs[0], pairs[1]));
        });
        put("validity", "criterion_disattenuated_alpha_only", b -> {
            double[][] pairs = pairs(b);
            double r = Association.pearson(pairs[0], pairs[1], .95).r().number();
            Value alpha = b.reliability().alphaRaw();
            return Tree.of(
                    alpha.isKnown() && alpha.number() > 0
                            ? Value.of(r / Math.sqrt(alpha.number()))
                            : Value.undefined(Reason.ZERO_DENOMINATOR));
        });
    }

    static ObjectNode limits(Interval interval) {
        ObjectNode object = Tree.object();
        object.set("lower", Tree.of(interval.lower()));
        object.set("upper", Tree.of(interval.upper()));
        return object;
    }
}
