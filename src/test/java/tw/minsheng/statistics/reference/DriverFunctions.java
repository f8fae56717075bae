package tw.minsheng.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.driver.ImportancePerformance;
import tw.minsheng.statistics.driver.KeyDrivers;
import tw.minsheng.statistics.driver.LogitDrivers;
import tw.minsheng.statistics.moments.CrossSums;
import tw.minsheng.statistics.regress.Coefficients;
import tw.minsheng.statistics.regress.CumulativeLink;
import tw.minsheng.statistics.regress.OrdinalModel;

/** {@code drivers ipa mcf}, and ordered answers: {@code polr clm svyolr}. */
final class DriverFunctions {

    void addTo(Map<String, Interpreter.Function> table) {
        table.put("drivers", DriverFunctions::drivers);
        table.put("ipa", DriverFunctions::importance);
        table.put("mcf", DriverFunctions::logit);
        table.put("polr", call -> Ordered.of(call).polr());
        table.put("clm", call -> Ordered.of(call).clm());
        table.put("svyolr", call -> Ordered.ofDesign(call));
    }

    private static double[][] columns(Frame data, List<String> names) {
        return names.stream().map(name -> data.column(name).answers()).toArray(double[][]::new);
    }

    private static JsonNode named(List<String> names, List<Value> values) {
        return Tree.named(names, i -> Tree.of(values.get(i)));
    }

    private static Object drivers(Call call) {
        Frame data = (Frame) call.at(0);
        List<String> names = call.vector(2).labels();
        List<String> all = new ArrayList<>(names);
        all.add(call.vector(1).labels().get(0));
        double[][] columns = columns(data, all);
        Vector weights = (Vector) call.find("w", 3).orElse(Vector.of(1));
        CrossSums sums = CrossSums.of(all.size(), MissingRule.LISTWISE);
        for (int i = 0; i < data.rows(); i++) {
            int row = i;
            sums.add(
                    IntStream.range(0, all.size())
                            .mapToDouble(j -> columns[j][row])
                            .toArray(),
                    weights.number(i));
        }
        KeyDrivers found = KeyDrivers.of(sums);
        ObjectNode tree = Tree.object();
        tree.put("n", found.n());
        tree.set("R2", Tree.of(found.r2()));
        tree.set("lmg", named(names, found.lmg()));
        tree.set("lmg_pct", Tree.named(names, j -> Tree.of(found.lmgPercent(j))));
        tree.set("rw", named(names, found.relative()));
        tree.set("beta", named(names, found.beta()));
        tree.set("first", named(names, found.first()));
        tree.set("last", named(names, found.last()));
        tree.set("pratt", named(names, found.pratt()));
        return tree;
    }

    private static Object importance(Call call) {
        Frame data = (Frame) call.at(0);
        List<String> names = call.vector(2).labels();
        ImportancePerformance found = ImportancePerformance.of(
                columns(data, names),
                data.column(call.vector(1).labels().get(0)).answers());
        Function<Function<ImportancePerformance.Item, JsonNode>, JsonNode> each =
                part -> Tree.named(names, i -> part.apply(found.items().get(i)));
        ObjectNode tree = Tree.object();
        tree.set("performance", each.apply(item -> Tree.of(item.performance())));
        tree.set("importance_pearson", each.apply(item -> Tree.of(item.importance())));
        tree.set("importance_spearman", each.apply(item -> Tree.of(item.rankImportance())));
        tree.set("cross_performance", Tree.of(found.crossPerformance()));
        tree.set("cross_importance", Tree.of(found.crossImportance()));
        tree.set(
                "quadrant",
                each.apply(item -> Tree.of(item.quadrant().orElseThrow().key())));
        return tree;
    }

    private static Object logit(Call call) {
        Frame data = (Frame) call.at(0);
        List<String> names = call.vector(2).labels();
        double[][] columns = columns(data, names);
        double[] outcome = data.column(call.vector(1).labels().get(0)).answers();
        int[] rows = IntStream.range(0, data.rows())
                .filter(i -> !Missing.is(outcome[i])
                        && IntStream.range(0, names.size()).noneMatch(j -> Missing.is(columns[j][i])))
                .toArray();
        LogitDrivers found = LogitDrivers.of(
                IntStream.of(rows)
                        .mapToObj(i -> IntStream.range(0, names.size())
                                .mapToDouble(j -> columns[j][i])
                                .toArray())
                        .toArray(double[][]::new),
                IntStream.of(rows).mapToDouble(i -> outcome[i]).toArray());
        ObjectNode tree = Tree.object();
        tree.set("mcfadden", Tree.of(found.mcFadden()));
        tree.set("shapley", named(names, found.shares()));
        return tree;
    }

    /** Ordered answers as R writes them: polr with coefficients first, clm with thresholds first. */
    private record Ordered(List<String> slopes, List<String> thresholds, OrdinalModel found) {

        private static final List<String> COLUMNS = List.of("Value", "Std. Error", "t value");

        private static final class Rows {
            private final Vector answers;
            private final ModelColumns columns;
            private final boolean[] valid;

            private Rows(Vector answers, ModelColumns columns, boolean[] valid) {
                this.answers = answers;
                this.columns = columns;
                this.valid = valid;
            }

            boolean[] valid() {
                return valid.clone();
            }

            static Rows of(Call call, Frame data) {
                Formula formula = (Formula) call.at(0);
                ModelColumns columns = ModelColumns.of(call, formula, data, ModelColumns.Contrasts.TREATMENT);
                Vector answers = (Vector) call.interpreter().eval(formula.left(), data);
                List<String> levels = answers.levels();
                double[] codes = answers.labels().stream()
                        .mapToDouble(label -> label.isEmpty() ? Double.NaN : levels.indexOf(label))
                        .toArray();
                return new Rows(Vector.of(codes), columns, columns.valid(codes));
            }

            double[][] predictors() {
                double[][] rows = columns.rows();
                return java.util.Arrays.stream(rows)
                        .map(row -> java.util.Arrays.copyOfRange(row, 1, row.length))
                        .toArray(double[][]::new);
            }

            int[] codes() {
                return answers.numbers().stream()
                        .mapToInt(x -> Double.isNaN(x) ? -1 : (int) Math.round(x))
                        .toArray();
            }

            Ordered named(Vector given, OrdinalModel found) {
                if (!found.logLikelihood().isKnown()) {
                    throw Refused.because(found.logLikelihood());
                }
                List<String> levels = given.levels();
                List<String> borders = IntStream.range(0, found.levels().size() - 1)
                        .mapToObj(i -> levels.get(found.levels().get(i)) + "|"
                                + levels.get(found.levels().get(i + 1)))
                        .toList();
                List<String> names = columns.names();
                return new Ordered(names.subList(1, names.size()), borders, found);
            }
        }

        static Ordered of(Call call) {
            Frame data = RegressionFunctions.data(call, 1);
            Rows rows = Rows.of(call, data);
            Vector weights = call.has("weights")
                    ? data.column(call.keywords().get("weights").get("s").asText())
                    : Vector.of(1);
            long[] used = IntStream.range(0, data.rows())
                    .mapToLong(i -> rows.valid[i] ? Math.round(weights.number(i)) : 0)
                    .toArray();
            CumulativeLink link = call.text("method").orElse("logistic").equals("probit")
                    ? CumulativeLink.PROBIT
                    : CumulativeLink.LOGIT;
            return rows.named(answers(call, data), OrdinalModel.fit(link, rows.predictors(), rows.codes(), used));
        }

        private static Vector answers(Call call, Frame data) {
            return (Vector) call.interpreter().eval(((Formula) call.at(0)).left(), data);
        }

        static JsonNode ofDesign(Call call) {
            Design design = (Design) call.at(1);
            Rows rows = Rows.of(call, design.data());
            Ordered ordered = rows.named(
                    answers(call, design.data()),
                    OrdinalModel.fit(
                            CumulativeLink.LOGIT, design.sample(), rows.valid(), rows.predictors(), rows.codes()));
            ObjectNode tree = Tree.object();
            tree.set("coefficients", ordered.table(ordered.polrOrder(), COLUMNS));
            tree.put("df.residual", (long) ordered.found().coefficients().df());
            return tree;
        }

        private int[] polrOrder() {
            return IntStream.range(0, found.coefficients().size()).toArray();
        }

        private JsonNode table(int[] order, List<String> columns) {
            List<String> names = new ArrayList<>(slopes);
            names.addAll(thresholds);
            Coefficients b = found.coefficients();
            IntFunction<List<Value>> row = j -> List.of(b.at(j), b.se(j), b.statistic(j), b.p(j));
            JsonNode cells = Tree.array(
                    order.length,
                    i -> Tree.array(
                            columns.size(), c -> Tree.of(row.apply(order[i]).get(c))));
            return Tree.matrix(IntStream.of(order).mapToObj(names::get).toList(), columns, "values", cells);
        }

        JsonNode polr() {
            ObjectNode tree = Tree.object();
            tree.set("coefficients", table(polrOrder(), COLUMNS));
            tree.set("deviance", Tree.of(found.deviance()));
            tree.put("edf", found.coefficients().size());
            tree.put("n", found.n());
            return tree;
        }

        JsonNode clm() {
            int k = slopes.size();
            int all = found.coefficients().size();
            int[] order = IntStream.range(0, all)
                    .map(i -> i < all - k ? k + i : i - all + k)
                    .toArray();
            ObjectNode tree = Tree.object();
            tree.set("coefficients", table(order, List.of("Estimate", "Std. Error", "z value", "Pr(>|z|)")));
            tree.set("logLik", Tree.of(found.logLikelihood()));
            tree.put("edf", all);
            return tree;
        }
    }
}
