package tw.minsheng.statistics.rating;

import java.util.Arrays;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.Binomial;

/** 專家效度 of one item: N experts rate its relevance from 1 to 4 (or another range). */
public final class ContentValidity {

    private static final int LEAST_EXPERTS = 3;
    private static final int LEAST_PANEL = 5;
    private static final double TAIL = .05;
    private static final double Z = 1.96;

    private ContentValidity() {}

    /** I-CVI: the share of experts who find it relevant (3 or 4 of 4). Lynn 1986. 3 experts or more. */
    public static Value itemIndex(int relevant, int experts) {
        return experts < LEAST_EXPERTS ? tooFew() : Value.of((double) relevant / experts);
    }

    /** κ*: I-CVI beyond chance, (I-CVI − p_c)/(1 − p_c) with p_c = C(N, A)·.5^N. Polit, Beck and Owen 2007. */
    public static Value modifiedKappa(int relevant, int experts) {
        if (experts < LEAST_EXPERTS) {
            return tooFew();
        }
        double chance = Binomial.probability(relevant, experts, .5);
        return Value.ratio((double) relevant / experts - chance, 1 - chance);
    }

    /** CVR: (n_e − N/2)/(N/2) of those who find it essential. Lawshe 1975. 5 experts or more. */
    public static Value ratio(int essential, int experts) {
        return experts < LEAST_PANEL ? tooFew() : Value.of((essential - experts / 2.0) / (experts / 2.0));
    }

    /** The least CVR that chance reaches with probability .05 or less, one-tailed, exact binomial. Ayre and Scally 2014 (C21). */
    public static Value criticalRatio(int experts) {
        if (experts < LEAST_PANEL) {
            return tooFew();
        }
        double tail = 0;
        int least = experts + 1; // all of five or more are at most 1/32
        while (tail + Binomial.probability(least - 1, experts, .5) <= TAIL) {
            least--;
            tail += Binomial.probability(least, experts, .5);
        }
        return ratio(least, experts);
    }

    /** V = Σ(x − lo)/(N(hi − lo)). Aiken 1980. 2 experts or more. */
    public static Value aiken(double[] ratings, double lowest, double highest) {
        if (ratings.length < 2) {
            return tooFew();
        }
        double sum = Arrays.stream(ratings).map(x -> x - lowest).sum();
        return Value.of(sum / (ratings.length * (highest - lowest)));
    }

    /** Score interval of V with z = 1.96. Penfield and Giacobbi 2004. */
    public static Interval aikenInterval(double v, int experts, double lowest, double highest) {
        double q = experts * (highest - lowest);
        double root = Z * StrictMath.sqrt(4 * q * v * (1 - v) + Z * Z);
        double middle = 2 * q * v + Z * Z;
        double below = 2 * (q + Z * Z);
        return Interval.of("penfield_giacobbi", .95, (middle - root) / below, (middle + root) / below);
    }

    /**
     * P(Σ ≥ the sum that was seen) when every expert chooses any grade alike: exact, by adding up whole numbers.
     *
     * @param ratings whole numbers from lowest to highest
     */
    public static Value aikenP(int[] ratings, int lowest, int highest) {
        if (ratings.length < 2) {
            return tooFew();
        }
        int grades = highest - lowest + 1;
        double[] chances = {1};
        for (int n = 0; n < ratings.length; n++) {
            double[] next = new double[chances.length + grades - 1];
            for (int s = 0; s < chances.length; s++) {
                for (int g = 0; g < grades; g++) {
                    next[s + g] += chances[s] / grades;
                }
            }
            chances = next;
        }
        int sum = Arrays.stream(ratings).map(x -> x - lowest).sum();
        double tail = 0;
        for (int s = chances.length - 1; s >= sum; s--) {
            tail += chances[s];
        }
        return Value.of(StrictMath.min(1, tail));
    }

    private static Value tooFew() {
        return Value.undefined(Reason.N_TOO_SMALL);
    }
}
