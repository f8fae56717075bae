package tw.minsheng.statistics.estimate;

import java.util.List;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.Normal;
import tw.minsheng.statistics.distribution.StudentT;

/**
 * A mean or share from a sample design (ES1, ES6). Rows without a valid answer lie outside the domain and keep their place
 * in the design (S3).
 *
 * @param mean Σwy/Σw
 * @param n valid rows, unweighted
 * @param rows all rows of the design
 * @param sumWeights Σw over the valid rows
 * @param sd √(Σw(y−ȳ)²/Σw · n/(n−1))
 * @param se standard error that knows of the weighting (已計入加權校正, S10)
 * @param seFixed standard error that takes the weights as given (權數視為固定); the same without weighting
 * @param deff variance over that of simple random sampling without replacement ({@code deff})
 * @param deffReplace the same with replacement ({@code deff_srswr})
 * @param df rows − strata, or first-stage units − strata
 * @param lonelyStrata strata with a single row or unit
 */
public record MeanEstimate(
        Value mean,
        long n,
        long rows,
        Value sumWeights,
        Value sd,
        Value se,
        Value seFixed,
        Value deff,
        Value deffReplace,
        long df,
        List<String> lonelyStrata) {

    public MeanEstimate {
        lonelyStrata = List.copyOf(lonelyStrata);
    }

    static MeanEstimate undefined(Value why, long n, long rows, long df) {
        return new MeanEstimate(why, n, rows, why, why, why, why, why, why, df, List.of());
    }

    /** Whether everyone was asked, so that there is no sampling error. */
    public boolean isCensus() {
        return deff.reason().filter(reason -> reason == Reason.CENSUS).isPresent();
    }

    /** se/mean. */
    public Value cv() {
        return mean.isKnown() && se.isKnown() ? Value.ratio(se.number(), mean.number()) : se;
    }

    /** mean ± z·se, as R's {@code confint} (S5). */
    public Interval normalInterval(double level) {
        return symmetric("normal", level, Normal.halfWidth(level));
    }

    /** mean ± t·se with the design's degrees of freedom. */
    public Interval tInterval(double level) {
        return df < 1
                ? Interval.undefined("t", level, Reason.SINGLE_PSU)
                : symmetric("t", level, StudentT.halfWidth(level, (double) df));
    }

    /** For a share: t on the log odds (CI2, the default). */
    public Interval logitInterval(double level) {
        return DesignProportionInterval.LOGIT.around(this, level);
    }

    /** n over the design effect against sampling with replacement. */
    public Value nEffective() {
        return deffReplace.isKnown() ? Value.ratio((double) n, deffReplace.number()) : deffReplace;
    }

    private Interval symmetric(String method, double level, double quantile) {
        if (!mean.isKnown()) {
            return Interval.undefined(method, level, mean);
        }
        if (!se.isKnown()) {
            return Interval.undefined(method, level, se);
        }
        double half = quantile * se.number();
        return Interval.of(method, level, mean.number() - half, mean.number() + half);
    }
}
