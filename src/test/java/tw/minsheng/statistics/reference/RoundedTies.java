package tw.minsheng.statistics.reference;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.StudentT;
import tw.minsheng.statistics.estimate.QuantileEstimate;

/**
 * Where a cumulative share is exactly p, R sees it or not as the last digit of a sum falls; the product always does. Here R's
 * digits are followed, and a p whose tie R does not see is moved a little off it.
 */
record RoundedTies(List<Double> values, List<Double> weights, long df) {

    private static final double BESIDE = 1e-10;
    private static final double NEAR = 1e-9;

    static RoundedTies of(Design design, double[] answers) {
        List<Integer> order = IntStream.range(0, answers.length)
                .filter(i -> !Missing.is(answers[i]) && design.sample().weight(i) > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> answers[i]))
                .toList();
        boolean[] inside = new boolean[answers.length];
        order.forEach(i -> inside[i] = true);
        return new RoundedTies(
                order.stream().map(i -> answers[i]).toList(),
                order.stream().map(design.sample()::weight).toList(),
                design.sample().df(inside));
    }

    /** R adds with more digits than a double has and rounds the sum. */
    private double sum(int many) {
        return weights.subList(0, many).stream()
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
    }

    double beside(double p) {
        double total = sum(weights.size());
        for (int many = 1; many <= weights.size(); many++) {
            double reached = sum(many);
            if (Math.abs(reached / total - p) < NEAR) {
                boolean seen = reached <= p * total && p - reached / total == 0;
                return seen ? p : reached <= p * total ? p * (1 + BESIDE) : p * (1 - BESIDE);
            }
        }
        return p;
    }

    private double limit(double value) {
        double p = (double) values.stream().filter(x -> x <= value).count() / values.size();
        return beside(p) > p
                ? values.stream().filter(x -> x > value).findFirst().orElse(value)
                : value;
    }

    /** Limits of the test by scores stand on such ties when all weights are alike. */
    QuantileEstimate limits(QuantileEstimate found) {
        if (weights.stream().distinct().count() > 1) {
            return found;
        }
        double lower = limit(found.interval().lower().number());
        double upper = limit(found.interval().upper().number());
        double t = StudentT.halfWidth(found.interval().level(), (double) df);
        return new QuantileEstimate(
                found.quantile(),
                Interval.of(found.interval().method(), found.interval().level(), lower, upper),
                Value.of((upper - lower) / (2 * t)),
                found.n());
    }

    /** Not offered by the product, because it changes with the scale of the weights (section 4, row 13). */
    double shahVaish(double p) {
        double mean = sum(weights.size()) / weights.size();
        double[] reached = new double[1];
        double[] places = new double[weights.size()];
        for (int i = 0; i < places.length; i++) {
            reached[0] += weights.get(i) / mean;
            places[i] = (reached[0] + .5 - weights.get(i) / 2) / (places.length + 1);
        }
        List<Integer> order = IntStream.range(0, places.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> places[i]))
                .toList();
        return order.stream()
                .filter(i -> places[i] <= p)
                .reduce((first, second) -> second)
                .map(values::get)
                .orElse(values.get(order.get(0)));
    }
}
