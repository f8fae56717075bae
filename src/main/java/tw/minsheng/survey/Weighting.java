package tw.minsheng.survey;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * How answers are weighted (加權).
 *
 * @param trimLow lower bound in multiples of the mean weight, 0 when weights are not trimmed
 * @param trimHigh upper bound in multiples of the mean weight, 0 when weights are not trimmed
 * @param beside populations that the sample is compared with and not weighted to; a definition names none
 */
public record Weighting(Method method, List<Margin> margins, double trimLow, double trimHigh, List<Margin> beside) {

    public static final Weighting NONE = new Weighting(Method.NONE, List.of(), 0, 0);

    public enum Method {
        NONE,
        /** 事後分層 */
        CELL,
        /** 反覆加權 */
        RAKING
    }

    public record Margin(String variable, Population population, String source, LocalDate asOf) {}

    public Weighting {
        margins = List.copyOf(margins);
        beside = List.copyOf(beside);
    }

    /** As a definition says it. */
    public Weighting(Method method, List<Margin> margins, double trimLow, double trimHigh) {
        this(method, margins, trimLow, trimHigh, List.of());
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
                && trimLow == other.trimLow
                && trimHigh == other.trimHigh;
    }

    public boolean isTrimmed() {
        return trimHigh > 0;
    }
}
