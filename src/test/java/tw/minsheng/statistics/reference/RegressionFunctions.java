package tw.minsheng.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.moments.CrossSums;
import tw.minsheng.statistics.regress.Coefficients;
import tw.minsheng.statistics.regress.Collinearity;
import tw.minsheng.statistics.regress.FactorialAnova;
import tw.minsheng.statistics.regress.LinearModel;
import tw.minsheng.statistics.regress.LogitModel;

/** {@code lm glm anova Anova vif confint}. */
final class RegressionFunctions {

    private static final double LEVEL = .95;

    void addTo(Map<String, Interpreter.Function> table) {
        table.put("lm", Linear::of);
        table.put("glm", Logit::of);
        table.put("vif", call -> vif((Linear) call.at(0)));
        table.put("anova", call -> ((Linear) call.at(0)).table(FactorialAnova.Kind.SEQUENTIAL));
        table.put(
                "Anova",
                call -> ((Linear) call.at(0))
                        .table(
                                call.number("type", 1, 2) == 2
                                        ? FactorialAnova.Kind.HIERARCHICAL
                                        : FactorialAnova.Kind.MARGINAL));
        Interpreter.Function ofEstimates = table.get("confint");
        table.put("confint", call -> call.at(0) instanceof Linear model ? model.limits() : ofEstimates.call(call));
    }

    /** Rows of a model that answer everything. */
    static final class Complete {
        private final ModelColumns columns;
        private final double[][] predictors;
        private final double[] outcome;

        private Complete(ModelColumns columns, double[][] predictors, double[] outcome) {
            this.columns = columns;
            this.predictors = predictors;
            this.outcome = outcome;
        }

        ModelColumns columns() {
            return columns;
        }

        double[][] predictors() {
            return predictors;
        }

        double[] outcome() {
            return outcome;
        }

        static Complete of(Call call, Formula formula, Frame data, ModelColumns.Contrasts contrasts) {
            ModelColumns columns = ModelColumns.of(call, formula, data, contrasts);
            double[] outcome = ((Vector) call.interpreter().eval(formula.left(), data)).doubles();
            boolean[] valid = columns.valid(outcome);
            int[] rows = IntStream.range(0, valid.length).filter(i -> valid[i]).toArray();
            double[][] all = columns.rows();
            return new Complete(
                    columns,
                    IntStream.of(rows).mapToObj(i -> all[i]).toArray(double[][]::new),
                    IntStream.of(rows).mapToDouble(i -> outcome[i]).toArray());
        }
    }

    static Frame data(Call call, int index) {
        return (Frame) call.find("data", index).orElseThrow(call::notHere);
    }

    static JsonNode coefficients(List<String> names, Coefficients found, String letter) {
        JsonNode cells = Tree.array(names.size(), j -> {
            List<Value> row = List.of(found.at(j), found.se(j), found.statistic(j), found.p(j));
            return Tree.array(4, c -> Tree.of(row.get(c)));
        });
        return Tree.matrix(
                names, List.of("Estimate", "Std. Error", letter + " value", "Pr(>|" + letter + "|)"), "values", cells);
    }

    private static JsonNode vif(Linear model) {
        double[][] predictors = model.rows().predictors();
        int k = predictors[0].length - 1;
        CrossSums sums = CrossSums.of(k, MissingRule.LISTWISE);
        for (double[] row : predictors) {
            sums.add(java.util.Arrays.copyOfRange(row, 1, k + 1));
        }
        List<Value> found = Collinearity.vif(sums);
        return Tree.named(model.rows().columns().names().subList(1, k + 1), j -> Tree.of(found.get(j)));
    }

    /** A fitted {@code lm}. */
    record Linear(Complete rows, LinearModel found) {

        static Object of(Call call) {
            ModelColumns.Contrasts contrasts =
                    call.has("contrasts") ? ModelColumns.Contrasts.SUM : ModelColumns.Contrasts.TREATMENT;
            Complete rows = Complete.of(call, (Formula) call.at(0), data(call, 1), contrasts);
            LinearModel found = LinearModel.fit(rows.predictors(), rows.outcome());
            if (!found.coefficients().at(0).isKnown()) {
                throw Refused.because(found.coefficients().at(0));
            }
            return new Linear(rows, found);
        }

        JsonNode tree() {
            int k = rows.columns().names().size();
            ObjectNode tree = Tree.object();
            tree.set("coefficients", coefficients(rows.columns().names(), found.coefficients(), "t"));
            tree.set("r_squared", Tree.of(found.rSquared()));
            tree.set("adj_r_squared", Tree.of(found.adjusted()));
            tree.set("sigma", Tree.of(found.sigma()));
            ObjectNode f = Tree.object();
            f.set("value", Tree.of(found.f()));
            f.put("numdf", k - 1);
            f.put("dendf", found.n() - k);
            tree.set("F", f);
            return tree;
        }

        JsonNode limits() {
            List<String> names = rows.columns().names();
            JsonNode cells = Tree.array(
                    names.size(), j -> Tree.limits(found.coefficients().interval(j, LEVEL)));
            return Tree.matrix(names, Estimates.labels(LEVEL, " %"), "values", cells);
        }

        JsonNode table(FactorialAnova.Kind kind) {
            ModelColumns columns = rows.columns();
            List<String> names = new ArrayList<>(columns.terms());
            List<FactorialAnova.Term> terms = new ArrayList<>();
            if (kind == FactorialAnova.Kind.MARGINAL) {
                names.add(0, "(Intercept)");
                terms.add(new FactorialAnova.Term(Set.of(), List.of(0)));
            }
            List<String> factors = new ArrayList<>();
            for (String term : columns.terms()) {
                Set<Integer> own = new HashSet<>();
                for (String factor : term.split(":", -1)) {
                    if (!factors.contains(factor)) {
                        factors.add(factor);
                    }
                    own.add(factors.indexOf(factor));
                }
                terms.add(new FactorialAnova.Term(
                        own, IntStream.of(columns.columnsOf(term)).boxed().toList()));
            }
            FactorialAnova table = FactorialAnova.of(rows.predictors(), rows.outcome(), terms, kind);
            List<FactorialAnova.Effect> effects = new ArrayList<>(table.effects());
            effects.add(table.residual());
            names.add("Residuals");
            ObjectNode tree = Tree.object();
            tree.set("rows", Tree.array(names.size(), i -> Tree.of(names.get(i))));
            ObjectNode cells = Tree.object();
            cells.set(
                    "Df",
                    Tree.array(names.size(), i -> Tree.count(effects.get(i).df())));
            cells.set(
                    "Sum Sq",
                    Tree.array(names.size(), i -> Tree.of(effects.get(i).squares())));
            cells.set(
                    "Mean Sq",
                    Tree.array(names.size(), i -> Tree.of(effects.get(i).meanSquare())));
            cells.set(
                    "F value",
                    Tree.array(names.size(), i -> Tree.of(effects.get(i).f())));
            cells.set(
                    "Pr(>F)",
                    Tree.array(names.size(), i -> Tree.of(effects.get(i).p())));
            tree.set("columns", cells);
            return tree;
        }
    }

    /** A fitted {@code glm} of yes and no. */
    record Logit(Complete rows, LogitModel found) {

        static Object of(Call call) {
            Complete rows = Complete.of(call, (Formula) call.at(0), data(call, 2), ModelColumns.Contrasts.TREATMENT);
            LogitModel found = LogitModel.fit(rows.predictors(), rows.outcome());
            if (!found.deviance().isKnown()) {
                throw Refused.because(found.deviance());
            }
            return new Logit(rows, found);
        }

        JsonNode tree() {
            ObjectNode tree = Tree.object();
            tree.set("coefficients", coefficients(rows.columns().names(), found.coefficients(), "z"));
            tree.set("deviance", Tree.of(found.deviance()));
            tree.set("null_deviance", Tree.of(found.nullDeviance()));
            tree.set("aic", Tree.of(found.aic()));
            tree.put("df_residual", found.n() - found.coefficients().size());
            return tree;
        }

        /** {@code exp(cbind(OR = coef(m), confint.default(m)))}. */
        JsonNode odds() {
            List<String> names = rows.columns().names();
            Coefficients b = found.coefficients();
            JsonNode cells = Tree.array(names.size(), j -> {
                List<Value> row = List.of(
                        b.oddsRatio(j),
                        b.oddsInterval(j, LEVEL).lower(),
                        b.oddsInterval(j, LEVEL).upper());
                return Tree.array(3, c -> Tree.of(row.get(c)));
            });
            List<String> columns = new ArrayList<>(List.of("OR"));
            columns.addAll(Estimates.labels(LEVEL, " %"));
            return Tree.matrix(names, columns, "values", cells);
        }
    }
}
