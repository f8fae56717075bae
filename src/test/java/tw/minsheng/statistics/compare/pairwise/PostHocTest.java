package tw.minsheng.statistics.compare.pairwise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.cases.MultipleTesting;
import tw.minsheng.statistics.compare.Group;
import tw.minsheng.statistics.compare.OneWay;
import tw.minsheng.statistics.compare.Spread;
import tw.minsheng.statistics.distribution.StudentizedRange;

/** The numbers are R's of {@code PlantGrowth}; the tail of the range SciPy's. */
class PostHocTest {

    private static final List<double[]> PLANTS = List.of(
            new double[] {4.17, 5.58, 5.18, 6.11, 4.50, 4.61, 5.17, 4.53, 5.33, 5.14},
            new double[] {4.81, 4.17, 4.41, 3.59, 5.87, 3.83, 6.03, 4.89, 4.32, 4.69},
            new double[] {6.31, 5.12, 5.54, 5.50, 5.37, 5.29, 4.92, 6.15, 5.80, 5.26});

    private static List<Group> groups(List<double[]> values) {
        return values.stream().map(Group::of).toList();
    }

    private static Pair last(PostHoc procedure) {
        return procedure.of(groups(PLANTS), .95).get(2);
    }

    @Test
    void tukeyComparesEveryTwo() {
        Pair pair = last(PostHoc.TUKEY);
        assertEquals(1, pair.first());
        assertEquals(2, pair.second());
        assertEquals(.865, pair.difference().number(), 1e-12);
        assertEquals(.173783948589542, pair.interval().lower().number(), 1e-8);
        assertEquals(.0120064239794527, pair.p().number(), 1e-9);
    }

    @Test
    void otherProceduresKeepTheirOwnErrors() {
        assertEquals(.0162947037046438, last(PostHoc.SCHEFFE).p().number(), 1e-12);
        assertEquals(14.1035691227603, last(PostHoc.GAMES_HOWELL).df().number(), 1e-10);
        assertEquals(.00445923593820546, last(PostHoc.POOLED_T).p().number(), 1e-13);
        List<Value> p =
                PostHoc.WELCH_T.of(groups(PLANTS), .95).stream().map(Pair::p).toList();
        assertEquals(
                .0278952141518095,
                PairwiseRanks.corrected(p, MultipleTesting.HOLM).get(2).number(),
                1e-12);
    }

    @Test
    void theTailOfTheRangeKeepsItsDigits() {
        assertEquals(.7766837571045795, StudentizedRange.upperTail(1, 3, 3), 1e-12);
        assertEquals(1, StudentizedRange.upperTail(0, 3, 3));
        double q = StudentizedRange.quantile(.95, 4, 12.5);
        assertEquals(.05, StudentizedRange.upperTail(q, 4, 12.5), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> StudentizedRange.upperTail(1, 1, 3));
    }

    @Test
    void ranksAreComparedAmongAll() {
        Pair pair = PairwiseRanks.dunn(PLANTS).get(2);
        assertEquals(2.80701506156491, pair.statistic().number(), 1e-12);
        List<Value> p = PairwiseRanks.corrected(PairwiseRanks.wilcoxon(PLANTS), MultipleTesting.HOLM);
        assertEquals(.033989090053424, p.get(2).number(), 1e-12);
    }

    @Test
    void spreadIsTested() {
        assertEquals(
                2.87857378723609, Spread.bartlett(groups(PLANTS)).chiSquare().number(), 1e-12);
        assertEquals(.308828687386391, Spread.fligner(PLANTS).p().number(), 1e-12);
        assertEquals(1.11918569487039, OneWay.brownForsythe(PLANTS).f().number(), 1e-12);
        assertEquals(.209640763264129, OneWay.anova(groups(PLANTS)).epsilon2().number(), 1e-12);
        assertEquals(.599140610614418, OneWay.anova(groups(PLANTS)).cohensF().number(), 1e-12);
    }

    @Test
    void whatCannotBeComparedSaysWhy() {
        List<double[]> single = List.of(new double[] {1}, new double[] {2});
        List<double[]> same = List.of(new double[] {3, 3}, new double[] {3, 3});
        for (PostHoc procedure : PostHoc.values()) {
            assertEquals(Optional.of(Reason.N_TOO_SMALL), reason(procedure, single), procedure.name());
            assertEquals(Optional.of(Reason.NO_VARIATION), reason(procedure, same), procedure.name());
        }
        assertEquals(
                Optional.of(Reason.NO_VARIATION),
                PairwiseRanks.dunn(same).get(0).p().reason());
        Value none = Value.undefined(Reason.NO_DATA);
        assertEquals(
                List.of(none, Value.of(.5)),
                PairwiseRanks.corrected(List.of(none, Value.of(.5)), MultipleTesting.BONFERRONI));
        assertEquals(
                Optional.of(Reason.N_TOO_SMALL),
                Spread.bartlett(groups(single)).p().reason());
        assertEquals(
                Optional.of(Reason.NO_VARIATION),
                Spread.bartlett(groups(same)).p().reason());
        assertEquals(Optional.of(Reason.NO_VARIATION), Spread.fligner(same).p().reason());
    }

    private static Optional<Reason> reason(PostHoc procedure, List<double[]> values) {
        return procedure.of(groups(values), .95).get(0).p().reason();
    }
}
