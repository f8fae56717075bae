package tw.minsheng.statistics.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.distribution.Normal;

/** Limits and tests of agreement. Numbers by R: {@code psych::ICC(lmer = FALSE)}, {@code psych::cohen.kappa}; the rest on paper. */
class RaterIntervalsTest {

    private static final double[][] JUDGED = {
        {9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}
    };
    private static final double[][] FEW = {{1, 2, 3}, {5, 2, 2}, {4, 3, 3}, {5, 5, 4}};

    /** Shrout and Fleiss 1979, table 2. */
    @ParameterizedTest
    @CsvSource({
        "0, .165741768405476, 1.79467849223947, 5, 18, .16476880834464, -.132932324874751, .722560062328121",
        "1, .289763779527559, 11.0272479564033, 5, 15, .000134566516484337, .018786513374712, .761084369648953",
        "2, .714840714840715, 11.0272479564033, 5, 15, .000134566516484337, .342464765033925, .94585825995536",
        "3, .442797133679269, 1.79467849223947, 5, 18, .16476880834464, -.884442155238119, .912415420340776",
        "4, .620050547598989, 11.0272479564033, 5, 15, .000134566516484337, .0711368153025035, .927232040167722",
        "5, .909315542377069, 11.0272479564033, 5, 15, .000134566516484337, .675674713816305, .985891678169062"
    })
    void sixTargetsAndFourJudges(
            int form, double icc, double f, double df1, double df2, double p, double lower, double upper) {
        assertForm(JUDGED, form, icc, f, df1, df2, p, lower, upper);
    }

    @ParameterizedTest
    @CsvSource({
        "0, .413953488372093, 3.11904761904762, 3, 8, .0880891473871225, -.164641909640536, .936642828403081",
        "1, .4, 2.78723404255319, 3, 6, .131956955006977, -.240054324222473, .936768110322963",
        "2, .373333333333333, 2.78723404255319, 3, 6, .131956955006977, -.238448843080389, .930344507100388",
        "3, .679389312977099, 3.11904761904762, 3, 8, .0880891473871225, -.736415406576565, .977949574402099",
        "4, .666666666666667, 2.78723404255319, 3, 6, .131956955006977, -1.38521822014029, .977995095651579",
        "5, .641221374045802, 2.78723404255319, 3, 6, .131956955006977, -1.36750786665614, .975650798617454"
    })
    void fourTargetsAndThreeJudges(
            int form, double icc, double f, double df1, double df2, double p, double lower, double upper) {
        assertForm(FEW, form, icc, f, df1, df2, p, lower, upper);
    }

    private static void assertForm(
            double[][] ratings,
            int number,
            double icc,
            double f,
            double df1,
            double df2,
            double p,
            double lower,
            double upper) {
        IntraclassCorrelation.Form form =
                IntraclassCorrelation.of(ratings).forms().get(number);
        assertEquals(icc, form.icc().number(), 1e-13);
        assertEquals(f, form.f().number(), 1e-12);
        assertEquals(df1, form.df1());
        assertEquals(df2, form.df2());
        assertEquals(p, form.p().number(), 1e-12);
        assertEquals(lower, form.interval().lower().number(), 1e-11);
        assertEquals(upper, form.interval().upper().number(), 1e-11);
    }

    /** Every judge differs from the other by the same: no error is left to test against. */
    @Test
    void judgesOfOneOrderLeaveNoError() {
        IntraclassCorrelation found = IntraclassCorrelation.of(new double[][] {{1, 2}, {3, 4}, {2, 3}});
        assertEquals(
                Optional.of(Reason.NO_VARIATION), found.forms().get(0).icc().reason());
    }

    /** Targets and judges all have the mean 2: there is nothing but error. */
    @Test
    void targetsThatDoNotDifferHaveNoLimits() {
        List<IntraclassCorrelation.Form> forms = IntraclassCorrelation.of(
                        new double[][] {{1, 3}, {3, 1}, {1, 3}, {3, 1}})
                .forms();
        assertEquals(-1, forms.get(0).icc().number(), 1e-13);
        assertEquals(-2, forms.get(1).icc().number(), 1e-13); // (0 − e)/(0 + e + 2·(0 − e)/4)
        assertEquals(
                Optional.of(Reason.ZERO_DENOMINATOR),
                forms.get(1).interval().lower().reason());
        assertFalse(forms.get(1).interval().isKnown());
        assertEquals(Optional.of(Reason.ZERO_DENOMINATOR), forms.get(3).icc().reason());
        assertEquals(0, forms.get(0).f().number());
        assertEquals(1, forms.get(0).p().number());
    }

    @Test
    void limitsOfKappa() {
        Interval interval =
                Kappa.of(new long[][] {{10, 2, 1}, {3, 8, 2}, {0, 4, 10}}, .95).interval();
        assertEquals(.33710979329474, interval.lower().number(), 1e-13);
        assertEquals(.763171368842092, interval.upper().number(), 1e-13);
        assertEquals("kappa", interval.method());
        Kappa almost = Kappa.of(new long[][] {{9, 1}, {0, 2}}, .95);
        assertEquals(1, almost.interval().upper().number()); // κ cannot be above 1
        double width = Normal.halfWidth(.95) * StrictMath.sqrt(almost.variance().number());
        assertEquals(almost.kappa().number() - width, almost.interval().lower().number(), 1e-13);
    }

    /** Score limits: where the distance from V is 1.96 times √(L(1 − L)/q), q the experts times the steps of the scale. */
    @ParameterizedTest
    @CsvSource({".75, 4, 1, 4", ".6, 10, 1, 5", "0, 5, 1, 4", "1, 5, 1, 4"})
    void limitsOfAikensV(double v, int experts, double lowest, double highest) {
        Interval interval = ContentValidity.aikenInterval(v, experts, lowest, highest);
        double q = experts * (highest - lowest);
        for (double limit :
                new double[] {interval.lower().number(), interval.upper().number()}) {
            assertEquals(1.96 * 1.96 * limit * (1 - limit) / q, (v - limit) * (v - limit), 1e-14);
        }
        assertEquals(
                v == 0 || v == 1 ? 1 : 2,
                List.of(interval.lower().number() < v, interval.upper().number() > v).stream()
                        .filter(outside -> outside)
                        .count());
        assertEquals("penfield_giacobbi", interval.method());
    }

    /** Sums of three dice of four sides, from 0: 9 in one way of 64, 8 in three, 7 in six. */
    @Test
    void chanceOfAnOddNumberOfExperts() {
        assertEquals(1 / 64.0, ContentValidity.aikenP(new int[] {4, 4, 4}, 1, 4).number(), 1e-15);
        assertEquals(
                10 / 64.0, ContentValidity.aikenP(new int[] {4, 3, 3}, 1, 4).number(), 1e-15);
        assertEquals(1, ContentValidity.aiken(new double[] {4, 4}, 1, 4).number());
    }

    @Test
    void degreesOfFreedomAlsoWithoutConcordance() {
        assertEquals(0, Concordance.of(new double[0][]).df());
        assertEquals(0, Concordance.of(new double[][] {{1, 2}}).df());
        assertEquals(2, Concordance.of(new double[][] {{1}, {2}, {3}}).df());
    }
}
