package tw.minsheng.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;

/** A weighted cross table of the interpreter, cells row by row. */
record CrossTable(List<String> rows, List<String> columns, List<Double> sums) {

    CrossTable columnShares() {
        Double[] shares = new Double[sums.size()];
        int width = columns.size();
        double[] totals = new double[width];
        for (int i = 0; i < sums.size(); i++) {
            totals[i % width] += sums.get(i);
        }
        Arrays.setAll(shares, i -> sums.get(i) / totals[i % width]);
        return new CrossTable(rows, columns, List.of(shares));
    }

    CrossTable times(double number) {
        return new CrossTable(rows, columns, sums.stream().map(x -> x * number).toList());
    }

    JsonNode tree() {
        int width = columns.size();
        JsonNode cells = Tree.array(rows.size(), r -> Tree.array(width, c -> Tree.of(sums.get(r * width + c))));
        return Tree.matrix(rows, columns, "values", cells);
    }
}
