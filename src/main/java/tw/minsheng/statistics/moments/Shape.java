package tw.minsheng.statistics.moments;

import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;

/**
 * The three ways to take skewness and excess kurtosis (Joanes and Gill 1998); psych's {@code skew} and {@code kurtosi}
 * number them the same. With g1 = m3/m2^1.5 and g2 = m4/m2² − 3 on divisor n.
 */
public enum Shape {
    /** g1 and g2 as they are. */
    TYPE_1 {
        @Override
        double skew(double n, double g1) {
            return g1;
        }

        @Override
        double kurt(double n, double g2) {
            return g2;
        }
    },
    /** What SPSS prints, and what stands on pages (C15): G1 = g1·√(n(n−1))/(n−2); n ≥ 3, for kurtosis n ≥ 4. */
    TYPE_2_SPSS {
        @Override
        double skew(double n, double g1) {
            return g1 * StrictMath.sqrt(n * (n - 1)) / (n - 2);
        }

        @Override
        double kurt(double n, double g2) {
            return ((n + 1) * g2 + 6) * (n - 1) / ((n - 2) * (n - 3));
        }
    },
    /** psych's default, only for comparisons: b1 = g1·((n−1)/n)^1.5, b2 = (g2+3)·(1−1/n)² − 3. */
    TYPE_3_PSYCH {
        @Override
        double skew(double n, double g1) {
            double ratio = (n - 1) / n;
            return g1 * ratio * StrictMath.sqrt(ratio);
        }

        @Override
        double kurt(double n, double g2) {
            double ratio = (n - 1) / n;
            return (g2 + 3) * ratio * ratio - 3;
        }
    };

    private static final int LEAST_FOR_SKEWNESS = 3;
    private static final int LEAST_FOR_KURTOSIS = 4;

    abstract double skew(double n, double g1);

    abstract double kurt(double n, double g2);

    Value skewness(Moments moments) {
        if (moments.n() < LEAST_FOR_SKEWNESS) {
            return moments.tooFew();
        }
        if (moments.squares() == 0) {
            return Value.undefined(Reason.NO_VARIATION);
        }
        double m2 = moments.squares() / moments.n();
        return Value.of(skew((double) moments.n(), moments.cubes() / moments.n() / (m2 * StrictMath.sqrt(m2))));
    }

    Value kurtosis(Moments moments) {
        if (moments.n() < LEAST_FOR_KURTOSIS) {
            return moments.tooFew();
        }
        if (moments.squares() == 0) {
            return Value.undefined(Reason.NO_VARIATION);
        }
        double m2 = moments.squares() / moments.n();
        return Value.of(kurt((double) moments.n(), moments.fourths() / moments.n() / (m2 * m2) - 3));
    }
}
