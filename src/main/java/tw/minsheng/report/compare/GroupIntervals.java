package tw.minsheng.report.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import tw.minsheng.report.Uncertainty;
import tw.minsheng.report.wording.SampleCode;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.StudentT;
import tw.minsheng.statistics.estimate.DesignProportionInterval;
import tw.minsheng.statistics.estimate.MeanEstimate;
import tw.minsheng.statistics.estimate.ProportionInterval;
import tw.minsheng.statistics.estimate.RowEstimator;
import tw.minsheng.statistics.estimate.VectorEstimate;

/**
 * Intervals of one number in several groups, which are domains of one design (ES3): {@code confint(svyby())} for means, t where units have
 * several answers; the log odds for shares, Wilson's in a plain simple sample. None of people who were not drawn, nor where everybody was
 * asked or the units of a design are not told.
 */
final class GroupIntervals {

    private final People people;
    private final double level;

    GroupIntervals(People people, double level) {
        this.people = people;
        this.level = level;
    }

    private Optional<Reason> refusal() {
        if (people.code().isNonprobability()) {
            return Optional.of(Reason.NONPROBABILITY);
        }
        return people.refusal()
                .flatMap(Value::reason)
                .or(() -> people.sample().isCensus() ? Optional.of(Reason.CENSUS) : Optional.empty());
    }

    /**
     * Of means.
     *
     * @param groupOf the group of each person, from 0; −1 for none
     */
    List<Uncertainty> ofMeans(double[] values, int[] groupOf, int groups) {
        return refusal().map(why -> without(why, groups)).orElseGet(() -> {
            VectorEstimate found = new RowEstimator(people.sample()).domainMeans(values, groupOf, groups);
            List<Uncertainty> all = new ArrayList<>();
            for (int group = 0; group < groups; group++) {
                all.add(mean(found, group, df(groupOf, values, group)));
            }
            return all;
        });
    }

    private Uncertainty mean(VectorEstimate found, int group, long df) {
        Value se = found.se(group);
        if (!se.isKnown() || se.number() <= 0) {
            return Uncertainty.undefined(se.reason().orElse(Reason.NO_VARIATION));
        }
        if (!people.tally().isClustered()) {
            return Uncertainty.of(found.normalInterval(group, level));
        }
        if (df < 1) {
            return Uncertainty.undefined(Reason.SINGLE_PSU);
        }
        double half = StudentT.halfWidth(level, (double) df) * se.number();
        double mean = found.estimates().get(group).number();
        return Uncertainty.of(Interval.of("t", level, mean - half, mean + half));
    }

    /** Of shares: values of 0 and 1. */
    List<Uncertainty> ofShares(double[] values, int[] groupOf, int groups) {
        return refusal().map(why -> without(why, groups)).orElseGet(() -> {
            VectorEstimate found = new RowEstimator(people.sample()).domainMeans(values, groupOf, groups);
            List<Uncertainty> all = new ArrayList<>();
            for (int group = 0; group < groups; group++) {
                boolean[] inside = inside(groupOf, values, group);
                all.add(Uncertainty.of(ProportionInterval.onPage(share(found, group, inside, values))));
            }
            return all;
        });
    }

    private Interval share(VectorEstimate found, int group, boolean[] inside, double... values) {
        long n = 0;
        double count = 0;
        for (int row = 0; row < inside.length; row++) {
            n += inside[row] ? 1 : 0;
            count += inside[row] ? values[row] : 0;
        }
        if (people.code() == SampleCode.W1) {
            return ProportionInterval.WILSON.around(count, (double) n, level);
        }
        Value none = Value.undefined(Reason.NO_DATA);
        MeanEstimate share = new MeanEstimate(
                found.estimates().get(group),
                n,
                inside.length,
                none,
                none,
                found.se(group),
                none,
                none,
                none,
                people.sample().df(inside),
                List.of());
        return DesignProportionInterval.LOGIT.around(share, level);
    }

    private long df(int[] groupOf, double[] values, int group) {
        return people.sample().df(inside(groupOf, values, group));
    }

    private boolean[] inside(int[] groupOf, double[] values, int group) {
        boolean[] inside = new boolean[values.length];
        int[] valid = People.valid(values);
        Arrays.stream(valid).forEach(row -> inside[row] = groupOf[row] == group);
        return inside;
    }

    private static List<Uncertainty> without(Reason why, int groups) {
        return Collections.nCopies(groups, Uncertainty.undefined(why));
    }
}
