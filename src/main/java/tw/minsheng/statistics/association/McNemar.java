package tw.minsheng.statistics.association;

import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.ChiSquare;

/**
 * Whether the same people changed their answer in one direction (PT3; McNemar 1947): χ² = (|b − c| − correction)²/(b + c) on 1 degree of
 * freedom; {@code mcnemar.test}.
 *
 * @param x2 {@code no_variation} when nobody changed
 */
public record McNemar(Value x2, Value p) {

    /**
     * Compares the two changes.
     *
     * @param away who changed from the first answer to the second
     * @param back who changed from the second to the first
     * @param corrected with Edwards' correction of 1 (1948), as R does unless it is told not to
     * @throws IllegalArgumentException when a count is negative
     */
    public static McNemar of(long away, long back, boolean corrected) {
        if (away < 0 || back < 0) {
            throw new IllegalArgumentException("a count is negative: " + away + ", " + back);
        }
        if (away + back == 0) {
            Value why = Value.undefined(Reason.NO_VARIATION);
            return new McNemar(why, why);
        }
        double off = StrictMath.abs((double) away - back);
        double kept = off - (corrected ? StrictMath.min(1, off) : 0);
        double x2 = kept * kept / ((double) away + back);
        return new McNemar(Value.of(x2), Value.of(ChiSquare.upperTail(x2, 1)));
    }
}
