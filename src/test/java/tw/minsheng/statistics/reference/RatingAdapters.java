package tw.minsheng.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.rating.Concordance;
import tw.minsheng.statistics.rating.ContentValidity;
import tw.minsheng.statistics.rating.IntraclassCorrelation;
import tw.minsheng.statistics.rating.Kappa;
import tw.minsheng.statistics.rating.Retest;

/** Which kernel answers which statistic of the blocks about raters, experts and repetition. */
final class RatingAdapters {

    private static final int RELEVANT = 3;
    private static final int ESSENTIAL = 4;

    private final Map<String, Function<ScaleBlock, JsonNode>> adapters = new LinkedHashMap<>();

    RatingAdapters() {
        experts();
        raters();
        coders();
        retest();
    }

    Map<String, Function<ScaleBlock, JsonNode>> all() {
        return adapters;
    }

    private void put(String block, String statistic, Function<ScaleBlock, JsonNode> adapter) {
        adapters.put(block + "/" + statistic, adapter);
    }

    private static List<String> rated(ScaleBlock block) {
        return block.column("item");
    }

    private static int atLeast(double[] ratings, double grade) {
        return (int) Arrays.stream(ratings).filter(x -> x >= grade).count();
    }

    private void byItem(String statistic, Function<double[], Value> value) {
        put("content_validity", statistic, b -> {
            double[][] rows = b.rows();
            return Tree.named(rated(b), i -> Tree.of(value.apply(rows[i])));
        });
    }

    private void overItems(String statistic, Function<double[], Double> value) {
        put(
                "content_validity",
                statistic,
                b -> Tree.of(Arrays.stream(b.rows())
                        .mapToDouble(value::apply)
                        .average()
                        .orElse(Double.NaN)));
    }

    private void experts() {
        ToIntFunction<double[]> relevant = row -> atLeast(row, RELEVANT);
        ToIntFunction<double[]> essential = row -> atLeast(row, ESSENTIAL);
        byItem("i_cvi", row -> ContentValidity.itemIndex(relevant.applyAsInt(row), row.length));
        overItems(
                "s_cvi_ave",
                row -> ContentValidity.itemIndex(relevant.applyAsInt(row), row.length)
                        .number());
        overItems("s_cvi_ua", row -> relevant.applyAsInt(row) == row.length ? 1.0 : 0.0);
        byItem("modified_kappa", row -> ContentValidity.modifiedKappa(relevant.applyAsInt(row), row.length));
        byItem("lawshe_cvr", row -> ContentValidity.ratio(essential.applyAsInt(row), row.length));
        overItems(
                "lawshe_cvi_mean_cvr",
                row -> ContentValidity.ratio(essential.applyAsInt(row), row.length)
                        .number());
        byItem("aiken_v", row -> ContentValidity.aiken(row, 1, 4));
        byItem(
                "aiken_v_right_tail_p",
                row -> ContentValidity.aikenP(
                        Arrays.stream(row).mapToInt(x -> (int) x).toArray(), 1, 4));
        put("content_validity", "lawshe_critical_exact", b -> {
            ObjectNode object = Tree.object();
            IntStream.rangeClosed(5, 40)
                    .forEach(n -> object.set(Integer.toString(n), Tree.of(ContentValidity.criticalRatio(n))));
            return object;
        });
        put("content_validity", "aiken_v_ci95_score", b -> {
            double[][] rows = b.rows();
            JsonNode cells = Tree.array(
                    rows.length,
                    i -> Tree.limits(ContentValidity.aikenInterval(
                            ContentValidity.aiken(rows[i], 1, 4).number(), rows[i].length, 1, 4)));
            return Tree.matrix(rated(b), List.of("lower", "upper"), "data", cells);
        });
    }

    private void raters() {
        put("icc", "icc_anova", b -> forms(IntraclassCorrelation.of(b.rows())));
        put("icc", "anova_ms", b -> {
            IntraclassCorrelation icc = IntraclassCorrelation.of(b.rows());
            ObjectNode object = Tree.object();
            object.set("MSB", Tree.of(icc.targets()));
            object.set("MSJ", Tree.of(icc.raters()));
            object.set("MSE", Tree.of(icc.error()));
            object.set("MSW", Tree.of(icc.within()));
            return object;
        });
        put("icc", "anova_F", b -> {
            IntraclassCorrelation icc = IntraclassCorrelation.of(b.rows());
            ObjectNode object = Tree.object();
            object.set("F_subjects", Tree.of(icc.targets() / icc.error()));
            object.set("F_judges", Tree.of(icc.raters() / icc.error()));
            return object;
        });
        put(
                "icc",
                "kendall_w_tie_corrected",
                b -> Tree.of(Concordance.of(b.rows()).w()));
        put("icc", "friedman", b -> {
            Concordance order = Concordance.of(b.rows());
            ObjectNode object = Tree.object();
            object.set("chisq", Tree.of(order.chiSquare()));
            object.set("df", Tree.count(order.df()));
            object.set("p", Tree.of(order.p()));
            return object;
        });
    }

    private static JsonNode forms(IntraclassCorrelation icc) {
        JsonNode cells = Tree.array(icc.forms().size(), i -> {
            IntraclassCorrelation.Form form = icc.forms().get(i);
            List<JsonNode> row = List.of(
                    Tree.of(form.icc()),
                    Tree.of(form.f()),
                    Tree.of(form.df1()),
                    Tree.of(form.df2()),
                    Tree.of(form.p()),
                    Tree.of(form.interval().lower()),
                    Tree.of(form.interval().upper()));
            return Tree.array(row.size(), row::get);
        });
        return Tree.matrix(
                IntraclassCorrelation.NAMES,
                List.of("ICC", "F", "df1", "df2", "p", "lower bound", "upper bound"),
                "data",
                cells);
    }

    private static List<String> categories(ScaleBlock block, int raters) {
        TreeSet<String> all = new TreeSet<>();
        block.items().subList(0, raters).forEach(rater -> all.addAll(block.column(rater)));
        return List.copyOf(all);
    }

    private static Kappa kappa(ScaleBlock block) {
        List<String> categories = categories(block, 2);
        long[][] counts = new long[categories.size()][categories.size()];
        List<String> first = block.column(block.items().get(0));
        List<String> second = block.column(block.items().get(1));
        for (int i = 0; i < first.size(); i++) {
            counts[categories.indexOf(first.get(i))][categories.indexOf(second.get(i))]++;
        }
        return Kappa.of(counts, .95);
    }

    private void coders() {
        put("kappa", "percent_agreement_1_2", b -> Tree.of(kappa(b).agreement()));
        put("kappa", "linear_weighted_kappa_1_2", b -> Tree.of(kappa(b).linear()));
        put("kappa", "cohen_kappa_1_2", b -> {
            Kappa kappa = kappa(b);
            ObjectNode object = Tree.object();
            object.set("kappa", Tree.of(kappa.kappa()));
            object.set("weighted_quadratic", Tree.of(kappa.quadratic()));
            object.set("var_kappa", Tree.of(kappa.variance()));
            object.set("ci", ValidityAdapters.limits(kappa.interval()));
            object.set("n", Tree.count(b.column(b.items().get(0)).size()));
            return object;
        });
        put("kappa", "fleiss_kappa", b -> {
            List<String> categories = categories(b, b.items().size());
            long[][] counts = new long[b.column(b.items().get(0)).size()][categories.size()];
            for (String coder : b.items()) {
                List<String> codes = b.column(coder);
                for (int i = 0; i < codes.size(); i++) {
                    counts[i][categories.indexOf(codes.get(i))]++;
                }
            }
            return Tree.of(Kappa.fleiss(counts));
        });
    }

    private static double[][] times(ScaleBlock block) {
        List<String> first = block.column(block.named("t1"));
        List<String> second = block.column(block.named("t2"));
        int[] both = IntStream.range(0, first.size())
                .filter(i -> !CsvTable.isMissing(first.get(i)) && !CsvTable.isMissing(second.get(i)))
                .toArray();
        return new double[][] {
            Arrays.stream(both)
                    .mapToDouble(i -> Double.parseDouble(first.get(i)))
                    .toArray(),
            Arrays.stream(both)
                    .mapToDouble(i -> Double.parseDouble(second.get(i)))
                    .toArray()
        };
    }

    private static Retest retest(ScaleBlock block) {
        double[][] times = times(block);
        return Retest.of(times[0], times[1]);
    }

    private void retest() {
        put("test_retest", "n", b -> Tree.count(times(b)[0].length));
        put("test_retest", "pearson", b -> {
            Retest retest = retest(b);
            ObjectNode object = Tree.object();
            object.set("r", Tree.of(retest.pearson().r()));
            object.set("p", Tree.of(retest.pearson().p()));
            object.set("ci", Tree.limits(retest.pearson().interval()));
            return object;
        });
        put("test_retest", "spearman", b -> Tree.of(retest(b).spearman().r()));
        put("test_retest", "icc_anova", b -> forms(retest(b).icc()));
        put("test_retest", "paired_t", b -> {
            Retest retest = retest(b);
            ObjectNode object = Tree.object();
            object.set("t", Tree.of(retest.paired().t()));
            object.set("df", Tree.of(retest.paired().df()));
            object.set("p", Tree.of(retest.paired().p()));
            object.set("mean_diff", Tree.of(retest.difference()));
            return object;
        });
        put("test_retest", "sem_from_retest", b -> Tree.of(retest(b).standardError()));
        put("test_retest", "lin_ccc_population_var", b -> Tree.of(retest(b).lin()));
        put("test_retest", "bland_altman", b -> {
            Retest retest = retest(b);
            ObjectNode object = ValidityAdapters.limits(retest.agreement());
            object.set("bias", Tree.of(retest.difference()));
            return object;
        });
    }
}
