package tw.minsheng.statistics.cases;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;

/**
 * Rates of areas drawn towards the rate of all, the more the fewer people live there (CS3), so that tiny areas do not lead a
 * list by chance. Global empirical Bayes by moments, Marshall 1991: with cases y, people n, raw rate p = y/n, mean b = Σy/Σn,
 * s² = Σn(p − b)²/Σn and a = max(0, s² − b/n̄), the rate is b + a(p − b)/(a + b/n). Same as {@code spdep::EBest} (Poisson).
 *
 * @param rates one for each area
 * @param priorMean b
 * @param priorVariance a; 0 when the areas differ no more than chance would have it
 */
public record EmpiricalBayes(List<Rate> rates, Value priorMean, Value priorVariance) {

    /** Areas that are needed. */
    public static final int LEAST_AREAS = 2;

    /** An area's rate as counted, and as estimated. */
    public record Rate(Value raw, Value shrunken) {}

    public EmpiricalBayes {
        rates = List.copyOf(rates);
    }

    /**
     * Fewer than two areas: {@code n_too_small}; an area without people: {@code zero_denominator}, for all, because it has no
     * rate to compare; no case at all: {@code no_data}.
     *
     * @param cases in each area, not negative
     * @param people in the same order
     */
    public static EmpiricalBayes of(double[] cases, double[] people) {
        if (cases.length != people.length) {
            throw new IllegalArgumentException(cases.length + " counts for " + people.length + " areas");
        }
        if (!Arrays.stream(cases).allMatch(y -> y >= 0)
                || !Arrays.stream(people).allMatch(n -> n >= 0)) {
            throw new IllegalArgumentException("a negative count");
        }
        if (cases.length < LEAST_AREAS) {
            Value few = Value.undefined(Reason.N_TOO_SMALL, Map.of("n", Integer.toString(cases.length)));
            return none(cases, people, few);
        }
        if (Arrays.stream(people).anyMatch(n -> n == 0)) {
            return none(cases, people, Value.undefined(Reason.ZERO_DENOMINATOR));
        }
        double total = Arrays.stream(people).sum();
        double mean = Arrays.stream(cases).sum() / total;
        return mean == 0 ? none(cases, people, Value.undefined(Reason.NO_DATA)) : shrunken(cases, people, mean, total);
    }

    private static EmpiricalBayes shrunken(double[] cases, double[] people, double mean, double total) {
        double spread = 0;
        for (int i = 0; i < cases.length; i++) {
            double difference = cases[i] / people[i] - mean;
            spread += people[i] * (difference * difference / total);
        }
        double prior = StrictMath.max(0, spread - mean / (total / cases.length));
        List<Rate> rates = IntStream.range(0, cases.length)
                .mapToObj(i -> {
                    double raw = cases[i] / people[i];
                    double drawn = mean + prior * (raw - mean) / (prior + mean / people[i]);
                    return new Rate(Value.of(raw), Value.of(drawn));
                })
                .toList();
        return new EmpiricalBayes(rates, Value.of(mean), Value.of(prior));
    }

    private static EmpiricalBayes none(double[] cases, double[] people, Value because) {
        List<Rate> rates = IntStream.range(0, cases.length)
                .mapToObj(i -> new Rate(Value.ratio(cases[i], people[i]), because))
                .toList();
        return new EmpiricalBayes(rates, because, because);
    }
}
