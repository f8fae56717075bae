package tw.minsheng.statistics.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.StudentT;

/**
 * Weighted quantiles with their intervals (ES4); {@code svyquantile}. t has the degrees of freedom of the rows that answer.
 * Needs the values themselves, so it keeps rows; limits are values of the sample (or between two, as the rule says).
 */
public final class QuantileEstimator {

    private final DesignedSample sample;
    private final double level;

    /** @param level confidence level */
    public QuantileEstimator(DesignedSample sample, double level) {
        this.sample = sample;
        this.level = level;
    }

    /** The rows that answer, by rising value. */
    private record Answers(List<Double> values, List<Double> weights) {

        Value quantile(Quantile rule, double p) {
            return rule.at(
                    values.stream().mapToDouble(Double::doubleValue).toArray(),
                    weights.stream().mapToDouble(Double::doubleValue).toArray(),
                    p);
        }
    }

    /**
     * @param variable one value per row; {@link Missing#ANSWER} where there is none
     * @param p in (0, 1)
     * @return undefined for {@code no_data}, and for what keeps the sample from any estimate; without interval for
     *     {@code single_psu} and the like
     */
    public QuantileEstimate of(double[] variable, double p, Quantile rule, QuantileInterval kind) {
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException("p lies in (0, 1): " + p);
        }
        boolean[] inside = new RowEstimator(sample).valid(variable);
        Answers answers = answers(variable, inside);
        long n = answers.values().size();
        Optional<Value> refusal = sample.refusal();
        if (refusal.isPresent()) {
            return undefined(refusal.get(), kind, n);
        }
        Value quantile = answers.quantile(rule, p);
        if (!quantile.isKnown()) {
            return undefined(quantile, kind, n);
        }
        long df = sample.df(inside);
        if (df < 1) {
            return without(quantile, Value.undefined(Reason.SINGLE_PSU), kind, n);
        }
        double t = StudentT.halfWidth(level, (double) df);
        Interval shares = kind == QuantileInterval.SCORE
                ? score(variable, answers, p, t)
                : woodruff(variable, quantile.number(), kind, df);
        Interval limits = new Interval(
                method(kind), level, valueAt(answers, rule, shares.lower()), valueAt(answers, rule, shares.upper()));
        Value se = limits.isKnown()
                ? Value.of((limits.upper().number() - limits.lower().number()) / (2 * t))
                : limits.lower().isKnown() ? limits.upper() : limits.lower();
        return new QuantileEstimate(quantile, limits, se, n);
    }

    private Answers answers(double[] variable, boolean[] inside) {
        List<Integer> order = IntStream.range(0, inside.length)
                .filter(i -> inside[i])
                .boxed()
                .sorted(Comparator.comparingDouble(i -> variable[i]))
                .toList();
        return new Answers(
                order.stream().map(i -> variable[i]).toList(),
                order.stream().map(sample::weight).toList());
    }

    private static Value valueAt(Answers answers, Quantile rule, Value share) {
        if (!share.isKnown()) {
            return share;
        }
        return share.number() < 0 || share.number() > 1
                ? Value.undefined(Reason.INTERVAL_OUTSIDE_RANGE)
                : answers.quantile(rule, share.number());
    }

    /** Limits of the share of people at or below the quantile. */
    private Interval woodruff(double[] variable, double quantile, QuantileInterval kind, long df) {
        VectorEstimate share = shareUpTo(variable, quantile);
        Value se = share.se(0);
        if (!se.isKnown()) {
            return Interval.undefined(method(kind), level, se);
        }
        double p = share.estimates().get(0).number();
        DesignProportionInterval method = switch (kind) {
            case BETA -> DesignProportionInterval.BETA;
            case XLOGIT -> DesignProportionInterval.LOGIT;
            case ASIN -> DesignProportionInterval.ASIN;
            default -> DesignProportionInterval.MEAN;
        };
        return method.transformed(p, se.number(), share.n(), df, level);
    }

    private VectorEstimate shareUpTo(double[] variable, double border) {
        double[] below = new double[variable.length];
        Arrays.setAll(below, i -> Missing.is(variable[i]) ? Missing.ANSWER : variable[i] <= border ? 1.0 : 0.0);
        return new RowEstimator(sample).means(below);
    }

    /**
     * The share of rows, not weighted, as R takes it, at or below the values where (share above − (1 − p))/se crosses ±t.
     * The test jumps at values that were answered; of both sides of the jump the one nearer to t counts.
     */
    private Interval score(double[] variable, Answers answers, double p, double t) {
        List<Double> different = answers.values().stream().distinct().toList();
        List<Double> scores = new ArrayList<>();
        for (double border : different.subList(0, different.size() - 1)) {
            VectorEstimate share = shareUpTo(variable, border);
            if (!share.status().isKnown()) {
                return Interval.undefined(method(QuantileInterval.SCORE), level, share.status());
            }
            double se = share.se(0).number();
            double off = p - share.estimates().get(0).number();
            scores.add(se == 0 ? StrictMath.signum(off) * Double.MAX_VALUE : off / se);
        }
        return new Interval(
                method(QuantileInterval.SCORE),
                level,
                rowsUpTo(answers, different, crossing(scores, t)),
                rowsUpTo(answers, different, crossing(scores, -t)));
    }

    /** The last place before the score falls below a limit, or the one after, if that is nearer to it; −1 without crossing. */
    private static int crossing(List<Double> scores, double limit) {
        for (int i = 1; i < scores.size(); i++) {
            double before = scores.get(i - 1) - limit;
            double after = scores.get(i) - limit;
            if (before > 0 && after <= 0) {
                return before < -after ? i - 1 : i;
            }
        }
        return -1;
    }

    private static Value rowsUpTo(Answers answers, List<Double> different, int place) {
        if (place < 0) {
            return Value.undefined(Reason.INTERVAL_OUTSIDE_RANGE);
        }
        long below = answers.values().stream()
                .filter(value -> value <= different.get(place))
                .count();
        return Value.of((double) below / answers.values().size());
    }

    private static String method(QuantileInterval kind) {
        return "quantile_" + kind.name().toLowerCase(Locale.ROOT);
    }

    private QuantileEstimate undefined(Value why, QuantileInterval kind, long n) {
        return new QuantileEstimate(why, Interval.undefined(method(kind), level, why), why, n);
    }

    private QuantileEstimate without(Value quantile, Value why, QuantileInterval kind, long n) {
        return new QuantileEstimate(quantile, Interval.undefined(method(kind), level, why), why, n);
    }
}
