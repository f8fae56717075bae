package tw.minsheng.statistics.rating;

import java.util.Map;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.compare.Ranks;
import tw.minsheng.statistics.distribution.ChiSquare;

/**
 * Kendall's W: whether several raters put the targets into the same order, with correction for ties. Kendall and Babington Smith
 * 1939; χ² = m(n − 1)W is Friedman's, {@code friedman.test(t(x))}.
 *
 * @param w in [0, 1]
 * @param df n − 1
 */
public record Concordance(Value w, Value chiSquare, int df, Value p) {

    /** @param ratings one row for each target, one column for each rater, none missing; 2 of each or more */
    public static Concordance of(double[][] ratings) {
        int n = ratings.length;
        int m = n == 0 ? 0 : ratings[0].length;
        if (n < 2 || m < 2) {
            return none(
                    Value.undefined(Reason.N_TOO_SMALL, Map.of("n", Integer.toString(n))), StrictMath.max(0, n - 1));
        }
        double[] sums = new double[n];
        double ties = 0;
        for (int j = 0; j < m; j++) {
            double[] column = new double[n];
            for (int i = 0; i < n; i++) {
                column[i] = ratings[i][j];
            }
            Ranks ranks = Ranks.of(column);
            ties += ranks.ties();
            for (int i = 0; i < n; i++) {
                sums[i] += ranks.at(i);
            }
        }
        double spread = 0;
        for (double sum : sums) {
            double off = sum - m * (n + 1) / 2.0;
            spread += off * off;
        }
        double most = (double) m * m * ((double) n * n * n - n) - m * ties;
        if (most <= 0) {
            return none(Value.undefined(Reason.NO_VARIATION), n - 1);
        }
        double w = 12 * spread / most;
        double chiSquare = m * (n - 1.0) * w;
        return new Concordance(
                Value.of(w), Value.of(chiSquare), n - 1, Value.of(ChiSquare.upperTail(chiSquare, n - 1.0)));
    }

    private static Concordance none(Value why, int df) {
        return new Concordance(why, why, df, why);
    }
}
