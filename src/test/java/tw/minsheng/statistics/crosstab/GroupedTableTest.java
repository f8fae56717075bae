package tw.minsheng.statistics.crosstab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.estimate.CodeSums;
import tw.minsheng.statistics.estimate.CrossSums;
import tw.minsheng.statistics.estimate.GroupedSample;
import tw.minsheng.statistics.estimate.RowSample;
import tw.minsheng.statistics.estimate.Stage;
import tw.minsheng.statistics.estimate.VectorEstimate;
import tw.minsheng.statistics.sampling.LonelyRule;
import tw.minsheng.statistics.sampling.Population;
import tw.minsheng.statistics.sampling.SampleDesign;
import tw.minsheng.statistics.sampling.Stratum;
import tw.minsheng.statistics.weighting.Calibration;
import tw.minsheng.statistics.weighting.Groups;
import tw.minsheng.statistics.weighting.Margin;
import tw.minsheng.statistics.weighting.Raking;
import tw.minsheng.statistics.weighting.Trimming;
import tw.minsheng.statistics.weighting.Weighting;

/** The table from sums must be the table from rows, which is tested against R: the same estimates, errors and tests. */
class GroupedTableTest {

    private static final int SEXES = 2;
    private static final int AGES = 3;
    private static final int CODES = 4;
    private static final int CLUSTERS = 6;
    private static final int DESIGNS = 300;

    /** Random people in strata with a sex, an age, a design weight and perhaps an answer. */
    private static final class People {
        private final int[] stratum;
        private final int[] sex;
        private final int[] age;
        private final int[] code;
        private final double[] weight;
        private final int strata;
        private final int limit;
        private final boolean clustered;

        private People(Random random, boolean sparse, boolean clustered) {
            int n = 20 + random.nextInt(60);
            this.strata = 1 + random.nextInt(3);
            this.stratum = random.ints(n, 0, strata).toArray();
            this.sex = random.ints(n, 0, SEXES).toArray();
            this.age = random.ints(n, 0, AGES).toArray();
            this.code = random.ints(n, -1, sparse ? 2 : CODES).toArray();
            this.weight =
                    random.doubles(n, .5, 3).map(w -> Math.rint(w * 8) / 8).toArray();
            this.limit = random.nextBoolean() ? 0 : 400;
            this.clustered = clustered;
        }

        /** A cluster, or the person. */
        int unit(int i) {
            return clustered ? stratum[i] * CLUSTERS + i % CLUSTERS : i;
        }

        int place(int i) {
            return clustered ? unit(i) : stratum[i];
        }

        Population population() {
            return limit == 0 ? Population.unlimited() : Population.of(limit);
        }

        int[] level(boolean known) {
            return IntStream.range(0, age.length)
                    .map(i -> known || age[i] > 0 ? age[i] : -1)
                    .toArray();
        }

        RowSample rows() {
            List<Stage> stages = List.of(new Stage(
                    Arrays.stream(stratum).boxed().toList(),
                    IntStream.range(0, stratum.length).mapToObj(this::unit).toList(),
                    IntStream.range(0, stratum.length)
                            .mapToObj(i -> population())
                            .toList()));
            return RowSample.of(weight, stages, LonelyRule.ADJUST);
        }

        SampleDesign design() {
            List<Stratum> all = IntStream.range(0, strata)
                    .mapToObj(h -> new Stratum("stratum " + h, population()))
                    .toList();
            return clustered
                    ? SampleDesign.clustered(
                            all,
                            IntStream.range(0, strata * CLUSTERS)
                                    .mapToObj(unit -> unit / CLUSTERS)
                                    .toList())
                    : SampleDesign.stratified(all);
        }

        Groups groups() {
            Groups groups = new Groups(design().places(), SEXES * AGES);
            for (int i = 0; i < weight.length; i++) {
                groups.add(groupOf(groups, i), weight[i]);
            }
            return groups;
        }

        int groupOf(Groups groups, int i) {
            return groups.groupOf(place(i), sex[i] * AGES + age[i]);
        }

        CodeSums sums(Groups groups) {
            CodeSums sums = new CodeSums(groups, CODES);
            for (int i = 0; i < weight.length; i++) {
                if (code[i] >= 0) {
                    sums.add(groupOf(groups, i), weight[i], code[i]);
                }
            }
            return sums;
        }
    }

    private static Margin margin(String name, int size, int[] level, double[] weight) {
        double[] targets = new double[size];
        Arrays.fill(targets, 1);
        for (int i = 0; i < level.length; i++) {
            targets[level[i]] += weight[i] * (1 + .3 * level[i]);
        }
        double total = Arrays.stream(targets).sum();
        return new Margin(
                name,
                IntStream.range(0, size).mapToObj(Integer::toString).toList(),
                Arrays.stream(targets).mapToObj(t -> t / total * 1000).toList());
    }

    private static int[] sexOfGroup(Groups groups) {
        return IntStream.range(0, groups.size())
                .map(g -> groups.cellOf(g) / AGES)
                .toArray();
    }

    private static int[] ageOfGroup(Groups groups) {
        return IntStream.range(0, groups.size())
                .map(g -> groups.cellOf(g) % AGES)
                .toArray();
    }

    private static Weighting fitted(int kind, Groups groups, List<Margin> margins, int[][] levels) {
        return switch (kind) {
            case 0 -> Weighting.none(groups);
            case 1 -> Raking.postStratify(groups, margins.get(0), levels[0]);
            default -> Raking.rake(groups, margins, levels);
        };
    }

    @Test
    void sumsGiveWhatRowsGive() {
        Random random = new Random(20261123);
        int compared = 0;
        for (int design = 0; design < DESIGNS; design++) {
            People people = new People(random, design % 5 == 0, design % 4 == 1);
            Groups groups = people.groups();
            List<Margin> margins = List.of(
                    margin("sex", SEXES, people.sex, people.weight), margin("age", AGES, people.age, people.weight));
            int kind = design % 3;
            Weighting ofGroups = fitted(kind, groups, margins, new int[][] {sexOfGroup(groups), ageOfGroup(groups)});
            Weighting ofRows = fitted(kind, people.rows().groups(), margins, new int[][] {people.sex, people.age});
            assertEquals(ofRows.isDone(), ofGroups.isDone());
            if (!ofRows.isDone()) {
                continue;
            }
            compared++;
            boolean known = design % 2 == 0;
            RowSample rows = people.rows().with(ofRows.calibration());
            SurveyTable expected =
                    SurveyTable.of(rows, inside(people, people.level(known)), people.code, people.level(known));
            int[] level = Arrays.stream(ageOfGroup(groups))
                    .map(age -> known || age > 0 ? age : -1)
                    .toArray();
            SurveyTable found = SurveyTable.of(
                    new GroupedSample(people.design(), groups, ofGroups.calibration()),
                    new CrossSums(people.sums(groups), level));
            assertSame(expected, found);
            assertEffectsOfContrasts(found);
        }
        assertTrue(compared > DESIGNS * 2 / 3, compared + " compared");
    }

    /** The sums that the test uses, by whichever way they were found, are those of the eigenvalues. */
    private static void assertEffectsOfContrasts(SurveyTable table) {
        RaoScott test = RaoScott.of(table);
        if (test.f().isKnown()) {
            double[] effects = RaoScott.effects(table);
            double sum = Arrays.stream(effects).sum();
            double squares = Arrays.stream(effects).map(x -> x * x).sum();
            assertEquals(
                    sum * test.f().number(),
                    test.x2().number(),
                    1e-9 * (1 + test.x2().number()));
            assertEquals(sum * sum, test.ndf().number() * squares, 1e-9 * sum * sum);
            assertEquals(effects.length, test.df());
        }
    }

    private static boolean[] inside(People people, int[] level) {
        boolean[] inside = new boolean[level.length];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = level[i] >= 0 && people.code[i] >= 0;
        }
        return inside;
    }

    private static void assertSame(SurveyTable expected, SurveyTable found) {
        assertEquals(expected.rowLevels(), found.rowLevels());
        assertEquals(expected.columnLevels(), found.columnLevels());
        assertEquals(expected.emptyCells(), found.emptyCells());
        assertEquals(expected.scale(), found.scale());
        assertEquals(expected.df(), found.df());
        assertSame(expected.shares(), found.shares());
        assertSame(expected.totals(), found.totals());
        RaoScott one = RaoScott.of(expected);
        RaoScott other = RaoScott.of(found);
        assertSame(one.x2(), other.x2());
        assertSame(one.f(), other.f());
        assertSame(one.ndf(), other.ndf());
        assertSame(one.p(), other.p());
    }

    private static void assertSame(VectorEstimate expected, VectorEstimate found) {
        assertEquals(expected.n(), found.n());
        assertEquals(expected.status().reason(), found.status().reason());
        for (int i = 0; i < expected.estimates().size(); i++) {
            assertSame(expected.estimates().get(i), found.estimates().get(i));
            double size = expected.covariance().trace();
            for (int j = 0; expected.status().isKnown() && j <= i; j++) {
                assertEquals(expected.covariance().at(i, j), found.covariance().at(i, j), 1e-12 * size);
            }
        }
    }

    private static void assertSame(Value expected, Value found) {
        assertEquals(expected.reason(), found.reason());
        expected.asOptional()
                .ifPresent(number -> assertEquals(number, found.number(), 1e-9 * Math.abs(number) + 1e-13));
    }

    /** Trimmed weights keep the fit that they were cut from. */
    @Test
    void trimmedWeightsAreTakenIntoAccount() {
        People people = new People(new Random(4), false, false);
        Groups counted = new Groups(people.strata, SEXES * AGES);
        CodeSums sums = new CodeSums(counted, CODES);
        for (int i = 0; i < people.weight.length; i++) {
            counted.add(people.groupOf(counted, i), 1);
            if (people.code[i] >= 0) {
                sums.add(people.groupOf(counted, i), 1, people.code[i]);
            }
        }
        List<Margin> margins = List.of(margin("age", AGES, people.age, people.weight));
        Weighting fitted = Raking.rake(counted, margins, new int[][] {ageOfGroup(counted)});
        Calibration cut =
                Trimming.ofMultiples(fitted, counted, .9, 1.1).weighting().calibration();
        CrossSums cross = new CrossSums(sums, sexOfGroup(counted));
        GroupedSample sample = new GroupedSample(people.design(), counted, cut);
        double aware = SurveyTable.of(sample, cross).shares().se(0).number();
        double fixed = SurveyTable.of(sample.asFixed(), cross).shares().se(0).number();
        assertTrue(aware > 0 && aware < fixed, aware + " " + fixed);
    }

    @Test
    void nobodyAndOneAreToldApart() {
        Groups groups = new Groups(1, 2);
        CodeSums sums = new CodeSums(groups, CODES);
        SampleDesign design = SampleDesign.simple(Population.unlimited());
        GroupedSample empty = new GroupedSample(design, groups, Calibration.none(2));
        CrossSums nobody = new CrossSums(sums, new int[] {0, 1});
        assertEquals(Reason.NO_DATA, reason(SurveyTable.of(empty, nobody).shares()));
        groups.add(0, 1);
        sums.add(0, 1, 3);
        VectorEstimate alone =
                SurveyTable.of(empty, new CrossSums(sums, new int[] {0, 1})).shares();
        assertEquals(1, alone.estimates().get(0).number());
        assertEquals(Reason.SINGLE_PSU, alone.status().reason().orElseThrow());
        assertThrows(IllegalArgumentException.class, () -> new CrossSums(sums, new int[1]));
        Groups others = new Groups(1, 3);
        GroupedSample foreign = new GroupedSample(design, others, Calibration.none(3));
        assertThrows(IllegalArgumentException.class, () -> SurveyTable.of(foreign, nobody));
        assertThrows(IllegalArgumentException.class, () -> new GroupedSample(design, groups, Calibration.none(3)));
    }

    private static Reason reason(VectorEstimate estimate) {
        List<Reason> reasons = new ArrayList<>();
        estimate.estimates().forEach(value -> value.reason().ifPresent(reasons::add));
        return reasons.get(0);
    }
}
