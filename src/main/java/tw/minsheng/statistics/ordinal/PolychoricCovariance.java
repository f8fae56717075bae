package tw.minsheng.statistics.ordinal;

import java.util.ArrayList;
import java.util.List;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/** How uncertain polychoric correlations are, and how they go together: n times their covariances in large samples. */
final class PolychoricCovariance {

    private PolychoricCovariance() {}

    /**
     * @param correlations of all items
     * @return q × q for the q = p(p − 1)/2 pairs below the diagonal, row by row
     */
    static SymmetricMatrix of(OrderedAnswers answers, SymmetricMatrix correlations) {
        int items = answers.items();
        List<ItemScores> scores = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            scores.add(new ItemScores(answers.margin(i)));
        }
        List<double[][]> influences = new ArrayList<>();
        for (int i = 1; i < items; i++) {
            for (int j = 0; j < i; j++) {
                influences.add(PairScores.influence(
                        scores.get(i), scores.get(j), correlations.at(i, j), answers.crossed(i, j)));
            }
        }
        return summed(answers, influences);
    }

    private static SymmetricMatrix summed(OrderedAnswers answers, List<double[][]> influences) {
        int pairs = influences.size();
        double[][] sums = new double[pairs][pairs];
        double[] one = new double[pairs];
        for (int row = 0; row < answers.rows(); row++) {
            int pair = 0;
            for (int i = 1; i < answers.items(); i++) {
                for (int j = 0; j < i; j++) {
                    one[pair] = influences.get(pair)[answers.code(i, row)][answers.code(j, row)];
                    pair++;
                }
            }
            for (int a = 0; a < pairs; a++) {
                for (int b = 0; b <= a; b++) {
                    sums[a][b] += one[a] * one[b];
                }
            }
        }
        return SymmetricMatrix.of(pairs, (a, b) -> answers.rows() * sums[a][b]);
    }
}
