package tw.minsheng.statistics.regress;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tw.minsheng.statistics.estimate.Statistic;
import tw.minsheng.statistics.moments.LeastSquares;

/** The coefficients of a regression as they follow from the weights of a sample. */
final class ModelStatistic implements Statistic {

    private final Link link;
    private final List<Integer> rows;
    private final double[][] predictors;
    private final double[] outcome;

    ModelStatistic(Link link, List<Integer> rows, double[][] predictors, double[] outcome) {
        this.link = link;
        this.rows = List.copyOf(rows);
        this.predictors = rows.stream().map(i -> predictors[i]).toArray(double[][]::new);
        this.outcome = rows.stream().mapToDouble(i -> outcome[i]).toArray();
    }

    Link link() {
        return link;
    }

    List<Integer> rows() {
        return rows;
    }

    double[][] predictors() {
        return predictors;
    }

    double[] outcome() {
        return outcome;
    }

    /** Of the rows of the model. */
    double[] weights(double[] ofSample) {
        return rows.stream().mapToDouble(i -> ofSample[i]).toArray();
    }

    Optional<LeastSquares> fit(double[] weights) {
        return link.fit(predictors, outcome, weights(weights));
    }

    /** The deviance of the model of a constant alone. */
    Optional<Double> nullFit(double[] weights) {
        double sum = 0;
        double all = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * outcome[i];
            all += weights[i];
        }
        double deviance = 0;
        for (int i = 0; i < weights.length; i++) {
            deviance += weights[i] == 0 ? 0 : weights[i] * link.deviance(outcome[i], sum / all);
        }
        return Double.isFinite(deviance) ? Optional.of(deviance) : Optional.empty();
    }

    @Override
    public Optional<double[]> of(double[] weights) {
        return fit(weights).map(found -> {
            double[] coefficients = new double[found.size()];
            Arrays.setAll(coefficients, found::coefficient);
            return coefficients;
        });
    }

    @Override
    public double[][] influences(double[] weights) {
        LeastSquares found = fit(weights).orElseThrow();
        double[][] influences = new double[weights.length][found.size()];
        for (int i = 0; i < rows.size(); i++) {
            double off = outcome[i] - link.mean(found.predicted(predictors[i]));
            for (int j = 0; j < found.size(); j++) {
                double along = 0;
                for (int m = 0; m < found.size(); m++) {
                    along += found.inverse().at(j, m) * predictors[i][m];
                }
                influences[rows.get(i)][j] = along * off;
            }
        }
        return influences;
    }
}
