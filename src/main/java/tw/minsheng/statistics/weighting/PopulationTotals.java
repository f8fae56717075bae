package tw.minsheng.statistics.weighting;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.moments.LeastSquares;

/**
 * Calibration to totals of the population (WT4; Deville and Särndal 1992): w = d·g, g = F(x′η/σ²), with η such that Σwx are the
 * totals; {@code calibrate}. Newton's method, until |misfit|/(1+|total|) is below 1e-10 for every total. Bounds hold for g = w/d
 * with d as given: scale d to the population first (S21).
 */
public final class PopulationTotals {

    private static final double TOLERANCE = 1e-10;
    private static final int MOST_STEPS = 200;

    private final Groups rows;
    private final double[][] auxiliaries;
    private final double[] totals;
    private final double[] variances;

    /**
     * @param rows as groups of one, or of those that have the same auxiliaries
     * @param auxiliaries by row, as many numbers as there are totals (1 for the number of people)
     * @param totals of the population
     * @param variances σ² of the rows, above 0; all 1 for the usual estimator, an auxiliary for the ratio estimator
     * @throws IllegalArgumentException when lengths differ
     */
    public PopulationTotals(Groups rows, double[][] auxiliaries, double[] totals, double[] variances) {
        if (auxiliaries.length != rows.size()
                || variances.length != rows.size()
                || Arrays.stream(auxiliaries).anyMatch(x -> x.length != totals.length)) {
            throw new IllegalArgumentException("one row of auxiliaries per row, one auxiliary per total");
        }
        this.rows = rows;
        this.auxiliaries = Arrays.stream(auxiliaries).map(double[]::clone).toArray(double[][]::new);
        this.totals = totals.clone();
        this.variances = variances.clone();
    }

    /** The same with the means of the auxiliaries over each cluster, so that all people of one have one g. */
    public PopulationTotals byCluster(List<Integer> clusters) {
        double[][] means = new double[auxiliaries.length][];
        for (int i = 0; i < means.length; i++) {
            double[] sum = new double[totals.length];
            int n = 0;
            for (int j = 0; j < means.length; j++) {
                if (clusters.get(i).equals(clusters.get(j))) {
                    n++;
                    for (int m = 0; m < sum.length; m++) {
                        sum[m] += auxiliaries[j][m];
                    }
                }
            }
            int count = n;
            means[i] = Arrays.stream(sum).map(x -> x / count).toArray();
        }
        return new PopulationTotals(rows, means, totals, variances);
    }

    /**
     * Fits the weights. {@code calibration_infeasible} with the largest relative misfit when no weights within the bounds have
     * these totals, {@code negative_weight} with the count when some would be below 0, {@code singular_matrix} when an auxiliary
     * follows from the others.
     */
    public Weighting fit(CalibrationDistance distance) {
        Optional<Value> refusal = rows.refusal();
        if (refusal.isPresent()) {
            return Weighting.refused(rows, refusal.get());
        }
        if (step(ones(), totals).isEmpty()) {
            return Weighting.refused(rows, Value.undefined(Reason.SINGULAR_MATRIX));
        }
        double[] sums = new double[auxiliaries.length];
        double error = Double.MAX_VALUE;
        for (int iteration = 1; iteration <= MOST_STEPS; iteration++) {
            double[] slopes = new double[sums.length];
            for (int i = 0; i < sums.length; i++) {
                slopes[i] = distance.slope(sums[i]);
            }
            Optional<double[]> moved = step(slopes, misfit(distance, sums));
            if (moved.isEmpty()) {
                break;
            }
            sums = moved(distance, sums, moved.get());
            double[] misfit = misfit(distance, sums);
            error = 0;
            for (int m = 0; m < totals.length; m++) {
                error = StrictMath.max(error, StrictMath.abs(misfit[m]) / (1 + StrictMath.abs(totals[m])));
            }
            if (error < TOLERANCE) {
                return done(distance, sums, iteration);
            }
        }
        return Weighting.refused(
                rows, Value.undefined(Reason.CALIBRATION_INFEASIBLE, Map.of("error", Double.toString(error))));
    }

    private double[] ones() {
        double[] ones = new double[auxiliaries.length];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** Newton's step of η for a misfit. */
    private Optional<double[]> step(double[] slopes, double[] misfit) {
        double[] weights = new double[slopes.length];
        Arrays.setAll(weights, i -> rows.weight(i) * slopes[i] / variances[i]);
        return LeastSquares.fit(auxiliaries, new double[slopes.length], weights).map(found -> {
            double[] step = new double[misfit.length];
            for (int a = 0; a < step.length; a++) {
                for (int b = 0; b < step.length; b++) {
                    step[a] += found.inverse().at(a, b) * misfit[b];
                }
            }
            return step;
        });
    }

    /** x′η/σ² after a step, which is halved while a weight would go beyond all numbers. */
    private double[] moved(CalibrationDistance distance, double[] sums, double[] step) {
        double part = 1;
        double[] moved = along(sums, step, part);
        while (part > TOLERANCE && Arrays.stream(moved).anyMatch(u -> !Double.isFinite(distance.factor(u)))) {
            part /= 2;
            moved = along(sums, step, part);
        }
        return moved;
    }

    private double[] along(double[] sums, double[] step, double part) {
        double[] moved = sums.clone();
        for (int i = 0; i < moved.length; i++) {
            for (int m = 0; m < step.length; m++) {
                moved[i] += part * step[m] * auxiliaries[i][m] / variances[i];
            }
        }
        return moved;
    }

    private double[] misfit(CalibrationDistance distance, double[] sums) {
        double[] misfit = totals.clone();
        for (int i = 0; i < sums.length; i++) {
            double weight = rows.weight(i) * distance.factor(sums[i]);
            for (int m = 0; m < misfit.length; m++) {
                misfit[m] -= weight * auxiliaries[i][m];
            }
        }
        return misfit;
    }

    private Weighting done(CalibrationDistance distance, double[] sums, int iterations) {
        double[] factors = Arrays.stream(sums).map(distance::factor).toArray();
        long negative = 0;
        for (int i = 0; i < factors.length; i++) {
            negative += factors[i] < 0 ? rows.rows(i) : 0;
        }
        if (negative > 0) {
            return Weighting.refused(
                    rows, Value.undefined(Reason.NEGATIVE_WEIGHT, Map.of("n", Long.toString(negative))));
        }
        double largest =
                Arrays.stream(misfit(distance, sums)).map(StrictMath::abs).max().orElse(0);
        return new Weighting(
                Calibration.toTotals(factors, auxiliaries, variances), List.of(), Value.of(largest), iterations);
    }
}
