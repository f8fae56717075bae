package tw.minsheng.statistics.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Reason;

/** Means of two groups and of several. R 4.2: {@code t.test aov oneway.test kruskal.test wilcox.test}, Levene's tests by {@code aov}. */
class MeanTestsTest {

    private static final double[] A = {3, 5, 4, 4, 2, 5, 1, 3};
    private static final double[] B = {2, 2, 3, 1, 4, 2};
    private static final double[] C = {5, 4, 5, 3, 5, 4, 4};
    private static final double[] NOTHING = {};

    private static void close(double expected, double found) {
        assertEquals(expected, found, 1e-11 * Math.max(1, Math.abs(expected)));
    }

    private static void is(Interval interval, double lower, double upper) {
        close(lower, interval.lower().number());
        close(upper, interval.upper().number());
    }

    private static List<Group> groups() {
        return List.of(Group.of(A), Group.of(B), Group.of(C));
    }

    @Test
    void twoGroupsWithOneVariance() {
        TwoGroups pooled = TwoGroups.pooled(Group.of(A), Group.of(B), .95);
        close(1.5245130593651124, pooled.t().number());
        close(12, pooled.df().number());
        close(.15329309832163815, pooled.p().number());
        is(pooled.interval(), -.44706882407108356, 2.530402157404416);
        close(.8233311524234801, TwoGroups.cohensD(Group.of(A), Group.of(B)).number());
    }

    @Test
    void twoGroupsEachWithItsOwnVariance() {
        TwoGroups welch = TwoGroups.welch(Group.of(A), Group.of(B), .9);
        close(1.5968190199994512, welch.t().number());
        close(11.99994051676218, welch.df().number());
        close(.13628952570686723, welch.p().number());
        is(welch.interval(), -.1209887630750567, 2.2043220964083896);
    }

    @Test
    void pairs() {
        TwoGroups paired = TwoGroups.paired(Group.of(1, 0, 1, 0, 2, 3), .95);
        close(2.4445060351935237, paired.t().number());
        close(5, paired.df().number());
        close(.05832930280626261, paired.p().number());
        is(paired.interval(), -.060171025038306826, 2.3935043583716404);
    }

    @Test
    void twoGroupsThatCannotBeComparedSayWhy() {
        Group one = Group.of(3);
        Group same = Group.of(2, 2, 2);
        assertEquals(
                Optional.of(Reason.N_TOO_SMALL),
                TwoGroups.pooled(one, Group.of(A), .95).t().reason());
        assertEquals(
                Optional.of(Reason.N_TOO_SMALL),
                TwoGroups.welch(Group.of(A), one, .95).p().reason());
        assertEquals(
                Optional.of(Reason.N_TOO_SMALL), TwoGroups.paired(one, .95).df().reason());
        assertEquals(
                Optional.of(Reason.NO_VARIATION),
                TwoGroups.pooled(same, same, .95).interval().lower().reason());
        assertEquals(
                Optional.of(Reason.NO_VARIATION), TwoGroups.cohensD(same, same).reason());
        assertEquals(2, TwoGroups.paired(Group.of(1, 2), .95).interval().isKnown() ? 2 : 0);
        // a single number has no spread of its own: that of the other group stands for both
        close(2 / Math.sqrt(2), TwoGroups.cohensD(Group.of(5), Group.of(2, 4)).number());
    }

    @Test
    void severalGroupsWithOneVariance() {
        OneWay.Variance found = OneWay.anova(groups());
        close(4.89639758085722, found.test().f().number());
        close(2, found.test().df1().number());
        close(18, found.test().df2().number());
        close(.02004760544989205, found.test().p().number());
        close(12.315476190476197, found.between());
        close(22.636904761904763, found.within());
        close(.35235013623978206, found.eta2().number());
        close(.27065087352395917, found.omega2().number());
        close(.2803890402664245, found.epsilon2().number());
        close(.73759350298847, found.cohensF().number());
    }

    @Test
    void severalGroupsEachWithItsOwnVariance() {
        OneWay welch = OneWay.welch(groups());
        close(7.070922924994096, welch.f().number());
        close(2, welch.df1().number());
        close(11.205877702834663, welch.df2().number());
        close(.010322786128060864, welch.p().number());
        // of two groups F is the square of t
        double t = TwoGroups.welch(Group.of(A), Group.of(B), .9).t().number();
        close(t * t, OneWay.welch(groups().subList(0, 2)).f().number());
    }

    @Test
    void spreadsOfSeveralGroups() {
        OneWay mean = OneWay.levene(List.of(A, B, C));
        close(1.4833588543576255, mean.f().number());
        close(.2533252699062728, mean.p().number());
        OneWay median = OneWay.brownForsythe(List.of(A, B, C));
        close(1.3268845897264867, median.f().number());
        close(.2900405189210736, median.p().number());
    }

    @Test
    void severalGroupsThatCannotBeComparedSayWhy() {
        Group one = Group.of(3);
        Group same = Group.of(2, 2);
        assertEquals(
                Optional.of(Reason.N_TOO_SMALL),
                OneWay.anova(List.of(Group.of(A))).test().f().reason());
        assertEquals(
                Optional.of(Reason.N_TOO_SMALL),
                OneWay.anova(List.of(one, one)).omega2().reason());
        assertEquals(
                Optional.of(Reason.NO_VARIATION),
                OneWay.anova(List.of(same, one)).eta2().reason());
        assertEquals(
                Optional.of(Reason.N_TOO_SMALL),
                OneWay.anova(List.of(one, one)).cohensF().reason());
        close(1, OneWay.anova(List.of(Group.of(1, 2), one)).test().df2().number());
        assertEquals(
                Optional.of(Reason.N_TOO_SMALL),
                OneWay.welch(List.of(Group.of(A))).f().reason());
        assertEquals(
                Optional.of(Reason.N_TOO_SMALL),
                OneWay.welch(List.of(Group.of(A), one)).p().reason());
        assertEquals(
                Optional.of(Reason.NO_VARIATION),
                OneWay.welch(List.of(Group.of(A), same)).p().reason());
    }

    @Test
    void ranksOfSeveralGroups() {
        RankTest kruskal = RankTest.kruskal(List.of(A, B, C));
        close(7.112282071298479, kruskal.statistic().number());
        close(.028548781147459863, kruskal.p().number());
        assertEquals(2, kruskal.df());
        assertEquals(
                Optional.of(Reason.N_TOO_SMALL),
                RankTest.kruskal(List.of(A)).p().reason());
        assertEquals(
                Optional.of(Reason.N_TOO_SMALL),
                RankTest.kruskal(List.of(A, NOTHING)).p().reason());
        assertEquals(
                Optional.of(Reason.NO_VARIATION),
                RankTest.kruskal(List.of(new double[] {1, 1}, new double[] {1}))
                        .p()
                        .reason());
    }

    @Test
    void ranksOfTwoGroupsAndOfPairs() {
        RankTest wilcoxon = RankTest.wilcoxon(A, B);
        close(35, wilcoxon.statistic().number());
        close(.16563824694390747, wilcoxon.p().number());
        close(.1463979537810866, RankTest.uncorrectedWilcoxon(A, B).p().number());
        assertEquals(
                Optional.of(Reason.N_TOO_SMALL),
                RankTest.wilcoxon(NOTHING, B).p().reason());
        assertEquals(
                Optional.of(Reason.N_TOO_SMALL),
                RankTest.wilcoxon(A, NOTHING).p().reason());
        assertEquals(
                Optional.of(Reason.NO_VARIATION),
                RankTest.wilcoxon(new double[] {1}, new double[] {1, 1}).p().reason());
        RankTest signed = RankTest.signedRank(1, 0, 1, 0, 2, 3);
        close(10, signed.statistic().number());
        close(.09751253817810959, signed.p().number());
    }
}
