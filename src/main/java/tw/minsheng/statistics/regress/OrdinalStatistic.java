package tw.minsheng.statistics.regress;

import java.util.List;
import java.util.Optional;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.estimate.Statistic;

/** Coefficients and thresholds of ordered answers as they follow from the weights of a sample. */
final class OrdinalStatistic implements Statistic {

    private final CumulativeLink link;
    private final List<Integer> rows;
    private final double[][] predictors;
    private final int[] answers;
    private final int categories;

    /** @param rows of the model; predictors and answers are theirs alone, answers from 0 on */
    OrdinalStatistic(CumulativeLink link, List<Integer> rows, double[][] predictors, int[] answers, int categories) {
        this.link = link;
        this.rows = List.copyOf(rows);
        this.predictors = predictors;
        this.answers = answers;
        this.categories = categories;
    }

    OrdinalSearch.Top top(double[] weights) {
        double[] own = rows.stream().mapToDouble(i -> weights[i]).toArray();
        double[] ofCategory = new double[categories];
        for (int i = 0; i < own.length; i++) {
            ofCategory[answers[i]] += own[i];
        }
        for (double all : ofCategory) {
            if (!(all > 0)) {
                return OrdinalSearch.Top.none(Reason.NOT_CONVERGED);
            }
        }
        return new OrdinalSearch(link, predictors, answers, categories, own).climb();
    }

    @Override
    public Optional<double[]> of(double[] weights) {
        OrdinalSearch.Top top = top(weights);
        return top.height().isKnown() ? Optional.of(top.parameters()) : Optional.empty();
    }

    @Override
    public double[][] influences(double[] weights) {
        OrdinalSearch.Top top = top(weights);
        int k = top.parameters().length;
        double[][] influences = new double[weights.length][k];
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < k; j++) {
                influences[rows.get(i)][j] = top.influence(i, j);
            }
        }
        return influences;
    }
}
