package tw.minsheng.statistics.rating;

import java.util.Map;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.compare.Association;
import tw.minsheng.statistics.compare.Group;
import tw.minsheng.statistics.compare.TwoGroups;

/**
 * 再測信度: the same people answer twice. 3 pairs or more, else {@code n_too_small}.
 *
 * @param pearson with Fisher's interval
 * @param spearman of the ranks
 * @param icc the six intraclass correlations of the two times
 * @param paired t test of the difference, first minus second
 * @param difference mean difference
 * @param standardError of measurement, sd of the differences/√2
 * @param lin Lin's concordance with population variances. Lin 1989
 * @param agreement Bland and Altman's limits, mean difference ± 1.96 sd. Bland and Altman 1986
 */
public record Retest(
        Association pearson,
        Association spearman,
        IntraclassCorrelation icc,
        TwoGroups paired,
        Value difference,
        Value standardError,
        Value lin,
        Interval agreement) {

    private static final double LEVEL = .95;
    private static final double Z = 1.96;

    /** @param first as many as second, none missing */
    public static Retest of(double[] first, double[] second) {
        int n = first.length;
        double[][] rows = new double[n][];
        double[] differences = new double[n];
        double product = 0;
        for (int i = 0; i < n; i++) {
            rows[i] = new double[] {first[i], second[i]};
            differences[i] = first[i] - second[i];
        }
        if (n < 3) {
            Value why = Value.undefined(Reason.N_TOO_SMALL, Map.of("n", Integer.toString(n)));
            return new Retest(
                    Association.pearson(first, second, LEVEL),
                    Association.spearman(first, second),
                    IntraclassCorrelation.of(rows),
                    new TwoGroups(why, why, why, Interval.undefined("t", LEVEL, why)),
                    why,
                    why,
                    why,
                    Interval.undefined("bland_altman", LEVEL, why));
        }
        Group a = Group.of(first);
        Group b = Group.of(second);
        Group off = Group.of(differences);
        for (int i = 0; i < n; i++) {
            product += (first[i] - a.mean()) * (second[i] - b.mean());
        }
        double share = (n - 1.0) / n;
        double apart = a.mean() - b.mean();
        double sd = StrictMath.sqrt(off.variance());
        return new Retest(
                Association.pearson(first, second, LEVEL),
                Association.spearman(first, second),
                IntraclassCorrelation.of(rows),
                TwoGroups.paired(off, LEVEL),
                Value.of(off.mean()),
                Value.of(sd / StrictMath.sqrt(2)),
                Value.ratio(2 * product / n, (a.variance() + b.variance()) * share + apart * apart),
                Interval.of("bland_altman", LEVEL, off.mean() - Z * sd, off.mean() + Z * sd));
    }
}
