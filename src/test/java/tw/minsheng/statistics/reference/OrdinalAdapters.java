package tw.minsheng.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.factor.PrincipalAxis;
import tw.minsheng.statistics.moments.SymmetricMatrix;
import tw.minsheng.statistics.ordinal.Polychoric;
import tw.minsheng.statistics.reliability.Alpha;

/** Which kernel answers which statistic of the blocks about ordered categories. */
final class OrdinalAdapters {

    private final Map<String, Function<ScaleBlock, JsonNode>> adapters = new LinkedHashMap<>();

    OrdinalAdapters() {
        for (String name : List.of("polychoric_twostep_ml", "polychoric_lavaan", "polychoric_psych_correct0")) {
            put(name, b -> Tree.matrix(b.items(), matrix(b), "data"));
        }
        put("polychoric_polycor_1_2", b -> Tree.of(matrix(b).at(0, 1)));
        put("thresholds", b -> {
            double[][] rows = b.completeAnswers();
            return Tree.named(b.items(), j -> {
                double[] levels = levels(rows, j);
                long[] margin = new long[levels.length];
                Arrays.stream(rows).forEach(row -> margin[Arrays.binarySearch(levels, row[j])]++);
                double[] cuts = Polychoric.thresholds(margin);
                return cuts.length == 1 ? Tree.of(cuts[0]) : Tree.array(cuts.length, i -> Tree.of(cuts[i]));
            });
        });
        put("ordinal_alpha", b -> Tree.of(Alpha.raw(matrix(b))));
        put("ordinal_alpha_if_deleted", b -> {
            SymmetricMatrix r = matrix(b);
            return Tree.named(b.items(), i -> Tree.of(Alpha.ifDeleted(r, i)));
        });
        put("ordinal_omega_1factor_uls", b -> Tree.of(FactorAdapters.omega(PrincipalAxis.of(matrix(b), 1))));
    }

    Map<String, Function<ScaleBlock, JsonNode>> all() {
        return adapters;
    }

    private void put(String statistic, Function<ScaleBlock, JsonNode> adapter) {
        adapters.put("ordinal/" + statistic, adapter);
    }

    private static double[] levels(double[][] rows, int item) {
        return Arrays.stream(rows)
                .mapToDouble(row -> row[item])
                .sorted()
                .distinct()
                .toArray();
    }

    private static SymmetricMatrix matrix(ScaleBlock block) {
        double[][] rows = block.completeAnswers();
        return SymmetricMatrix.of(block.items().size(), (i, j) -> i == j ? 1 : pair(rows, i, j));
    }

    private static double pair(double[][] rows, int i, int j) {
        double[] first = levels(rows, i);
        double[] second = levels(rows, j);
        long[][] counts = new long[first.length][second.length];
        for (double[] row : rows) {
            counts[Arrays.binarySearch(first, row[i])][Arrays.binarySearch(second, row[j])]++;
        }
        Value r = Polychoric.of(counts);
        return r.number();
    }
}
