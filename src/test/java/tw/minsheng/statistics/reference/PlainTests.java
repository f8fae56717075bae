package tw.minsheng.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.compare.Association;
import tw.minsheng.statistics.compare.BinomialTest;
import tw.minsheng.statistics.compare.EffectSize;
import tw.minsheng.statistics.compare.Group;
import tw.minsheng.statistics.compare.KendallTest;
import tw.minsheng.statistics.compare.KolmogorovSmirnov;
import tw.minsheng.statistics.compare.ShapiroWilk;
import tw.minsheng.statistics.compare.VarianceRatio;
import tw.minsheng.statistics.compare.wave.ProportionTrend;
import tw.minsheng.statistics.estimate.ProportionInterval;
import tw.minsheng.statistics.moments.CrossSums;

/** Tests of R's base: {@code var.test ks.test shapiro.test cor.test cor binom.test prop.test prop.trend.test}, effect sizes. */
final class PlainTests {

    private static final double LEVEL = .95;

    void addTo(Map<String, Interpreter.Function> table) {
        table.put("var.test", PlainTests::variances);
        table.put("cohen_d", PlainTests::effects);
        table.put("ks.test", PlainTests::distance);
        table.put("shapiro.test", call -> {
            ShapiroWilk found = ShapiroWilk.of(WaveFunctions.valid(call.vector(0)));
            return new TestTree("Shapiro-Wilk normality test", found.p())
                    .statistic("W", found.w())
                    .tree();
        });
        table.put("cor.test", PlainTests::correlation);
        table.put("cor", PlainTests::correlations);
        table.put("binom.test", PlainTests::binomial);
        table.put("prop.test", PlainTests::equality);
        table.put("prop.trend.test", PlainTests::trend);
    }

    private static Object variances(Call call) {
        VarianceRatio found = VarianceRatio.of(
                Group.of(WaveFunctions.valid(call.vector(0))), Group.of(WaveFunctions.valid(call.vector(1))), LEVEL);
        return new TestTree("F test to compare two variances", found.p())
                .statistic("F", found.f())
                .df("num df", Value.of((double) found.df1()))
                .df("denom df", Value.of((double) found.df2()))
                .with("estimate", "ratio of variances", found.f())
                .limits(found.interval())
                .tree();
    }

    private static Object effects(Call call) {
        EffectSize found = EffectSize.of(
                Group.of(WaveFunctions.valid(call.vector(0))), Group.of(WaveFunctions.valid(call.vector(1))));
        ObjectNode tree = Tree.object();
        tree.set("d", Tree.of(found.cohensD()));
        tree.set("hedges_g_approx", Tree.of(found.hedgesApproximate()));
        tree.set("hedges_g_exact", Tree.of(found.hedgesG()));
        tree.set("glass_delta", Tree.of(found.glassDelta()));
        return tree;
    }

    private static Object distance(Call call) {
        KolmogorovSmirnov found =
                KolmogorovSmirnov.of(WaveFunctions.valid(call.vector(0)), WaveFunctions.valid(call.vector(1)));
        return new TestTree("Asymptotic two-sample Kolmogorov-Smirnov test", found.p())
                .statistic("D", found.distance())
                .tree();
    }

    private static double[][] pairs(Vector x, Vector y) {
        int[] both = IntStream.range(0, x.size())
                .filter(i -> !Double.isNaN(x.number(i)) && !Double.isNaN(y.number(i)))
                .toArray();
        return new double[][] {
            IntStream.of(both).mapToDouble(x::number).toArray(),
            IntStream.of(both).mapToDouble(y::number).toArray()
        };
    }

    private static Object correlation(Call call) {
        double[][] both = pairs(call.vector(0), call.vector(1));
        double n = both[0].length;
        return switch (call.text("method").orElse("pearson")) {
            case "kendall" -> {
                KendallTest found =
                        call.truth("exact") ? KendallTest.of(both[0], both[1]) : KendallTest.normal(both[0], both[1]);
                yield new TestTree("Kendall's rank correlation tau", found.p())
                        .statistic(found.exact() ? "T" : "z", found.statistic())
                        .with("estimate", "tau", found.tau())
                        .tree();
            }
            case "spearman" -> {
                Association found = Association.spearman(both[0], both[1]);
                yield new TestTree("Spearman's rank correlation rho", found.p())
                        .statistic("S", found.r().map(r -> (n * n * n - n) * (1 - r) / 6))
                        .with("estimate", "rho", found.r())
                        .tree();
            }
            default -> {
                Association found = Association.pearson(both[0], both[1], LEVEL);
                yield new TestTree("Pearson's product-moment correlation", found.p())
                        .statistic("t", found.t())
                        .df("df", Value.of(n - 2))
                        .with("estimate", "cor", found.r())
                        .limits(found.interval())
                        .tree();
            }
        };
    }

    private static Object correlations(Call call) {
        if (!(call.at(0) instanceof Frame data)) {
            double[][] both = pairs(call.vector(0), call.vector(1));
            return Tree.of(Association.pearson(both[0], both[1], LEVEL).r());
        }
        List<String> names = List.copyOf(data.columns().keySet());
        boolean pairwise = call.text("use").orElse("").startsWith("pairwise");
        boolean ranks = call.text("method").orElse("pearson").equals("spearman");
        CrossSums sums = CrossSums.of(names.size(), pairwise ? MissingRule.PAIRWISE : MissingRule.LISTWISE);
        double[][] columns =
                names.stream().map(name -> data.column(name).answers()).toArray(double[][]::new);
        for (int i = 0; i < data.rows(); i++) {
            int row = i;
            sums.add(Arrays.stream(columns).mapToDouble(column -> column[row]).toArray());
        }
        JsonNode cells = Tree.array(
                names.size(),
                i -> Tree.array(names.size(), j -> {
                    if (!ranks) {
                        return Tree.of(sums.correlation(i, j));
                    }
                    double[][] both = pairs(data.column(names.get(i)), data.column(names.get(j)));
                    return Tree.of(Association.spearman(both[0], both[1]).r());
                }));
        return Tree.matrix(names, names, "values", cells);
    }

    private static Object binomial(Call call) {
        int x = (int) Math.round(call.number(0));
        int n = (int) Math.round(call.number(1));
        Interval interval = ProportionInterval.CLOPPER_PEARSON.around(x, n, LEVEL);
        return new TestTree("Exact binomial test", BinomialTest.of(x, n, call.number("p", 2, .5)))
                .statistic("number of successes", Value.of(x))
                .df("number of trials", Value.of(n))
                .estimate("probability of success", (double) x / n)
                .limits(interval)
                .tree();
    }

    private static long[] counts(Vector vector) {
        return Arrays.stream(vector.doubles()).mapToLong(Math::round).toArray();
    }

    private static Object equality(Call call) {
        long[] yes = counts(call.vector(0));
        long[] n = counts(call.vector(1));
        if (n.length < 3) {
            throw call.notHere();
        }
        ProportionTrend found = ProportionTrend.equality(yes, n);
        TestTree tree = new TestTree(
                        n.length + "-sample test for equality of proportions without continuity correction", found.p())
                .statistic("X-squared", found.x2())
                .df("df", Value.of((double) found.df()));
        for (int i = 0; i < n.length; i++) {
            tree = tree.estimate("prop " + (i + 1), (double) yes[i] / n[i]);
        }
        return tree.tree();
    }

    private static Object trend(Call call) {
        long[] n = counts(call.vector(1));
        ProportionTrend found = ProportionTrend.linear(
                counts(call.vector(0)),
                n,
                IntStream.rangeClosed(1, n.length).asDoubleStream().toArray());
        return new TestTree("Chi-squared Test for Trend in Proportions", found.p())
                .statistic("X-squared", found.x2())
                .df("df", Value.of((double) found.df()))
                .tree();
    }
}
