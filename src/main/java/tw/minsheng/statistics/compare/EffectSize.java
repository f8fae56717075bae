package tw.minsheng.statistics.compare;

import java.util.Map;
import org.apache.commons.math3.special.Gamma;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;

/**
 * The difference of two means, first minus second, in units of a standard deviation (PT3).
 *
 * @param cohensD of the pooled one (Cohen 1988)
 * @param hedgesG d·J(m), J(m) = Γ(m/2)/(√(m/2)·Γ((m − 1)/2)), m = n₁ + n₂ − 2: without the bias of d in small samples (Hedges 1981)
 * @param hedgesApproximate d·(1 − 3/(4(n₁ + n₂) − 9)), which most programs print as g
 * @param glassDelta of the second group's, where that group is the one without treatment (Glass 1976)
 */
public record EffectSize(Value cohensD, Value hedgesG, Value hedgesApproximate, Value glassDelta) {

    /**
     * {@code n_too_small} with fewer than 3 numbers together, or than 2 in the second group for Δ; {@code no_variation} without
     * any spread.
     */
    public static EffectSize of(Group first, Group second) {
        double difference = first.mean() - second.mean();
        double m = first.n() + second.n() - 2.0;
        Value delta = second.n() < 2
                ? few(second.n())
                : second.variance() > 0
                        ? Value.of(difference / StrictMath.sqrt(second.variance()))
                        : Value.undefined(Reason.NO_VARIATION);
        Value d = m < 1 ? few(first.n() + second.n()) : TwoGroups.cohensD(first, second);
        return new EffectSize(
                d,
                m < 2 && d.isKnown() ? few(first.n() + second.n()) : d.map(x -> x * correction(m)),
                d.map(x -> x * (1 - 3 / (4 * (m + 2) - 9))),
                delta);
    }

    private static Value few(long n) {
        return Value.undefined(Reason.N_TOO_SMALL, Map.of("n", Long.toString(n)));
    }

    private static double correction(double m) {
        return StrictMath.exp(Gamma.logGamma(m / 2) - StrictMath.log(m / 2) / 2 - Gamma.logGamma((m - 1) / 2));
    }
}
