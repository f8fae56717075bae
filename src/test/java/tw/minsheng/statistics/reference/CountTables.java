package tw.minsheng.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.association.FisherExact;
import tw.minsheng.statistics.association.McNemar;
import tw.minsheng.statistics.association.TableMeasures;
import tw.minsheng.statistics.sampling.Representativeness;

/** Tables of counts: {@code matrix table xtabs chisq.test assoc adjres fisher.test mcnemar.test}. */
final class CountTables {

    void addTo(Map<String, Interpreter.Function> table) {
        Interpreter.Function ofOne = table.get("table");
        table.put("table", call -> call.positional() == 2 ? crossed(call) : ofOne.call(call));
        table.put("matrix", CountTables::matrix);
        table.put("xtabs", CountTables::summed);
        table.put("chisq.test", CountTables::chiSquare);
        table.put("assoc", call -> measures(counts(call)));
        table.put("adjres", CountTables::residuals);
        table.put("fisher.test", CountTables::fisher);
        table.put("mcnemar.test", CountTables::mcNemar);
    }

    private static Object matrix(Call call) {
        Vector cells = call.vector(0);
        int rows = (int) Math.round(call.number(1));
        int width = cells.size() / rows;
        List<Double> byRow = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            byRow.add(cells.number(i / width + i % width * rows));
        }
        return new CrossTable(numbered(rows), numbered(width), byRow);
    }

    private static List<String> numbered(int many) {
        return IntStream.range(0, many).mapToObj(i -> "#" + i).toList();
    }

    private static CrossTable table(Vector rows, Vector columns, double[] weights) {
        List<String> down = rows.levels();
        List<String> across = columns.levels();
        Double[] sums = new Double[down.size() * across.size()];
        Arrays.fill(sums, 0.0);
        List<String> ofRow = rows.labels();
        List<String> ofColumn = columns.labels();
        for (int i = 0; i < ofRow.size(); i++) {
            int r = down.indexOf(ofRow.get(i));
            int c = across.indexOf(ofColumn.get(i));
            if (r >= 0 && c >= 0) {
                sums[r * across.size() + c] += weights[i];
            }
        }
        return new CrossTable(down, across, List.of(sums));
    }

    private static Object crossed(Call call) {
        double[] ones = new double[call.vector(0).size()];
        Arrays.fill(ones, 1);
        return table(call.vector(0), call.vector(1), ones);
    }

    private static Object summed(Call call) {
        Formula formula = (Formula) call.at(0);
        Frame data = BaseFunctions.frame(call, 1);
        List<Vector> sides = formula.terms().stream()
                .map(term -> (Vector) call.interpreter().eval(term, data))
                .toList();
        return table(
                sides.get(0),
                sides.get(1),
                data.column(formula.left().get("s").asText()).doubles());
    }

    private static CrossTable counts(Call call) {
        if (call.at(0) instanceof CrossTable table) {
            return table;
        }
        throw call.notHere();
    }

    private static long[][] whole(CrossTable table) {
        int width = table.columns().size();
        return IntStream.range(0, table.rows().size())
                .mapToObj(r -> IntStream.range(0, width)
                        .mapToLong(c -> Math.round(table.sums().get(r * width + c)))
                        .toArray())
                .toArray(long[][]::new);
    }

    private static boolean isNamed(CrossTable table) {
        return !table.rows().get(0).startsWith("#");
    }

    private static JsonNode cells(CrossTable like, List<Double> numbers) {
        JsonNode tree = new CrossTable(like.rows(), like.columns(), numbers).tree();
        return isNamed(like) ? tree : Tree.object().set("values", tree.get("values"));
    }

    private static Object chiSquare(Call call) {
        if (call.has("p")) {
            return ofShares(call);
        }
        CrossTable table = counts(call);
        TableMeasures measures = TableMeasures.of(whole(table));
        boolean small = table.rows().size() == 2 && table.columns().size() == 2;
        boolean corrected = small && (!call.has("correct") || call.truth("correct"));
        Value x2 = corrected ? measures.corrected() : measures.chiSquare();
        tw.minsheng.statistics.association.CrossTable plain =
                tw.minsheng.statistics.association.CrossTable.of(whole(table));
        int width = table.columns().size();
        List<Double> expected = IntStream.range(0, table.sums().size())
                .mapToObj(i -> plain.expected(i / width, i % width))
                .toList();
        String method = "Pearson's Chi-squared test" + (corrected ? " with Yates' continuity correction" : "");
        return new TestTree(method, measures.p(x2))
                .statistic("X-squared", x2)
                .df("df", Value.of((double) plain.degrees()))
                .set("expected", cells(table, expected))
                .set("observed", cells(table, table.sums()))
                .tree();
    }

    private static Object ofShares(Call call) {
        double[] counts = call.vector(0).doubles();
        double[] shares = ((Vector) call.find("p", -1).orElseThrow()).doubles();
        Representativeness found = Representativeness.test(
                numbered(counts.length),
                Arrays.stream(counts).mapToLong(Math::round).toArray(),
                shares);
        return new TestTree("Chi-squared test for given probabilities", found.p())
                .statistic("X-squared", found.x2())
                .df("df", Value.of((double) found.df()))
                .set(
                        "expected",
                        Tree.array(
                                counts.length,
                                i -> Tree.of(found.levels().get(i).populationPercent() / 100 * found.n())))
                .set("observed", Tree.array(counts.length, i -> Tree.of(counts[i])))
                .tree();
    }

    private static JsonNode measures(CrossTable table) {
        TableMeasures found = TableMeasures.of(whole(table));
        ObjectNode tree = Tree.object();
        tree.set("X2", Tree.of(found.chiSquare()));
        tree.set("G2", Tree.of(found.likelihoodRatio()));
        tree.set("phi", Tree.of(found.phi()));
        tree.set("contingency_C", Tree.of(found.contingency()));
        tree.set("cramers_V", Tree.of(found.cramersV()));
        tree.set("cramers_V_bias_corrected", Tree.of(found.cramersVCorrected()));
        tree.set("gamma", Tree.of(found.gamma()));
        tree.set("kendall_tau_b", Tree.of(found.tauB()));
        tree.set("stuart_tau_c", Tree.of(found.tauC()));
        tree.set("somers_d_col_given_row", Tree.of(found.somersColumns()));
        tree.set("somers_d_row_given_col", Tree.of(found.somersRows()));
        tree.set("lambda_col_given_row", Tree.of(found.lambdaColumns()));
        return tree;
    }

    private static Object residuals(Call call) {
        CrossTable table = counts(call);
        tw.minsheng.statistics.association.CrossTable plain =
                tw.minsheng.statistics.association.CrossTable.of(whole(table));
        int width = table.columns().size();
        return cells(
                table,
                IntStream.range(0, table.sums().size())
                        .mapToObj(i ->
                                plain.adjustedResidual(i / width, i % width).number())
                        .toList());
    }

    private static Object fisher(Call call) {
        ObjectNode tree = Tree.object();
        tree.set("p.value", Tree.of(FisherExact.p(whole(counts(call))).orElseThrow(call::notHere)));
        return tree;
    }

    private static Object mcNemar(Call call) {
        long[][] counts = whole(counts(call));
        boolean corrected = !call.has("correct") || call.truth("correct");
        McNemar found = McNemar.of(counts[0][1], counts[1][0], corrected);
        String method = "McNemar's Chi-squared test" + (corrected ? " with continuity correction" : "");
        return new TestTree(method, found.p())
                .statistic("McNemar's chi-squared", found.x2())
                .df("df", Value.of(1))
                .tree();
    }
}
