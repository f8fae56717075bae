package tw.minsheng.statistics.sampling;

import java.util.Map;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.Normal;

/**
 * 抽樣誤差 of a proportion (SS4): the half width z·SE, neither SE nor 2·SE (S17). Only for drawn samples; whoever asks for
 * an opt-in sample has {@link Reason#NONPROBABILITY} to show instead.
 *
 * @param se √(p(1−p)/n)
 * @param moe z·SE, as for simple random sampling
 * @param moeFpc times √((N−n)/(N−1)); {@code census} when n = N
 * @param moeDeff with design effect and population correction
 * @param nEffective n/deff
 */
public record MarginOfError(Value se, Value moe, Value moeFpc, Value moeDeff, Value nEffective) {

    /** The greatest margin, at p = .5. */
    public static MarginOfError greatest(long n, double level, Population population, double deff) {
        return of(n, .5, level, population, deff);
    }

    /**
     * @param n answers; none gives {@code no_data}, more than the population {@code sample_exceeds_population}
     * @param proportion in [0, 1]
     * @param deff design effect, positive
     */
    public static MarginOfError of(long n, double proportion, double level, Population population, double deff) {
        if (!(proportion >= 0 && proportion <= 1) || !(deff > 0) || n < 0) {
            throw new IllegalArgumentException("n, proportion or design effect out of range");
        }
        Value size = n == 0 ? Value.undefined(Reason.NO_DATA) : population.checked((double) n);
        if (!size.isKnown()) {
            return new MarginOfError(size, size, size, size, size);
        }
        double se = StrictMath.sqrt(proportion * (1 - proportion) / n);
        double moe = Normal.halfWidth(level) * se;
        double factor = population.errorFactor((double) n);
        boolean census = population.size().orElse(-1) == n;
        Value none = Value.undefined(Reason.CENSUS);
        return new MarginOfError(
                Value.of(se),
                census ? none : Value.of(moe),
                census ? none : Value.of(moe * factor),
                census ? none : Value.of(moe * factor * StrictMath.sqrt(deff)),
                Value.of(n / deff));
    }

    /** The design effect of drawing clusters of m units with intraclass correlation ρ, 1 + (m−1)ρ (Kish 1965). */
    public static double clusterDeff(double clusterSize, double intraclassCorrelation) {
        return 1 + (clusterSize - 1) * intraclassCorrelation;
    }

    /** No margin for any of the figures, for this reason. */
    public static MarginOfError none(Reason reason, Map<String, String> args) {
        Value value = Value.undefined(reason, args);
        return new MarginOfError(value, value, value, value, value);
    }
}
