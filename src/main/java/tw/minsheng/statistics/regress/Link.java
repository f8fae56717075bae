package tw.minsheng.statistics.regress;

import java.util.Optional;
import org.apache.commons.math3.util.FastMath;
import tw.minsheng.statistics.moments.LeastSquares;

/** What kind of outcome is regressed: how its expectation follows from the sum of predictors. */
public enum Link {
    /** A number: the expectation is the sum itself; least squares. */
    IDENTITY {
        @Override
        double mean(double sum) {
            return sum;
        }

        @Override
        double variance(double mean) {
            return 1;
        }

        @Override
        double deviance(double outcome, double mean) {
            return (outcome - mean) * (outcome - mean);
        }

        @Override
        Optional<LeastSquares> fit(double[][] x, double[] y, double[] weights) {
            return LeastSquares.fit(x, y, weights);
        }
    },
    /** Yes or no: the log odds are the sum; maximum (pseudo) likelihood by reweighted least squares. */
    LOGIT {
        @Override
        double mean(double sum) {
            return 1 / (1 + FastMath.exp(-sum));
        }

        @Override
        double variance(double mean) {
            return mean * (1 - mean);
        }

        @Override
        double deviance(double outcome, double mean) {
            return -2 * (part(outcome, mean) + part(1 - outcome, 1 - mean));
        }

        private double part(double share, double mean) {
            return share == 0 ? 0 : share * FastMath.log(mean / share);
        }

        @Override
        Optional<LeastSquares> fit(double[][] x, double[] y, double[] weights) {
            return reweighted(x, y, weights);
        }
    };

    private static final int MOST_STEPS = 100;
    private static final double STILL = 1e-13;
    /**
     * In log odds. Where predictors tell the outcomes apart without error there is no largest likelihood: the deviance stands
     * still, but each step moves somebody by about 1.
     */
    private static final double UNMOVED = 1e-6;

    abstract double mean(double sum);

    abstract double variance(double mean);

    /** What one row adds to the deviance, per unit of weight. */
    abstract double deviance(double outcome, double mean);

    /** The fit; its inverse is that of the information Σw·V(μ)·xx′. Nothing when it is singular or does not stand still. */
    abstract Optional<LeastSquares> fit(double[][] x, double[] y, double[] weights);

    Optional<LeastSquares> reweighted(double[][] x, double[] y, double[] weights) {
        double[] sums = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            double start = (y[i] + .5) / 2;
            sums[i] = FastMath.log(start / (1 - start));
        }
        double before = Double.MAX_VALUE;
        for (int step = 0; step < MOST_STEPS; step++) {
            Optional<LeastSquares> found = step(x, y, weights, sums);
            if (found.isEmpty()) {
                return found;
            }
            double deviance = 0;
            double moved = 0;
            for (int i = 0; i < y.length; i++) {
                double sum = found.get().predicted(x[i]);
                moved = weights[i] > 0 ? StrictMath.max(moved, StrictMath.abs(sum - sums[i])) : moved;
                sums[i] = sum;
                deviance += weights[i] == 0 ? 0 : weights[i] * deviance(y[i], mean(sum));
            }
            if (moved <= UNMOVED && StrictMath.abs(deviance - before) <= STILL * (StrictMath.abs(deviance) + .1)) {
                return step(x, y, weights, sums);
            }
            before = deviance;
        }
        return Optional.empty();
    }

    private Optional<LeastSquares> step(double[][] x, double[] y, double[] weights, double[] sums) {
        double[] working = new double[y.length];
        double[] information = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            double mean = mean(sums[i]);
            double variance = variance(mean);
            working[i] = sums[i] + (variance > 0 ? (y[i] - mean) / variance : 0);
            information[i] = weights[i] * variance;
        }
        return LeastSquares.fit(x, working, information);
    }
}
