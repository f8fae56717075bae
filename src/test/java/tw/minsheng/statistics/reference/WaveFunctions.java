package tw.minsheng.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.compare.Group;
import tw.minsheng.statistics.compare.RankTest;
import tw.minsheng.statistics.compare.TwoGroups;
import tw.minsheng.statistics.compare.wave.Lead;
import tw.minsheng.statistics.compare.wave.NormalTest;
import tw.minsheng.statistics.compare.wave.PromoterScore;
import tw.minsheng.statistics.compare.wave.ProportionChange;
import tw.minsheng.statistics.distribution.StudentT;

/** Tests of two groups, of two waves, and of two answers. */
final class WaveFunctions {

    private static final double LEVEL = .95;

    void addTo(Map<String, Interpreter.Function> table) {
        Interpreter.Function otherwise = table.get("[");
        table.put("[", call -> call.positional() == 2 ? picked(call) : otherwise.call(call));
        table.put("nps", call -> tree(score(call.vector(0)), call.number("conf", 1, LEVEL)));
        table.put("lead", WaveFunctions::lead);
        table.put("t.test", WaveFunctions::means);
        table.put("wilcox.test", WaveFunctions::ranks);
    }

    private static Object picked(Call call) {
        Vector keep = call.vector(1);
        if (keep.kind() == Vector.Kind.NUMBER) {
            return call.vector(0)
                    .pick(keep.numbers().stream()
                            .map(place -> (int) Math.round(place) - 1)
                            .toList());
        }
        return call.vector(0)
                .pick(IntStream.range(0, keep.size())
                        .filter(i -> keep.number(i) == 1)
                        .boxed()
                        .toList());
    }

    static double[] valid(Vector vector) {
        return Arrays.stream(vector.doubles()).filter(x -> !Double.isNaN(x)).toArray();
    }

    private static PromoterScore score(Vector answers) {
        long[] counts = new long[11];
        for (double answer : valid(answers)) {
            counts[(int) Math.round(answer)]++;
        }
        return PromoterScore.of(counts);
    }

    static JsonNode score(Vector answers, double level) {
        return tree(score(answers), level);
    }

    /** R's interval of a score without variation is that score; ours says that there is none. */
    private static JsonNode tree(PromoterScore score, double level) {
        ObjectNode tree = Tree.object();
        tree.put("n", score.n());
        tree.set("promoters", Tree.of(score.promoters()));
        tree.set(
                "passives",
                Tree.of(1 - score.promoters().number() - score.detractors().number()));
        tree.set("detractors", Tree.of(score.detractors()));
        tree.set("nps", Tree.of(score.nps()));
        tree.set("se", Tree.of(score.se()));
        double n = score.n();
        tree.set("se_n_minus_1", Tree.of(score.se().number() * Math.sqrt(n / (n - 1))));
        Interval interval = score.interval(level);
        tree.set("ci", interval.isKnown() ? Tree.limits(interval) : Tree.array(2, i -> Tree.of(score.nps())));
        return tree;
    }

    private static Object lead(Call call) {
        double deff = call.number("deff", 3, 1);
        NormalTest found = Lead.of(call.number(0), call.number(1), call.number(2), deff, LEVEL);
        ObjectNode tree = Tree.object();
        tree.put("lead", found.estimate());
        tree.put("se", found.se());
        tree.set("moe", Tree.of(found.margin()));
        tree.set("z", Tree.of(found.z()));
        tree.set("p", Tree.of(found.p()));
        tree.put(
                "moe_single_max",
                Lead.of(.5, 0, call.number(2), deff, LEVEL).margin().number());
        return tree;
    }

    private static Object means(Call call) {
        double[] x = valid(call.vector(0));
        if (call.positional() == 1) {
            return one(x, call.number("mu", -1, 0));
        }
        double[] y = valid(call.vector(1));
        if (call.truth("paired")) {
            double[] differences =
                    IntStream.range(0, x.length).mapToDouble(i -> x[i] - y[i]).toArray();
            Group group = Group.of(differences);
            return tree("Paired t-test", TwoGroups.paired(group, LEVEL))
                    .estimate("mean difference", group.mean())
                    .tree();
        }
        Group first = Group.of(x);
        Group second = Group.of(y);
        if (call.has("alternative")) {
            return less(first, second);
        }
        boolean pooled = call.truth("var.equal");
        TwoGroups found = pooled ? TwoGroups.pooled(first, second, LEVEL) : TwoGroups.welch(first, second, LEVEL);
        return tree(pooled ? " Two Sample t-test" : "Welch Two Sample t-test", found)
                .estimate("mean of x", first.mean())
                .estimate("mean of y", second.mean())
                .tree();
    }

    /** Against a number: the test of the distances from it. */
    private static Object one(double[] x, double mu) {
        TwoGroups found =
                TwoGroups.paired(Group.of(Arrays.stream(x).map(one -> one - mu).toArray()), LEVEL);
        return tree("One Sample t-test", found)
                .estimate("mean of x", Group.of(x).mean())
                .set(
                        "conf_int",
                        Tree.array(
                                2,
                                i -> Tree.of((i == 0
                                                ? found.interval().lower()
                                                : found.interval().upper())
                                        .map(limit -> limit + mu))))
                .tree();
    }

    /** One-sided, which no page offers: the upper limit of 95 % is that of 90 % on both sides. */
    private static Object less(Group first, Group second) {
        TwoGroups found = TwoGroups.welch(first, second, 2 * LEVEL - 1);
        Value p = Value.of(StudentT.lowerTail(found.t().number(), found.df().number()));
        return new TestTree("Welch Two Sample t-test", p)
                .statistic("t", found.t())
                .df("df", found.df())
                .estimate("mean of x", first.mean())
                .estimate("mean of y", second.mean())
                .set(
                        "conf_int",
                        Tree.array(
                                2,
                                i -> i == 0
                                        ? Tree.of(Double.NEGATIVE_INFINITY)
                                        : Tree.of(found.interval().upper())))
                .tree();
    }

    private static TestTree tree(String method, TwoGroups found) {
        return new TestTree(method, found.p())
                .statistic("t", found.t())
                .df("df", found.df())
                .limits(found.interval());
    }

    private static Object ranks(Call call) {
        double[] x = valid(call.vector(0));
        double[] y = valid(call.vector(1));
        if (call.truth("paired")) {
            RankTest found = RankTest.signedRank(
                    IntStream.range(0, x.length).mapToDouble(i -> x[i] - y[i]).toArray());
            return new TestTree("Wilcoxon signed rank test with continuity correction", found.p())
                    .statistic("V", found.statistic())
                    .tree();
        }
        boolean corrected = !call.has("correct") || call.truth("correct");
        boolean exact = call.truth("exact");
        RankTest found = exact
                ? RankTest.exactWilcoxon(x, y)
                : corrected ? RankTest.wilcoxon(x, y) : RankTest.uncorrectedWilcoxon(x, y);
        String how = exact ? " exact test" : corrected ? " test with continuity correction" : " test";
        return new TestTree("Wilcoxon rank sum" + how, found.p())
                .statistic("W", found.statistic())
                .tree();
    }

    /** {@code t2b.diff.…}: its call has a block of its own and so no tree. */
    static JsonNode change(Vector earlier, Vector later) {
        double[] first = valid(earlier);
        double[] second = valid(later);
        ProportionChange found =
                ProportionChange.of(satisfied(first), first.length, satisfied(second), second.length, LEVEL);
        ObjectNode tree = Tree.object();
        tree.put("diff", found.difference());
        tree.set("z_pooled", Tree.of(found.pooled().z()));
        tree.set("p_pooled", Tree.of(found.pooled().p()));
        tree.set("z_unpooled", Tree.of(found.unpooled().z()));
        tree.set("p_unpooled", Tree.of(found.unpooled().p()));
        tree.set("ci_wald", Tree.limits(found.unpooled().interval()));
        tree.set("ci_newcombe", Tree.limits(found.newcombe()));
        tree.put("cohen_h", found.h());
        tree.set("odds_ratio", Tree.of(found.oddsRatio()));
        tree.set("risk_ratio", Tree.of(found.riskRatio()));
        return tree;
    }

    private static long satisfied(double[] answers) {
        return Arrays.stream(answers).filter(x -> x >= 4).count();
    }

    /** {@code nps.wave_diff}. */
    static JsonNode change(Frame earlier, Frame later) {
        NormalTest found = score(later.column("nps")).minus(score(earlier.column("nps")), LEVEL);
        ObjectNode tree = Tree.object();
        tree.put("diff", found.estimate());
        tree.put("se", found.se());
        tree.set("z", Tree.of(found.z()));
        tree.set("p", Tree.of(found.p()));
        tree.set("ci", Tree.limits(found.interval()));
        return tree;
    }
}
