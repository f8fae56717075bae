package tw.minsheng.statistics.battery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.rating.Concordance;
import tw.minsheng.statistics.rating.IntraclassCorrelation;
import tw.minsheng.statistics.rating.Kappa;
import tw.minsheng.statistics.rating.Retest;

/** What is computed over ratings and repetitions in place of answers: IR1 to IR4, RE15. Rows that lack a rating are left out. */
public final class Panels {

    private static final double LEVEL = .95;

    private Panels() {}

    /**
     * 評分者信度 by intraclass correlation (IR3) and Kendall's W (IR4).
     *
     * @param ratings one row for each target, one column for each rater; {@link Missing#ANSWER} where there is none
     */
    public static Block raters(double[][] ratings) {
        double[][] rows = Arrays.stream(ratings)
                .filter(row -> Arrays.stream(row).noneMatch(Missing::is))
                .toArray(double[][]::new);
        IntraclassCorrelation icc = IntraclassCorrelation.of(rows);
        Value known = icc.forms().get(0).f();
        Sheet sheet = new Sheet(known.isKnown() ? List.of() : List.of(known));
        sheet.put("icc_anova", () -> forms(icc));
        sheet.put("anova_ms", () -> {
            double[] ms = {icc.targets(), icc.raters(), icc.error(), icc.within()};
            return Shape.byName(List.of("MSB", "MSJ", "MSE", "MSW"), i -> Value.of(ms[i]));
        });
        sheet.put(
                "anova_f",
                () -> Shape.byName(
                        List.of("F_subjects", "F_judges"),
                        i -> Value.ratio(i == 0 ? icc.targets() : icc.raters(), icc.error())));
        Concordance order = Concordance.of(rows);
        sheet.always("kendall_w_tie_corrected", Shape.of(order.w()));
        List<Value> friedman = List.of(order.chiSquare(), Value.of((double) order.df()), order.p());
        sheet.always(
                "friedman",
                order.w().isKnown() ? Shape.byName(List.of("chisq", "df", "p"), friedman::get) : Shape.of(order.w()));
        return sheet.block("icc", Block.ALL, MissingRule.LISTWISE, rows.length);
    }

    private static Shape forms(IntraclassCorrelation icc) {
        return Shape.table(
                IntraclassCorrelation.NAMES,
                List.of("ICC", "F", "df1", "df2", "p", "lower bound", "upper bound"),
                (i, j) -> cell(icc.forms().get(i), j));
    }

    private static Value cell(IntraclassCorrelation.Form form, int column) {
        return switch (column) {
            case 0 -> form.icc();
            case 1 -> form.f();
            case 2 -> Value.of(form.df1());
            case 3 -> Value.of(form.df2());
            case 4 -> form.p();
            case 5 -> form.interval().lower();
            default -> form.interval().upper();
        };
    }

    /**
     * 編碼一致性: Cohen's κ of the first two coders (IR1), Fleiss' κ of all (IR2).
     *
     * @param codes one list for each coder, 2 or more, each with a code for every case; {@code ""} where there is none
     */
    public static Block coders(List<List<String>> codes) {
        Kappa kappa = Kappa.of(crossed(codes.get(0), codes.get(1)), LEVEL);
        List<Integer> rows = complete(codes);
        Sheet sheet = new Sheet(List.of());
        sheet.put(
                "cohen_kappa_1_2",
                () -> cohen(kappa, complete(codes.subList(0, 2)).size()));
        sheet.value("percent_agreement_1_2", kappa::agreement);
        sheet.value("linear_weighted_kappa_1_2", kappa::linear);
        sheet.value("fleiss_kappa", () -> Kappa.fleiss(counted(codes, rows)));
        return sheet.block("kappa", Block.ALL, MissingRule.LISTWISE, rows.size());
    }

    private static Shape cohen(Kappa kappa, int n) {
        if (!kappa.kappa().isKnown()) {
            return Shape.of(kappa.kappa());
        }
        Map<String, Shape> parts = new LinkedHashMap<>();
        parts.put("kappa", Shape.of(kappa.kappa()));
        parts.put("weighted_quadratic", Shape.of(kappa.quadratic()));
        parts.put("var_kappa", Shape.of(kappa.variance()));
        parts.put("ci", Shape.limits(kappa.interval()));
        parts.put("n", Shape.of((double) n));
        return new Shape.Named(parts);
    }

    private static List<Integer> complete(List<List<String>> codes) {
        return IntStream.range(0, codes.get(0).size())
                .filter(i -> codes.stream().noneMatch(coder -> coder.get(i).isEmpty()))
                .boxed()
                .toList();
    }

    /** By number where all are numbers, else by code point. */
    private static List<String> categories(List<List<String>> codes, List<Integer> rows) {
        List<String> all = new ArrayList<>(codes.stream()
                .flatMap(coder -> rows.stream().map(coder::get))
                .distinct()
                .toList());
        boolean numbers = all.stream().allMatch(code -> code.matches("-?\\d{1,15}(\\.\\d{1,9})?"));
        all.sort(numbers ? Comparator.comparingDouble(Double::parseDouble) : Comparator.naturalOrder());
        return all;
    }

    private static long[][] crossed(List<String> first, List<String> second) {
        List<List<String>> both = List.of(first, second);
        List<Integer> rows = complete(both);
        List<String> categories = categories(both, rows);
        long[][] counts = new long[categories.size()][categories.size()];
        rows.forEach(i -> counts[categories.indexOf(first.get(i))][categories.indexOf(second.get(i))]++);
        return counts;
    }

    private static long[][] counted(List<List<String>> codes, List<Integer> rows) {
        List<String> categories = categories(codes, rows);
        long[][] counts = new long[rows.size()][categories.size()];
        for (int r = 0; r < counts.length; r++) {
            for (List<String> coder : codes) {
                counts[r][categories.indexOf(coder.get(rows.get(r)))]++;
            }
        }
        return counts;
    }

    /**
     * 再測信度 (RE15).
     *
     * @param first measures of the first time, as many as of the second; {@link Missing#ANSWER} where there is none
     */
    public static Block retest(double[] first, double[] second) {
        int[] both = IntStream.range(0, first.length)
                .filter(i -> !Missing.is(first[i]) && !Missing.is(second[i]))
                .toArray();
        double[] before = Arrays.stream(both).mapToDouble(i -> first[i]).toArray();
        double[] after = Arrays.stream(both).mapToDouble(i -> second[i]).toArray();
        Retest retest = Retest.of(before, after);
        Sheet sheet = new Sheet(retest.difference().isKnown() ? List.of() : List.of(retest.difference()));
        sheet.always("n", Shape.of((double) both.length));
        addRetest(sheet, retest);
        return sheet.block("test_retest", Block.TOTAL, MissingRule.LISTWISE, both.length);
    }

    private static void addRetest(Sheet sheet, Retest retest) {
        sheet.put("pearson", () -> {
            Map<String, Shape> parts = new LinkedHashMap<>();
            parts.put("r", Shape.of(retest.pearson().r()));
            parts.put("p", Shape.of(retest.pearson().p()));
            parts.put(
                    "ci",
                    new Shape.Series(List.of(
                            retest.pearson().interval().lower(),
                            retest.pearson().interval().upper())));
            return new Shape.Named(parts);
        });
        sheet.value("spearman", () -> retest.spearman().r());
        sheet.put("icc_anova", () -> forms(retest.icc()));
        sheet.put("paired_t", () -> {
            List<Value> parts = List.of(
                    retest.paired().t(), retest.paired().df(), retest.paired().p(), retest.difference());
            return Shape.byName(List.of("t", "df", "p", "mean_diff"), parts::get);
        });
        sheet.value("sem_from_retest", retest::standardError);
        sheet.value("lin_ccc_population_var", retest::lin);
        sheet.put("bland_altman", () -> {
            List<Value> parts = List.of(
                    retest.difference(),
                    retest.agreement().lower(),
                    retest.agreement().upper());
            return Shape.byName(List.of("bias", "lower", "upper"), parts::get);
        });
    }
}
