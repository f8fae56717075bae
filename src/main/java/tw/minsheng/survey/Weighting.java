package tw.minsheng.survey;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * How answers are weighted (加權).
 *
 * @param bounds of a calibrated weight, in multiples of the design weight brought to the population
 * @param trimLow lower bound in multiples of the mean weight, 0 when weights are not trimmed
 * @param trimHigh upper bound in multiples of the mean weight, 0 when weights are not trimmed
 * @param beside populations that the sample is compared with and not weighted to; a definition names none
 */
public record Weighting(
        Method method, List<Margin> margins, Bounds bounds, double trimLow, double trimHigh, List<Margin> beside) {

    public static final Weighting NONE = new Weighting(Method.NONE, List.of(), 0, 0);

    public enum Method {
        NONE,
        /** 事後分層 */
        CELL,
        /** 反覆加權 */
        RAKING,
        /** 線性校正 (GREG); bounds as wished */
        LINEAR,
        /** 校正 by the logistic curve, which needs bounds */
        LOGIT;

        /** Whether it can have bounds. */
        public boolean isCalibration() {
            return this == LINEAR || this == LOGIT;
        }

        /** Whether bounds, or that there are none, suit it. */
        public boolean suits(Bounds bounds) {
            return bounds.isGiven() ? isCalibration() : this != LOGIT;
        }

        /** Whether it fits so many margins. */
        public boolean fits(int margins) {
            return this == NONE || margins == 1 || (margins > 1 && this != CELL);
        }
    }

    /**
     * How far calibration may go.
     *
     * @param low 0 or more and below 1; 0 with {@code high} when there are none
     * @param high above 1
     */
    public record Bounds(double low, double high) {

        public static final Bounds NONE = new Bounds(0, 0);

        public boolean isGiven() {
            return high > 0;
        }
    }

    public record Margin(String variable, Population population, String source, LocalDate asOf) {}

    public Weighting {
        margins = List.copyOf(margins);
        beside = List.copyOf(beside);
    }

    /** As a definition says it. */
    public Weighting(Method method, List<Margin> margins, double trimLow, double trimHigh) {
        this(method, margins, Bounds.NONE, trimLow, trimHigh, List.of());
    }

    /** The same within these bounds. */
    public Weighting within(Bounds limits) {
        return new Weighting(method, margins, limits, trimLow, trimHigh, beside);
    }

    /** The same cut to other multiples of the mean weight. */
    public Weighting trimmed(double low, double high) {
        return new Weighting(method, margins, bounds, low, high, beside);
    }

    /** Whether these limits can be limits: the mean lies between them. */
    public static boolean areLimits(double low, double high) {
        return low >= 0 && low < 1 && high > 1 && Double.isFinite(high);
    }

    /**
     * Another way to weight by some of these populations; the others stay beside it.
     *
     * @param populations that are known
     * @param variables of those that are weighted to
     */
    public static Weighting by(
            Method method, List<Margin> populations, Set<String> variables, double trimLow, double trimHigh) {
        return new Weighting(
                method,
                populations.stream()
                        .filter(margin -> variables.contains(margin.variable()))
                        .toList(),
                Bounds.NONE,
                trimLow,
                trimHigh,
                populations.stream()
                        .filter(margin -> !variables.contains(margin.variable()))
                        .toList());
    }

    /** Whether both make the same weights, whatever stands beside them. */
    public boolean makesTheSameAs(Weighting other) {
        return method == other.method
                && margins.equals(other.margins)
                && bounds.equals(other.bounds)
                && trimLow == other.trimLow
                && trimHigh == other.trimHigh;
    }

    public boolean isTrimmed() {
        return trimHigh > 0;
    }
}
