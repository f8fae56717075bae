package tw.minsheng.statistics.estimate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tw.minsheng.statistics.moments.SymmetricMatrix;
import tw.minsheng.statistics.sampling.LonelyRule;
import tw.minsheng.statistics.sampling.Population;

/**
 * The Taylor covariance of k totals from influences by row and a design of one or more stages: per stratum
 * (1−f)·n/(n−1)·Σ(z−z̄)(z−z̄)′ over the totals of its units, plus, per unit, f of its stage times the same for the stage
 * below. Same as {@code survey::svyrecvar}. A lonely unit under {@link LonelyRule#FAIL} is a fault of the caller.
 */
final class StagedVariance {

    private final double[][] influences;
    private final List<Stage> stages;
    private final LonelyRule lonely;
    private final List<Boolean> domain;
    private final int k;

    /**
     * Prepares the sums.
     *
     * @param influences by row, k numbers each
     * @param domain rows in which a lonely unit counts as lonely; all rows when only the design does
     */
    StagedVariance(double[][] influences, List<Stage> stages, LonelyRule lonely, List<Boolean> domain) {
        this.influences = influences;
        this.stages = stages;
        this.lonely = lonely;
        this.domain = domain;
        this.k = influences.length == 0 ? 0 : influences[0].length;
    }

    SymmetricMatrix covariance() {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < influences.length; i++) {
            all.add(i);
        }
        return SymmetricMatrix.of(stage(all, 0));
    }

    private double[][] stage(List<Integer> rows, int depth) {
        Stage stage = stages.get(depth);
        double[][] sum = new double[k][k];
        Map<Integer, List<Integer>> strata = split(rows, stage.strata());
        int alone = 0;
        int seen = 0;
        for (List<Integer> stratum : strata.values()) {
            Map<Integer, List<Integer>> units = split(stratum, stage.units());
            Population population = stage.populations().get(stratum.get(0));
            double remaining = population.remaining((double) units.size());
            long inside = inside(units);
            boolean isAlone = inside == 1 && remaining > 0;
            alone += isAlone ? 1 : 0;
            seen += inside > 0 ? 1 : 0;
            if (!isAlone || lonely != LonelyRule.AVERAGE) {
                addStratum(sum, units, remaining, isAlone && lonely == LonelyRule.ADJUST);
            }
            if (depth + 1 < stages.size() && population.size().isPresent()) {
                double drawn = units.size() / population.size().getAsDouble();
                units.values().forEach(unit -> add(sum, stage(unit, depth + 1), drawn));
            }
        }
        if (lonely == LonelyRule.AVERAGE && alone < seen) {
            return scaled(sum, (double) seen / (seen - alone));
        }
        return sum;
    }

    /** Units with a row of the domain. */
    private long inside(Map<Integer, List<Integer>> units) {
        return units.values().stream()
                .filter(rows -> rows.stream().anyMatch(domain::get))
                .count();
    }

    private void addStratum(
            double[][] sum, Map<Integer, List<Integer>> units, double remaining, boolean aboutOverallMean) {
        int n = units.size();
        double[] means = new double[k];
        double[][] totals = new double[n][k];
        int next = 0;
        for (List<Integer> unit : units.values()) {
            for (int row : unit) {
                for (int j = 0; j < k; j++) {
                    totals[next][j] += influences[row][j];
                    means[j] += influences[row][j] / n;
                }
            }
            next++;
        }
        double scale = n > 1 ? remaining * n / (n - 1.0) : remaining;
        for (double[] total : totals) {
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < k; j++) {
                    double zi = total[i] - (aboutOverallMean ? 0 : means[i]);
                    double zj = total[j] - (aboutOverallMean ? 0 : means[j]);
                    sum[i][j] += scale * zi * zj;
                }
            }
        }
    }

    private static Map<Integer, List<Integer>> split(List<Integer> rows, List<Integer> by) {
        Map<Integer, List<Integer>> parts = new LinkedHashMap<>();
        for (int row : rows) {
            parts.computeIfAbsent(by.get(row), key -> new ArrayList<>()).add(row);
        }
        return parts;
    }

    private static void add(double[][] sum, double[][] part, double factor) {
        for (int i = 0; i < sum.length; i++) {
            for (int j = 0; j < sum.length; j++) {
                sum[i][j] += factor * part[i][j];
            }
        }
    }

    private static double[][] scaled(double[][] matrix, double factor) {
        double[][] result = new double[matrix.length][matrix.length];
        add(result, matrix, factor);
        return result;
    }
}
