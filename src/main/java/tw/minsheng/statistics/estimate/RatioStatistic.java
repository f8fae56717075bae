package tw.minsheng.statistics.estimate;

import java.util.List;
import java.util.Optional;

/** The ratio of two totals, Σwy/Σwx; influence (y − Rx)/Σwx. */
final class RatioStatistic implements Statistic {

    private final double[] above;
    private final double[] below;
    private final boolean[] inside;

    RatioStatistic(double[] above, double[] below, boolean[] inside) {
        this.above = above;
        this.below = below;
        this.inside = inside;
    }

    @Override
    public Optional<double[]> of(double[] weights) {
        double[] totals = totals(weights);
        return totals[1] == 0 ? Optional.empty() : Optional.of(new double[] {totals[0] / totals[1]});
    }

    @Override
    public double[][] influences(double[] weights) {
        double[] totals = totals(weights);
        double ratio = totals[0] / totals[1];
        double[][] influences = new double[weights.length][1];
        for (int i = 0; i < weights.length; i++) {
            influences[i][0] = inside[i] ? (above[i] - ratio * below[i]) / totals[1] : 0;
        }
        return influences;
    }

    private double[] totals(double[] weights) {
        return new TotalStatistic(List.of(above, below), inside).of(weights).orElseThrow();
    }
}
