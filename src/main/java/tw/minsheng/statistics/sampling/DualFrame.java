package tw.minsheng.statistics.sampling;

import java.util.Map;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;

/**
 * 雙底冊 (DF1): people reached by landline only (L), by both (D), by mobile only (C), from two samples. With a the share of
 * landline-only people in the landline sample and b of mobile-only people in the mobile sample, D = 1/(1 + a/(1−a) + b/(1−b)),
 * L = D·a/(1−a), C = D·b/(1−b) (聯立方程式); those of both frames count with θ from the one and 1 − θ from the other (Hartley 1962).
 *
 * @param landlineOnly L
 * @param dual D
 * @param mobileOnly C
 */
public record DualFrame(Value landlineOnly, Value dual, Value mobileOnly) {

    /** {@code zero_denominator} when one sample has nobody who is in both frames. */
    public static DualFrame of(double a, double b) {
        if (!(a >= 0 && a <= 1 && b >= 0 && b <= 1)) {
            throw new IllegalArgumentException("shares lie in [0, 1]: " + a + ", " + b);
        }
        if (a == 1 || b == 1) {
            Value why = Value.undefined(Reason.ZERO_DENOMINATOR);
            return new DualFrame(why, why, why);
        }
        double odds = a / (1 - a);
        double others = b / (1 - b);
        double dual = 1 / (1 + odds + others);
        return new DualFrame(Value.of(dual * odds), Value.of(dual), Value.of(dual * others));
    }

    /** The usual θ: people of both frames from the landline sample over all of them. */
    public static Value pooled(Counts counts) {
        return Value.ratio((double) counts.dualLandline(), (double) (counts.dualLandline() + counts.dualMobile()));
    }

    /** Answers by the way they were reached. */
    public record Counts(long landlineOnly, long dualLandline, long dualMobile, long mobileOnly) {

        public long n() {
            return landlineOnly + dualLandline + dualMobile + mobileOnly;
        }
    }

    /** The weight of one answer of each kind; they add up to n. */
    public record Weights(Value landlineOnly, Value dualLandline, Value dualMobile, Value mobileOnly) {}

    /**
     * @param theta in [0, 1]
     * @return {@code zero_denominator} for a kind that has a share but no answers
     */
    public Weights weights(Counts counts, double theta) {
        if (!(theta >= 0 && theta <= 1)) {
            throw new IllegalArgumentException("theta lies in [0, 1]: " + theta);
        }
        double n = counts.n();
        return new Weights(
                each(n, landlineOnly, 1, counts.landlineOnly()),
                each(n, dual, theta, counts.dualLandline()),
                each(n, dual, 1 - theta, counts.dualMobile()),
                each(n, mobileOnly, 1, counts.mobileOnly()));
    }

    private static Value each(double n, Value share, double part, long people) {
        if (!share.isKnown()) {
            return share;
        }
        double total = n * share.number() * part;
        if (people == 0) {
            return total == 0
                    ? Value.of(0)
                    : Value.undefined(Reason.ZERO_DENOMINATOR, Map.of("n", Long.toString(people)));
        }
        return Value.of(total / people);
    }
}
