package tw.minsheng.statistics.compare.design;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.estimate.DesignedSample;
import tw.minsheng.statistics.estimate.RowEstimator;
import tw.minsheng.statistics.regress.DesignRegression;
import tw.minsheng.statistics.regress.Link;

/**
 * Rank tests under a sample design (XT3; Lumley and Scott 2013): the regression of rank scores on the groups, with ranks
 * estimated for the population; {@code svyranktest}. The rank of a row is the weight up to it less half its own, by value and,
 * for equal values, in the order of the rows, of which equal values take the plain mean, as R does.
 *
 * @param difference of the mean scores, second group less first; only of two groups
 * @param t the difference over its error, with {@code ddf}; only of two groups
 * @param chiSquare Wald's, of all groups
 * @param ndf groups − 1
 * @param ddf df of the design − (groups − 1) (S5)
 * @param p by t, or by F = χ²/ndf
 */
public record DesignRanks(Value difference, Value t, Value chiSquare, long ndf, long ddf, Value p) {

    /**
     * {@code n_too_small} for fewer than two groups, otherwise the reasons of {@link DesignRegression}.
     *
     * @param variable one value per row; {@link Missing#ANSWER} where there is none
     * @param groups by row, the group from 0; −1 for none
     */
    public static DesignRanks of(DesignedSample sample, double[] variable, int[] groups, RankScore score) {
        Optional<Value> refusal = sample.refusal();
        if (refusal.isPresent()) {
            return none(refusal.get(), 0);
        }
        boolean[] valid = new RowEstimator(sample).valid(variable);
        for (int i = 0; i < valid.length; i++) {
            valid[i] &= groups[i] >= 0;
        }
        List<Integer> present = IntStream.range(0, groups.length)
                .filter(i -> valid[i])
                .map(i -> groups[i])
                .distinct()
                .sorted()
                .boxed()
                .toList();
        if (present.size() < 2) {
            return none(Value.undefined(Reason.N_TOO_SMALL), 0);
        }
        double[][] predictors = new double[groups.length][];
        Arrays.setAll(predictors, i -> dummies(present, groups[i]));
        DesignRegression model = DesignRegression.fit(
                sample,
                Link.IDENTITY,
                DesignTest.all(valid.length),
                valid,
                predictors,
                scores(sample, variable, valid, score));
        long ndf = present.size() - 1L;
        if (!model.coefficients().status().isKnown()) {
            return none(model.coefficients().status(), ndf);
        }
        DesignRegression.Term term =
                model.term(IntStream.range(1, present.size()).toArray());
        Value none = Value.undefined(Reason.NO_DATA);
        return new DesignRanks(
                ndf == 1 ? model.coefficients().estimates().get(1) : none,
                ndf == 1 ? model.t(1) : none,
                term.f().map(f -> f * ndf),
                ndf,
                model.df(),
                ndf == 1 ? model.p(1) : term.p());
    }

    private static DesignRanks none(Value why, long ndf) {
        return new DesignRanks(why, why, why, ndf, 0, why);
    }

    private static double[] dummies(List<Integer> present, int group) {
        double[] dummies = new double[present.size()];
        dummies[0] = 1;
        for (int j = 1; j < dummies.length; j++) {
            dummies[j] = present.get(j).equals(group) ? 1 : 0;
        }
        return dummies;
    }

    private static double[] scores(DesignedSample sample, double[] variable, boolean[] valid, RankScore score) {
        List<Integer> order = IntStream.range(0, variable.length)
                .filter(i -> valid[i])
                .boxed()
                .sorted(Comparator.comparingDouble(i -> variable[i]))
                .toList();
        double all = order.stream().mapToDouble(sample::weight).sum();
        double[] scores = new double[variable.length];
        double before = 0;
        for (int from = 0; from < order.size(); ) {
            int to = from;
            double ranks = 0;
            double start = before;
            while (to < order.size() && variable[order.get(to)] == variable[order.get(from)]) {
                double weight = sample.weight(order.get(to));
                ranks += before + weight / 2;
                before += weight;
                to++;
            }
            for (int i = from; i < to; i++) {
                // people without weight stand for nobody; at either end their normal score would be endless
                scores[order.get(i)] = before > start ? score.of(ranks / (to - from) / all) : 0;
            }
            from = to;
        }
        return scores;
    }
}
