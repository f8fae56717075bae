package tw.minsheng.statistics.item;

import java.util.List;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.compare.Group;
import tw.minsheng.statistics.compare.OneWay;
import tw.minsheng.statistics.compare.TwoGroups;

/**
 * 決斷值 (CR) of one item: t of the high group against the low one. Where Levene's test (about the mean) finds different variances
 * (p &lt; .05), Welch's t, else the pooled one, as in practice with SPSS; both are kept.
 *
 * @param high mean of the high group
 * @param low mean of the low group
 * @param levene test of equal variances
 * @param pooled t with one variance
 * @param welch t with two
 * @param ratio the one that decides
 */
public record CriticalRatio(
        Value high, Value low, OneWay levene, TwoGroups pooled, TwoGroups welch, Value ratio, Value p) {

    private static final double DIFFERENT = .05;
    private static final double LEVEL = .95;

    /**
     * @param high answers of the high group, 2 or more, else {@code n_too_small}
     * @param low answers of the low group
     * @return {@code no_variation} when neither group varies
     */
    public static CriticalRatio of(double[] high, double[] low) {
        if (high.length < 2 || low.length < 2) {
            return none(Value.undefined(Reason.N_TOO_SMALL));
        }
        Group above = Group.of(high);
        Group below = Group.of(low);
        OneWay levene = OneWay.levene(List.of(high, low));
        TwoGroups pooled = TwoGroups.pooled(above, below, LEVEL);
        TwoGroups welch = TwoGroups.welch(above, below, LEVEL);
        boolean different = levene.p().isKnown() && levene.p().number() < DIFFERENT;
        TwoGroups deciding = different ? welch : pooled;
        return new CriticalRatio(
                Value.of(above.mean()), Value.of(below.mean()), levene, pooled, welch, deciding.t(), deciding.p());
    }

    /** For an item of groups that cannot be told apart. */
    public static CriticalRatio none(Value why) {
        OneWay levene = new OneWay(why, why, why, why);
        TwoGroups none = new TwoGroups(why, why, why, Interval.undefined("t", LEVEL, why));
        return new CriticalRatio(why, why, levene, none, none, why, why);
    }
}
