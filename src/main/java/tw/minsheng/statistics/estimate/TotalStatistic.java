package tw.minsheng.statistics.estimate;

import java.util.List;
import java.util.Optional;

/**
 * Totals Σwy; influence y.
 */
final class TotalStatistic implements Statistic {

    private final List<double[]> variables;
    private final boolean[] inside;

    TotalStatistic(List<double[]> variables, boolean[] inside) {
        this.variables = variables;
        this.inside = inside;
    }

    @Override
    public Optional<double[]> of(double[] weights) {
        double[] totals = new double[variables.size()];
        for (int j = 0; j < totals.length; j++) {
            for (int i = 0; i < weights.length; i++) {
                totals[j] += inside[i] ? weights[i] * variables.get(j)[i] : 0;
            }
        }
        return Optional.of(totals);
    }

    @Override
    public double[][] influences(double[] weights) {
        double[][] influences = new double[weights.length][variables.size()];
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < variables.size(); j++) {
                influences[i][j] = inside[i] ? variables.get(j)[i] : 0;
            }
        }
        return influences;
    }
}
