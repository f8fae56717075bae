package tw.minsheng.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.factor.Confirmatory;
import tw.minsheng.statistics.factor.ConfirmatoryFit;
import tw.minsheng.statistics.factor.Construct;
import tw.minsheng.statistics.factor.FactorModel;
import tw.minsheng.statistics.moments.SymmetricMatrix;
import tw.minsheng.statistics.reliability.Alpha;

/** Which kernel answers which statistic of the blocks about declared factors. */
final class ConfirmatoryAdapters {

    private final Map<String, Function<ScaleBlock, JsonNode>> adapters = new LinkedHashMap<>();

    ConfirmatoryAdapters() {
        fit();
        loadings();
        constructs();
    }

    Map<String, Function<ScaleBlock, JsonNode>> all() {
        return adapters;
    }

    private void put(String statistic, Function<ScaleBlock, JsonNode> adapter) {
        adapters.put("cfa/" + statistic, adapter);
    }

    private static FactorModel model(ScaleBlock block) {
        return FactorModel.ofSizes(
                block.declared().values().stream().map(List::size).toList());
    }

    private static Confirmatory solution(ScaleBlock block) {
        return Confirmatory.of(model(block), block.covariance(), block.n());
    }

    private void index(String name, Function<ConfirmatoryFit, Value> value) {
        put("fit_" + name, b -> Tree.of(value.apply(solution(b).fit())));
    }

    private void fit() {
        index("chisq", ConfirmatoryFit::chiSquare);
        put("lavaan_default_chisq", b -> Tree.of(solution(b).fit().chiSquare()));
        put("fit_df", b -> Tree.count(solution(b).fit().df()));
        index("pvalue", ConfirmatoryFit::p);
        index("baseline.chisq", ConfirmatoryFit::baseline);
        put("fit_baseline.df", b -> Tree.count(solution(b).fit().baselineDf()));
        index("cfi", ConfirmatoryFit::cfi);
        index("tli", ConfirmatoryFit::tli);
        index("nfi", ConfirmatoryFit::nfi);
        index("ifi", ConfirmatoryFit::ifi);
        index("rmsea", ConfirmatoryFit::rmsea);
        index("rmsea.ci.lower", fit -> fit.rmseaInterval().lower());
        index("rmsea.ci.upper", fit -> fit.rmseaInterval().upper());
        index("rmsea.pvalue", ConfirmatoryFit::rmseaP);
        index("srmr", ConfirmatoryFit::srmr);
        index("gfi", ConfirmatoryFit::gfi);
        index("agfi", ConfirmatoryFit::agfi);
        index("logl", ConfirmatoryFit::logLikelihood);
        index("aic", ConfirmatoryFit::aic);
        index("bic", ConfirmatoryFit::bic);
        put("fit_npar", b -> Tree.count(model(b).parameters()));
        put(
                "fit_wishart_chisq",
                b -> Tree.of(ConfirmatoryFit.wishart(solution(b)).chiSquare()));
        put("fit_wishart_cfi", b -> Tree.of(ConfirmatoryFit.wishart(solution(b)).cfi()));
        put("fit_wishart_tli", b -> Tree.of(ConfirmatoryFit.wishart(solution(b)).tli()));
        put(
                "fit_wishart_rmsea",
                b -> Tree.of(ConfirmatoryFit.wishart(solution(b)).rmsea()));
        put("fit_wishart_srmr", b -> Tree.of(solution(b).fit().srmr()));
        put("chisq_over_df", b -> {
            ConfirmatoryFit fit = solution(b).fit();
            return Tree.of(fit.chiSquare().map(x -> x / fit.df()));
        });
        put("rmsea_ci90_tight", b -> ValidityAdapters.limits(solution(b).fit().rmseaInterval()));
    }

    private void loadings() {
        put("loadings_unstd", b -> {
            Confirmatory found = solution(b);
            return Tree.matrix(
                    b.items(),
                    List.of("est", "se", "z"),
                    "data",
                    Tree.array(b.items().size(), i -> {
                        double est = found.loadings().get(i);
                        double se = found.errors().get(i);
                        double[] row = {est, se, est / se};
                        return Tree.array(3, j -> Tree.of(row[j]));
                    }));
        });
        put("loadings_std", b -> {
            Confirmatory found = solution(b);
            return Tree.matrix(
                    b.items(),
                    List.of("est.std", "se"),
                    "data",
                    Tree.array(
                            b.items().size(),
                            i -> Tree.array(
                                    2,
                                    j -> Tree.of(
                                            j == 0
                                                    ? found.standardized(i)
                                                    : found.standardizedErrors().get(i)))));
        });
        put("r_square", b -> {
            Confirmatory found = solution(b);
            return Tree.named(b.items(), i -> Tree.of(found.rSquare(i)));
        });
        put("factor_correlations", b -> {
            Confirmatory found = solution(b);
            return square(b, (i, j) -> found.correlations().at(i, j));
        });
    }

    private static JsonNode square(ScaleBlock block, SymmetricMatrix.Cell cell) {
        List<String> names = List.copyOf(block.declared().keySet());
        return Tree.matrix(names, SymmetricMatrix.of(names.size(), cell), "data");
    }

    private static double[] standardized(ScaleBlock block, Confirmatory found, int factor) {
        return Arrays.stream(model(block).itemsOf(factor))
                .mapToDouble(found::standardized)
                .toArray();
    }

    private static JsonNode byFactor(ScaleBlock block, IntFunction<JsonNode> value) {
        return Tree.named(List.copyOf(block.declared().keySet()), value);
    }

    private static double overItems(ScaleBlock block, int factor, ToDoubleFunction<Integer> value) {
        return IntStream.of(model(block).itemsOf(factor))
                .mapToDouble(value::applyAsDouble)
                .sum();
    }

    private void constructs() {
        put("cr_fornell_larcker", b -> {
            Confirmatory found = solution(b);
            return byFactor(b, f -> Tree.of(Construct.compositeReliability(standardized(b, found, f))));
        });
        put("ave_fornell_larcker", b -> {
            Confirmatory found = solution(b);
            return byFactor(b, f -> Tree.of(Construct.averageVariance(standardized(b, found, f))));
        });
        put("ave_semTools", b -> {
            Confirmatory found = solution(b);
            return byFactor(
                    b,
                    f -> Tree.of(overItems(
                                    b,
                                    f,
                                    i -> found.loadings().get(i)
                                            * found.loadings().get(i))
                            / overItems(b, f, i -> found.implied().at(i, i))));
        });
        put("omega_semTools_compRelSEM", b -> {
            Confirmatory found = solution(b);
            return byFactor(b, f -> {
                double sum = overItems(b, f, i -> found.loadings().get(i));
                return Tree.of(
                        sum * sum / found.sample().select(model(b).itemsOf(f)).sum());
            });
        });
        put(
                "alpha_semTools",
                b -> byFactor(b, f -> Tree.of(Alpha.raw(b.covariance().select(model(b).itemsOf(f))))));
        put("fornell_larcker_table", b -> {
            Confirmatory found = solution(b);
            return square(
                    b,
                    (i, j) -> i == j
                            ? Math.sqrt(Construct.averageVariance(standardized(b, found, i))
                                    .number())
                            : found.correlations().at(i, j));
        });
        put("fornell_larcker_ok", b -> {
            Confirmatory found = solution(b);
            return byFactor(
                    b,
                    f -> Tree.truth(Construct.isApart(
                            Construct.averageVariance(standardized(b, found, f)).number(), f, found.correlations())));
        });
        put(
                "htmt_henseler",
                b -> square(
                        b,
                        (i, j) -> i == j
                                ? 1
                                : Construct.htmt(b.correlation(), model(b).itemsOf(i), model(b).itemsOf(j))
                                        .number()));
        put(
                "htmt2",
                b -> square(
                        b,
                        (i, j) -> i == j
                                ? 1
                                : Construct.htmt2(b.correlation(), model(b).itemsOf(i), model(b).itemsOf(j))
                                        .number()));
    }
}
