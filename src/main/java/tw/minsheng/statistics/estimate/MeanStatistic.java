package tw.minsheng.statistics.estimate;

import java.util.List;
import java.util.Optional;

/**
 * Means Σwy/Σw, each over rows of its own; influence (y − ȳ)/Σw.
 *
 * @param variables one array per mean, one value per row
 * @param inside by mean, the rows that count
 */
record MeanStatistic(List<double[]> variables, List<boolean[]> inside) implements Statistic {

    @Override
    public Optional<double[]> of(double[] weights) {
        double[] means = new double[variables.size()];
        for (int j = 0; j < means.length; j++) {
            double sum = sum(weights, j);
            if (sum == 0) {
                return Optional.empty();
            }
            double total = 0;
            for (int i = 0; i < weights.length; i++) {
                total += inside.get(j)[i] ? weights[i] * variables.get(j)[i] : 0;
            }
            means[j] = total / sum;
        }
        return Optional.of(means);
    }

    @Override
    public double[][] influences(double[] weights) {
        double[] means = of(weights).orElseThrow();
        double[][] influences = new double[weights.length][means.length];
        for (int j = 0; j < means.length; j++) {
            double sum = sum(weights, j);
            for (int i = 0; i < weights.length; i++) {
                influences[i][j] = inside.get(j)[i] ? (variables.get(j)[i] - means[j]) / sum : 0;
            }
        }
        return influences;
    }

    private double sum(double[] weights, int j) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += inside.get(j)[i] ? weights[i] : 0;
        }
        return sum;
    }
}
