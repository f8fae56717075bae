package tw.minsheng.statistics.cases;

import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;

/**
 * What the share among all can be when nothing is assumed about those who did not answer (CS4): with answered share r and
 * share p among the answers, from p·r (none of the silent) to p·r + 1 − r (all of them). Manski 1989. Not an interval of
 * chance.
 */
public record NonresponseBounds(Value lower, Value upper) {

    /**
     * @param share p among those who answered, in [0, 1]
     * @param answered r; 0 gives {@code no_data}
     */
    public static NonresponseBounds of(double share, double answered) {
        if (!(share >= 0 && share <= 1) || !(answered >= 0 && answered <= 1)) {
            throw new IllegalArgumentException("no shares: " + share + " of " + answered);
        }
        if (answered == 0) {
            Value none = Value.undefined(Reason.NO_DATA);
            return new NonresponseBounds(none, none);
        }
        double lower = share * answered;
        return new NonresponseBounds(Value.of(lower), Value.of(lower + 1 - answered));
    }
}
