package tw.minsheng.statistics.sampling;

import java.math.BigDecimal;
import java.util.Map;
import java.util.OptionalDouble;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;

/** How many units a sample or a stratum is drawn from; decides the finite population correction. */
public sealed interface Population {

    /** So many units. @throws IllegalArgumentException when fewer than 1 */
    static Population of(double size) {
        return new Finite(size);
    }

    /** No finite population correction: unknown, or so large that it does not matter. */
    static Population unlimited() {
        return Unlimited.ONE;
    }

    OptionalDouble size();

    /** 1 − n/N, the part of the variance that is left; exactly 0 below 1e-7 (S2); 1 without a limit. */
    double remaining(double n);

    /**
     * The sample size that a size for an unlimited population shrinks to, n/(1 + (n−1)/N), for a proportion (S16); N when
     * the size is infinite.
     */
    double correctForProportion(double n);

    /** The same for a mean, n/(1 + n/N) (S16). */
    double correctForMean(double n);

    /** √((N−n)/(N−1)), for the error of a proportion. */
    double errorFactor(double n);

    /** The sample size as a value, or {@code sample_exceeds_population}. */
    default Value checked(double n) {
        return size().isPresent() && n > size().getAsDouble()
                ? Value.undefined(
                        Reason.SAMPLE_EXCEEDS_POPULATION, Map.of("n", plain(n), "N", plain(size().getAsDouble())))
                : Value.of(n);
    }

    /** 300 rather than 300.0. */
    private static String plain(double count) {
        return BigDecimal.valueOf(count).stripTrailingZeros().toPlainString();
    }

    /** A known number of units. */
    record Finite(double count) implements Population {

        private static final double NOTHING_LEFT = 1e-7;

        public Finite {
            if (!(count >= 1) || Double.isInfinite(count)) {
                throw new IllegalArgumentException("a population has at least one unit: " + count);
            }
        }

        @Override
        public OptionalDouble size() {
            return OptionalDouble.of(count);
        }

        @Override
        public double remaining(double n) {
            double left = (count - n) / count;
            return left < NOTHING_LEFT ? 0 : left;
        }

        @Override
        public double correctForProportion(double n) {
            return Double.isInfinite(n) ? count : n / (1 + (n - 1) / count);
        }

        @Override
        public double correctForMean(double n) {
            return Double.isInfinite(n) ? count : n / (1 + n / count);
        }

        @Override
        public double errorFactor(double n) {
            return n >= count ? 0 : StrictMath.sqrt((count - n) / (count - 1));
        }
    }

    /** No limit. */
    enum Unlimited implements Population {
        ONE;

        @Override
        public OptionalDouble size() {
            return OptionalDouble.empty();
        }

        @Override
        public double remaining(double n) {
            return 1;
        }

        @Override
        public double correctForProportion(double n) {
            return n;
        }

        @Override
        public double correctForMean(double n) {
            return n;
        }

        @Override
        public double errorFactor(double n) {
            return 1;
        }
    }
}
