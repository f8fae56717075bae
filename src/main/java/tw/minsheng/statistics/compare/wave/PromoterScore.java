package tw.minsheng.statistics.compare.wave;

import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.Normal;

/**
 * The net promoter score of answers from 0 to 10 (NP1; Reichheld 2003): NPS = 100(P − D), P the share of 9 and 10, D that of 0
 * to 6; se = 100·√((P + D − (P − D)²)/n), the error of a mean of +100, 0, −100. No variation: no interval.
 *
 * @param n valid answers
 * @param promoters P
 * @param detractors D
 */
public record PromoterScore(long n, Value promoters, Value detractors, Value nps, Value se) {

    private static final int POINTS = 11;
    private static final int PROMOTES = 9;
    private static final int DETRACTS = 6;

    /**
     * @param counts answers per point, 0 to 10; none at all gives {@code no_data}
     * @throws IllegalArgumentException when there are not 11 points
     */
    public static PromoterScore of(long... counts) {
        if (counts.length != POINTS) {
            throw new IllegalArgumentException("points: " + counts.length);
        }
        long n = 0;
        long up = 0;
        long down = 0;
        for (int point = 0; point < POINTS; point++) {
            n += counts[point];
            up += point >= PROMOTES ? counts[point] : 0;
            down += point <= DETRACTS ? counts[point] : 0;
        }
        if (n == 0) {
            Value why = Value.undefined(Reason.NO_DATA);
            return new PromoterScore(0, why, why, why, why);
        }
        double p = (double) up / n;
        double d = (double) down / n;
        double variance = StrictMath.max(0, p + d - (p - d) * (p - d)) / n;
        return new PromoterScore(
                n, Value.of(p), Value.of(d), Value.of(100 * (p - d)), Value.of(100 * StrictMath.sqrt(variance)));
    }

    /** nps ± z·se; {@code no_variation} when all answer alike. */
    public Interval interval(double level) {
        if (!nps.isKnown()) {
            return Interval.undefined("normal", level, nps);
        }
        if (se.number() <= 0) {
            return Interval.undefined("normal", level, Reason.NO_VARIATION);
        }
        double half = Normal.halfWidth(level) * se.number();
        return Interval.of("normal", level, nps.number() - half, nps.number() + half);
    }

    /**
     * This score minus that of an independent earlier sample, se = √(se₁² + se₂²).
     *
     * @throws IllegalStateException when one of them has no answer
     */
    public NormalTest minus(PromoterScore earlier, double level) {
        double square = se.number() * se.number() + earlier.se.number() * earlier.se.number();
        return NormalTest.of(nps.number() - earlier.nps.number(), StrictMath.sqrt(square), level);
    }
}
