package tw.minsheng.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.crosstab.GoodnessOfFit;
import tw.minsheng.statistics.crosstab.RaoScott;
import tw.minsheng.statistics.crosstab.SurveyTable;
import tw.minsheng.statistics.crosstab.WaldIndependence;
import tw.minsheng.statistics.estimate.CovarianceEstimate;
import tw.minsheng.statistics.estimate.Quantile;
import tw.minsheng.statistics.estimate.QuantileEstimate;
import tw.minsheng.statistics.estimate.QuantileEstimator;
import tw.minsheng.statistics.estimate.QuantileInterval;
import tw.minsheng.statistics.estimate.RowEstimator;
import tw.minsheng.statistics.estimate.RowSample;
import tw.minsheng.statistics.estimate.VectorEstimate;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/** {@code svyquantile}, {@code svychisq}, {@code svygofchisq}, {@code svyvar} of several variables, contrasts. */
final class DesignTables {

    private static final double LEVEL = .95;

    private DesignTables() {}

    /** Variances and covariances with their errors. */
    record Covariances(List<String> names, CovarianceEstimate found, long weighing) {

        JsonNode tree() {
            ObjectNode tree = Tree.object();
            tree.set("variance_matrix", values(found.covariance()));
            tree.set("se_matrix", values(found.se()));
            return tree;
        }

        /** R counts rows without an answer too in n/(n − 1). */
        private JsonNode values(SymmetricMatrix matrix) {
            double factor = weighing / (weighing - 1.0) * (found.n() - 1) / found.n();
            ObjectNode tree = Tree.object();
            int k = matrix.size();
            tree.set("values", Tree.array(k, i -> Tree.array(k, j -> Tree.of(matrix.at(i, j) * factor))));
            return tree;
        }
    }

    static Object correlations(Call call) {
        if (!(call.at(0) instanceof Covariances covariances)) {
            throw call.notHere();
        }
        int k = covariances.names().size();
        JsonNode cells = Tree.array(
                k, i -> Tree.array(k, j -> Tree.of(covariances.found().correlation(i, j))));
        return Tree.matrix(covariances.names(), covariances.names(), "values", cells);
    }

    /** α = k/(k−1)·(1 − Σ variances/variance of the sum), over the rows that answer all. */
    static Object alpha(Call call) {
        Design design = (Design) call.at(1);
        List<double[]> items = ((Formula) call.at(0))
                .terms().stream()
                        .map(term -> answers(design, (Vector) call.interpreter().eval(term, design.data())))
                        .toList();
        RowEstimator estimator = new RowEstimator(design.sample());
        CovarianceEstimate found = estimator.covariances(items.toArray(double[][]::new));
        double k = items.size();
        double trace = found.covariance().trace();
        ObjectNode tree = Tree.object();
        // n/(n − 1) drops out of the ratio
        tree.put("*alpha*", k / (k - 1) * (1 - trace / found.covariance().sum()));
        return tree;
    }

    static double[] answers(Design design, Vector vector) {
        double[] answers = vector.answers();
        Arrays.setAll(answers, i -> design.domain().get(i) ? answers[i] : Missing.ANSWER);
        return answers;
    }

    static Object quantiles(Call call) {
        Design design = (Design) call.at(1);
        JsonNode term = ((Formula) call.at(0)).terms().get(0);
        double[] answers = answers(design, (Vector) call.interpreter().eval(term, design.data()));
        double[] shares = ((Vector) call.find("quantiles", 2).orElseThrow()).doubles();
        String name = call.text("qrule").orElse("math").toUpperCase(Locale.ROOT);
        QuantileInterval kind = QuantileInterval.valueOf(
                call.text("interval.type").orElse("mean").toUpperCase(Locale.ROOT));
        ObjectNode inner = Tree.object();
        inner.set("quantile", Tree.array(shares.length, i -> Tree.of(shares[i])));
        if (name.equals("SHAHVAISH")) {
            inner.set(
                    "value",
                    Tree.array(
                            shares.length,
                            i -> Tree.of(RoundedTies.of(design, answers).shahVaish(shares[i]))));
        } else {
            QuantileEstimator estimator = new QuantileEstimator(design.sample(), LEVEL);
            RoundedTies ties = RoundedTies.of(design, answers);
            List<QuantileEstimate> found = Arrays.stream(shares)
                    .mapToObj(p -> estimator.of(
                            answers, name.matches("HF[4-9]") ? p : ties.beside(p), Quantile.valueOf(name), kind))
                    .map(estimate -> kind == QuantileInterval.SCORE ? ties.limits(estimate) : estimate)
                    .toList();
            if (call.has("ci")) {
                inner.set(
                        "value",
                        Tree.array(shares.length, i -> Tree.of(found.get(i).quantile())));
            } else {
                boolean rows = design.sample() instanceof RowSample;
                List<String> columns = List.of("quantile", "ci.2.5", "ci.97.5", rows ? "se" : "se.97.5");
                inner.set("cols", Tree.array(4, i -> Tree.of(columns.get(i))));
                inner.set("values", Tree.array(shares.length, i -> row(found.get(i))));
            }
        }
        ObjectNode tree = Tree.object();
        tree.set(Formula.written(term), inner);
        return tree;
    }

    private static JsonNode row(QuantileEstimate found) {
        List<Value> cells = List.of(
                found.quantile(), found.interval().lower(), found.interval().upper(), found.se());
        return Tree.array(4, i -> Tree.of(cells.get(i)));
    }

    static Object contrast(Design design) {
        List<String> types = design.data().column("stype").labels();
        List<String> levels = design.data().column("stype").levels();
        VectorEstimate means = new RowEstimator(design.sample())
                .domainMeans(
                        design.data().column("api00").answers(),
                        types.stream().mapToInt(levels::indexOf).toArray(),
                        levels.size());
        VectorEstimate difference = means.contrast(1, -1, 0);
        ObjectNode tree = Tree.object();
        tree.set("diff", Tree.of(difference.estimates().get(0)));
        tree.set("se", Tree.of(difference.se(0)));
        return tree;
    }

    private static int[] codes(Design design, String variable) {
        Vector column = design.data().column(variable);
        List<String> levels = column.levels();
        return column.labels().stream().mapToInt(levels::indexOf).toArray();
    }

    static Object chiSquare(Call call) {
        List<String> variables = ((Formula) call.at(0))
                .terms().stream().map(term -> term.path("s").asText()).toList();
        Design design = (Design) call.at(1);
        SurveyTable table = SurveyTable.of(
                design.sample(), design.inside(), codes(design, variables.get(0)), codes(design, variables.get(1)));
        String statistic = call.text("statistic").orElse("F");
        TestTree tree = switch (statistic) {
            case "Wald" -> wald(WaldIndependence.of(table));
            case "adjWald" -> wald(WaldIndependence.adjusted(table));
            default -> raoScott(table, statistic);
        };
        List<String> rows = names(design, variables.get(0), table.rowLevels());
        List<String> columns = names(design, variables.get(1), table.columnLevels());
        double n = table.scale();
        tree.set(
                "expected",
                Tree.matrix(
                        rows,
                        columns,
                        "values",
                        Tree.array(
                                rows.size(),
                                i -> Tree.array(
                                        columns.size(), j -> Tree.of(n * table.rowShare(i) * table.columnShare(j))))));
        tree.set(
                "observed",
                Tree.matrix(
                        rows,
                        columns,
                        "values",
                        Tree.array(rows.size(), i -> Tree.array(columns.size(), j -> Tree.of(n * table.share(i, j))))));
        return tree.tree();
    }

    private static List<String> names(Design design, String variable, List<Integer> levels) {
        List<String> all = design.data().column(variable).levels();
        return levels.stream().map(all::get).toList();
    }

    private static Value known(Value value) {
        if (!value.isKnown()) {
            throw Refused.because(value);
        }
        return value;
    }

    private static TestTree wald(WaldIndependence found) {
        return new TestTree("Design-based Wald test of association", known(found.p()))
                .statistic("F", found.f())
                .df("ndf", found.ndf())
                .df("ddf", found.ddf());
    }

    private static TestTree raoScott(SurveyTable table, String statistic) {
        RaoScott found = RaoScott.of(table);
        String method = "Pearson's X^2: Rao & Scott adjustment";
        return switch (statistic) {
            case "F" ->
                new TestTree(method, known(found.p()))
                        .statistic("F", found.f())
                        .df("ndf", found.ndf())
                        .df("ddf", found.ddf());
            case "Chisq" ->
                new TestTree(method, known(found.pFirstOrder()))
                        .statistic("X-squared", found.x2())
                        .df("df", Value.of((double) found.df()));
            default ->
                new TestTree("Pearson's X^2: saddlepoint approximation", known(RaoScott.saddlepoint(table)))
                        .statistic("X-squared", found.x2())
                        .set("parameter", Tree.array(0, i -> Tree.of(0)));
        };
    }

    static Object fit(Call call) {
        String variable = ((Formula) call.at(0)).terms().get(0).path("s").asText();
        double[] population = ((Vector) call.find("p", 1).orElseThrow()).doubles();
        Design design = (Design) call.at(call.positional() - 1);
        GoodnessOfFit found = GoodnessOfFit.of(design.sample(), codes(design, variable), population);
        double scale = known(found.scale()).number();
        return new TestTree("Design-based chi-squared test for given probabilities", found.p())
                .statistic("X-squared", found.x2().map(x2 -> x2 * scale)) // R prints it before it is scaled
                .df("scale", found.scale())
                .df("df", found.df())
                .set(
                        "expected",
                        Tree.array(
                                found.expected().size(),
                                i -> Tree.of(found.expected().get(i))))
                .set(
                        "observed",
                        Tree.array(
                                found.observed().size(),
                                i -> Tree.of(found.observed().get(i))))
                .tree();
    }
}
