package tw.minsheng.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.NoncentralChiSquare;
import tw.minsheng.statistics.factor.Confirmatory;
import tw.minsheng.statistics.factor.Construct;
import tw.minsheng.statistics.factor.FactorMatrix;
import tw.minsheng.statistics.factor.FactorModel;
import tw.minsheng.statistics.factor.LikelihoodFactors;
import tw.minsheng.statistics.factor.PrincipalAxis;
import tw.minsheng.statistics.moments.SymmetricMatrix;
import tw.minsheng.statistics.reliability.Alpha;

/** What other programs print of factors, where statistics.md has no row: indices of psych and semTools. */
final class OtherFactorNames {

    private final Map<String, Function<ScaleBlock, JsonNode>> names = new LinkedHashMap<>();

    OtherFactorNames() {
        for (String name : List.of("polychoric_lavaan", "polychoric_psych_correct0")) {
            names.put("ordinal/" + name, b -> Tree.matrix(b.items(), b.polychoric(), "data"));
        }
        names.put("efa/minres_communalities_psych_default", b -> {
            List<Value> values = PrincipalAxis.of(b.correlation(), b.factors())
                    .communalities(b.items().size());
            return Tree.named(b.items(), i -> Tree.of(values.get(i)));
        });
        names.put("efa/ml_fit_psych", OtherFactorNames::fitOfPsych);
        ofSemTools();
    }

    Map<String, Function<ScaleBlock, JsonNode>> all() {
        return names;
    }

    private void cfa(String name, Function<ScaleBlock, JsonNode> computed) {
        names.put("cfa/" + name, computed);
    }

    private static FactorModel model(ScaleBlock block) {
        return FactorModel.ofSizes(
                block.declared().values().stream().map(List::size).toList());
    }

    private static Confirmatory solution(ScaleBlock block) {
        return Confirmatory.of(model(block), block.covariance(), block.n());
    }

    private static JsonNode byFactor(ScaleBlock block, IntFunction<JsonNode> value) {
        return Tree.named(List.copyOf(block.declared().keySet()), value);
    }

    private static double overItems(ScaleBlock block, int factor, IntToDoubleFunction value) {
        return IntStream.of(model(block).itemsOf(factor)).mapToDouble(value).sum();
    }

    private void ofSemTools() {
        cfa("lavaan_default_chisq", b -> Tree.of(solution(b).fit().chiSquare()));
        cfa("ave_semTools", b -> {
            Confirmatory found = solution(b);
            IntToDoubleFunction squared =
                    i -> found.loadings().get(i) * found.loadings().get(i);
            return byFactor(
                    b,
                    f -> Tree.of(overItems(b, f, squared)
                            / overItems(b, f, i -> found.implied().at(i, i))));
        });
        cfa("omega_semTools_compRelSEM", b -> {
            Confirmatory found = solution(b);
            return byFactor(b, f -> {
                double sum = overItems(b, f, i -> found.loadings().get(i));
                return Tree.of(
                        sum * sum / found.sample().select(model(b).itemsOf(f)).sum());
            });
        });
        cfa(
                "alpha_semTools",
                b -> byFactor(b, f -> Tree.of(Alpha.raw(b.covariance().select(model(b).itemsOf(f))))));
        cfa("htmt2", b -> {
            List<String> factors = List.copyOf(b.declared().keySet());
            SymmetricMatrix.Cell ratio = (i, j) -> i == j
                    ? 1
                    : Construct.htmt2(b.correlation(), model(b).itemsOf(i), model(b).itemsOf(j))
                            .number();
            return Tree.matrix(factors, SymmetricMatrix.of(factors.size(), ratio), "data");
        });
    }

    /** psych's indices of the maximum likelihood solution: its statistic has Bartlett's correction, its RMSEA n − 1. */
    private static JsonNode fitOfPsych(ScaleBlock block) {
        SymmetricMatrix r = block.correlation();
        long n = block.hasAnswers() ? block.n() : block.publishedN();
        LikelihoodFactors.Solution solution = LikelihoodFactors.of(r, block.factors());
        double df = solution.df();
        double x = solution.chiSquare(n).number();
        double items = r.size();
        double ln = Arrays.stream(r.eigenvalues()).map(Math::log).sum();
        double nullX = -ln * (n - 1 - (2 * items + 5) / 6 - 2.0 * block.factors() / 3);
        double nullDf = items * (items - 1) / 2;
        ObjectNode object = Tree.object();
        object.set("chisq", Tree.of(x));
        object.set("df", Tree.of(df));
        object.set("p", Tree.of(solution.p(n)));
        object.set("tli", Tree.of((nullX / nullDf - x / df) / (nullX / nullDf - 1)));
        object.set("rmsea", Tree.of(Math.sqrt(Math.max(0, x / (df * n) - 1.0 / (n - 1)))));
        object.set("rmsea_lo90", Tree.of(Math.sqrt(NoncentralChiSquare.noncentrality(x, df, .95) / ((n - 1) * df))));
        object.set("rmsea_hi90", Tree.of(Math.sqrt(NoncentralChiSquare.noncentrality(x, df, .05) / ((n - 1) * df))));
        object.set("bic", Tree.of(x - df * Math.log((double) n)));
        object.set("rmsr", Tree.of(residual(r, solution.extraction().matrix())));
        return object;
    }

    private static double residual(SymmetricMatrix r, FactorMatrix loadings) {
        double rest = 0;
        for (int i = 0; i < r.size(); i++) {
            for (int j = 0; j < r.size(); j++) {
                double off = r.at(i, j);
                for (int f = 0; f < loadings.columns(); f++) {
                    off -= loadings.at(i, f) * loadings.at(j, f);
                }
                rest += i == j ? 0 : off * off;
            }
        }
        return Math.sqrt(rest / (r.size() * (r.size() - 1.0)));
    }
}
