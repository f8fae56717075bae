package tw.minsheng.report.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tw.minsheng.report.Uncertainty;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.cases.MultipleTesting;
import tw.minsheng.statistics.compare.EffectSize;
import tw.minsheng.statistics.compare.Group;
import tw.minsheng.statistics.compare.OneWay;
import tw.minsheng.statistics.compare.TwoGroups;
import tw.minsheng.statistics.compare.design.DesignTest;
import tw.minsheng.statistics.compare.pairwise.PostHoc;
import tw.minsheng.statistics.regress.DesignRegression;
import tw.minsheng.statistics.regress.Link;

/**
 * The test of one score by one grouping (PT1, PT2, XT3): plain rows with Welch's t or analysis of variance; rows of a design, or
 * with weights, with the t test or the Wald F of the design.
 */
final class GroupTest {

    /** Smaller groups are not tested. */
    static final int LEAST = 10;

    /** With more groups the pairs are too many to be read. */
    static final int MOST_FOR_PAIRS = 12;

    private static final double LEVEL = .95;
    private static final Value NONE = Value.undefined(Reason.NO_DATA);

    private final People people;
    private final Scored score;
    private final Grouping by;
    private final double[] values;
    private final List<Difference.Group> groups = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    /** @param level of the intervals of the means */
    GroupTest(People people, Scored score, Grouping by, double level) {
        this.people = people;
        this.score = score;
        this.by = by;
        this.values = score.byPerson();
        for (int place = 0; place < by.places(); place++) {
            int[] rows = by.rows(place, values);
            if (by.isHidden(place) || rows.length < LEAST) {
                leftOut.add(by.value(place).code());
            } else {
                groups.add(group(place, rows));
            }
        }
        addIntervals(new GroupIntervals(people, level));
    }

    private void addIntervals(GroupIntervals intervals) {
        if (groups.isEmpty()) {
            return;
        }
        int[] groupOf = by.codes().stream()
                .mapToInt(place -> IntStream.range(0, groups.size())
                        .filter(group -> groups.get(group).place() == place)
                        .findFirst()
                        .orElse(-1))
                .toArray();
        List<Uncertainty> sure = intervals.ofMeans(values, groupOf, groups.size());
        groups.replaceAll(group -> group.with(sure.get(groups.indexOf(group))));
    }

    private Difference.Group group(int place, int[] rows) {
        double weight = 0;
        double sum = 0;
        for (int row : rows) {
            weight += people.sample().weight(row);
            sum += people.sample().weight(row) * values[row];
        }
        double mean = weight > 0 ? sum / weight : 0;
        double squares = 0;
        for (int row : rows) {
            squares += people.sample().weight(row) * (values[row] - mean) * (values[row] - mean);
        }
        double n = rows.length;
        return new Difference.Group(
                place, rows.length, mean, weight > 0 ? squares / weight * n / (n - 1) : 0, weight, Uncertainty.NONE);
    }

    Difference result() {
        if (groups.size() < 2) {
            return refused(Value.undefined(Reason.N_TOO_SMALL, Map.of("n", Integer.toString(groups.size()))));
        }
        if (people.refusal().isPresent()) {
            return refused(people.refusal().orElseThrow());
        }
        return people.isDesigned() ? designed() : plain();
    }

    private Difference refused(Value why) {
        return made(people.isDesigned() ? "design_t" : "welch_t", why, why, NONE, why, effect(), NONE, List.of());
    }

    private Difference made(
            String method,
            Value statistic,
            Value df1,
            Value df2,
            Value p,
            Value effect,
            Value omega2,
            List<Difference.Pair> pairs) {
        return new Difference(
                score, by, groups, leftOut, method, statistic, df1, df2, p, effect, omega2, levene(), pairs);
    }

    private List<double[]> arrays() {
        return groups.stream()
                .map(group -> Arrays.stream(by.rows(group.place(), values))
                        .mapToDouble(row -> values[row])
                        .toArray())
                .toList();
    }

    private Value levene() {
        return groups.size() < 2 ? NONE : OneWay.brownForsythe(arrays()).p();
    }

    private Difference plain() {
        List<Group> sums = arrays().stream().map(Group::of).toList();
        if (sums.size() == 2) {
            TwoGroups test = TwoGroups.welch(sums.get(0), sums.get(1), LEVEL);
            Value d = EffectSize.of(sums.get(0), sums.get(1)).cohensD();
            return made("welch_t", test.t(), test.df(), NONE, test.p(), d, NONE, List.of());
        }
        OneWay test = OneWay.welch(sums);
        OneWay.Variance spread = OneWay.anova(sums);
        return made(
                "welch_anova",
                test.f(),
                test.df1(),
                test.df2(),
                test.p(),
                spread.eta2(),
                spread.omega2(),
                plainPairs(sums));
    }

    private List<Difference.Pair> plainPairs(List<Group> sums) {
        if (sums.size() > MOST_FOR_PAIRS) {
            return List.of();
        }
        var scheffe = PostHoc.SCHEFFE.of(sums, LEVEL);
        var gamesHowell = PostHoc.GAMES_HOWELL.of(sums, LEVEL);
        return IntStream.range(0, scheffe.size())
                .mapToObj(i -> pair(
                        scheffe.get(i).first(),
                        scheffe.get(i).second(),
                        scheffe.get(i).p(),
                        gamesHowell.get(i).p(),
                        NONE))
                .toList();
    }

    private Difference.Pair pair(int first, int second, Value scheffe, Value gamesHowell, Value holm) {
        Difference.Group one = groups.get(first);
        Difference.Group other = groups.get(second);
        return new Difference.Pair(one.place(), other.place(), one.mean() - other.mean(), scheffe, gamesHowell, holm);
    }

    private Difference designed() {
        if (groups.size() == 2) {
            DesignTest test = between(groups.get(0), groups.get(1));
            return made(
                    "design_t",
                    test.t().map(t -> -t),
                    Value.of((double) test.df()),
                    NONE,
                    test.p(),
                    effect(),
                    NONE,
                    List.of());
        }
        DesignRegression.Term term = factor();
        return made(
                "design_wald_f",
                term.f(),
                Value.of((double) term.ndf()),
                Value.of((double) term.ddf()),
                term.p(),
                effect(),
                NONE,
                designedPairs());
    }

    private DesignTest between(Difference.Group one, Difference.Group other) {
        int[] side = by.codes().stream()
                .mapToInt(place -> place == one.place() ? 0 : place == other.place() ? 1 : -1)
                .toArray();
        return DesignTest.ofGroups(people.sample(), values, side, LEVEL);
    }

    /** Wald's F of the levels in the regression on the groups ({@code regTermTest}). */
    private DesignRegression.Term factor() {
        int k = groups.size();
        boolean[] inside = new boolean[values.length];
        double[][] predictors = new double[values.length][];
        Arrays.setAll(predictors, row -> new double[k]);
        for (int level = 0; level < k; level++) {
            for (int row : by.rows(groups.get(level).place(), values)) {
                inside[row] = true;
                predictors[row][0] = 1;
                if (level > 0) {
                    predictors[row][level] = 1;
                }
            }
        }
        return DesignRegression.fit(people.sample(), Link.IDENTITY, inside, inside, predictors, values)
                .term(IntStream.range(1, k).toArray());
    }

    private List<Difference.Pair> designedPairs() {
        if (groups.size() > MOST_FOR_PAIRS) {
            return List.of();
        }
        List<int[]> places = new ArrayList<>();
        List<Value> found = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            for (int j = i + 1; j < groups.size(); j++) {
                places.add(new int[] {i, j});
                found.add(between(groups.get(i), groups.get(j)).p());
            }
        }
        List<Value> adjusted = Adjusted.by(MultipleTesting.HOLM, found);
        return IntStream.range(0, places.size())
                .mapToObj(i -> pair(places.get(i)[0], places.get(i)[1], NONE, NONE, adjusted.get(i)))
                .toList();
    }

    /** Out of weighted means and variances: d by the pooled standard deviation, or η². */
    private Value effect() {
        double rest = groups.stream().mapToDouble(g -> g.n() - 1.0).sum();
        if (groups.size() < 2 || rest < 1) {
            return NONE;
        }
        if (groups.size() == 2) {
            double pooled = groups.stream()
                            .mapToDouble(g -> (g.n() - 1.0) * g.variance())
                            .sum()
                    / rest;
            double difference = groups.get(0).mean() - groups.get(1).mean();
            return pooled > 0 ? Value.of(difference / StrictMath.sqrt(pooled)) : Value.undefined(Reason.NO_VARIATION);
        }
        double all = groups.stream().mapToDouble(Difference.Group::weight).sum();
        double mean = groups.stream().mapToDouble(g -> g.weight() * g.mean()).sum() / all;
        double between = groups.stream()
                .mapToDouble(g -> g.weight() * (g.mean() - mean) * (g.mean() - mean))
                .sum();
        double within = groups.stream()
                .mapToDouble(g -> g.weight() * g.variance() * (g.n() - 1.0) / g.n())
                .sum();
        return Value.ratio(between, between + within);
    }
}
