package tw.minsheng.statistics.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;

/** Small tables of ratings. Numbers by R: {@code psych::cohen.kappa}, {@code psych::ICC(lmer = FALSE)}, {@code friedman.test}, by hand. */
class RatingTest {

    private static final double EXACT = 1e-12;

    /** Shrout and Fleiss 1979, table 2: six targets, four judges. */
    private static final double[][] JUDGED = {
        {9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}
    };

    private static void assertReason(Reason reason, Value value) {
        assertEquals(Optional.of(reason), value.reason());
    }

    @Test
    void kappaPlainAndWeighted() {
        Kappa kappa = Kappa.of(new long[][] {{10, 2, 1}, {3, 8, 2}, {0, 4, 10}}, .95);
        assertEquals(.550140581068416, kappa.kappa().number(), EXACT);
        assertEquals(.01181377144927268, kappa.variance().number(), EXACT);
        assertEquals(.6332863187588152, kappa.linear().number(), EXACT);
        assertEquals(.7169811320754716, kappa.quadratic().number(), EXACT);
        assertEquals(28 / 40.0, kappa.agreement().number(), EXACT);
    }

    @Test
    void kappaOfNothingAndOfOneCategory() {
        assertReason(Reason.NO_DATA, Kappa.of(new long[2][2], .95).kappa());
        Kappa one = Kappa.of(new long[][] {{7, 0}, {0, 0}}, .95);
        assertReason(Reason.NO_VARIATION, one.kappa());
        assertReason(Reason.NO_VARIATION, one.linear());
        assertEquals(1, one.agreement().number());
    }

    @Test
    void kappaOfThreeRaters() {
        long[][] counts = {{3, 0, 0}, {2, 1, 0}, {0, 3, 0}, {1, 1, 1}, {0, 0, 3}};
        assertEquals(.4932432432432431, Kappa.fleiss(counts).number(), EXACT);
        assertReason(Reason.NO_DATA, Kappa.fleiss(new long[0][]));
        assertReason(Reason.N_TOO_SMALL, Kappa.fleiss(new long[][] {{1, 0}, {0, 1}}));
        assertReason(Reason.N_TOO_SMALL, Kappa.fleiss(new long[][] {{2, 0}, {2, 1}}));
        assertReason(Reason.NO_VARIATION, Kappa.fleiss(new long[][] {{2, 0}, {2, 0}}));
        assertEquals(-1, Kappa.fleiss(new long[][] {{1, 1}, {1, 1}}).number(), EXACT);
    }

    @Test
    void intraclassCorrelationsInTheirSixForms() {
        List<IntraclassCorrelation.Form> forms =
                IntraclassCorrelation.of(JUDGED).forms();
        double[] expected = {
            .16574176840548, .28976377952756, .71484071484071, .44279713367927, .62005054759899, .90931554237707
        };
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], forms.get(i).icc().number(), 1e-13, IntraclassCorrelation.NAMES.get(i));
        }
        assertEquals(-.132932324874751, forms.get(0).interval().lower().number(), EXACT);
        assertEquals(.94585825995536, forms.get(2).interval().upper().number(), EXACT);
        assertEquals(11.0272479564033, forms.get(1).f().number(), 1e-11);
    }

    @Test
    void intraclassCorrelationsNeedThreeTargetsAndTwoRaters() {
        assertReason(Reason.N_TOO_SMALL, first(new double[][] {{1, 2}, {3, 4}}));
        assertReason(Reason.N_TOO_SMALL, first(new double[][] {{1}, {3}, {2}}));
        assertReason(Reason.N_TOO_SMALL, first(new double[0][]));
        assertReason(Reason.NO_VARIATION, first(new double[][] {{1, 1}, {3, 3}, {2, 2}}));
        assertTrue(first(new double[][] {{1, 2}, {3, 5}, {2, 2}}).isKnown());
    }

    private static Value first(double[][] ratings) {
        return IntraclassCorrelation.of(ratings).forms().get(0).icc();
    }

    @Test
    void concordanceWithTies() {
        Concordance found = Concordance.of(new double[][] {{1, 2, 3}, {2, 2, 1}, {3, 3, 3}, {4, 4, 2}, {5, 3, 5}});
        assertEquals(7.649122807017544, found.chiSquare().number(), EXACT);
        assertEquals(.6374269005847953, found.w().number(), EXACT);
        assertEquals(.1053105606627579, found.p().number(), EXACT);
        assertEquals(4, found.df());
    }

    @Test
    void concordanceNeedsTwoTargetsAndTwoRatersWhoTellThemApart() {
        assertReason(Reason.N_TOO_SMALL, Concordance.of(new double[][] {{1, 2}}).w());
        assertReason(
                Reason.N_TOO_SMALL, Concordance.of(new double[][] {{1}, {2}}).w());
        assertReason(Reason.N_TOO_SMALL, Concordance.of(new double[0][]).w());
        assertReason(
                Reason.NO_VARIATION,
                Concordance.of(new double[][] {{1, 2}, {1, 2}}).w());
        assertEquals(1, Concordance.of(new double[][] {{1, 1}, {2, 2}}).w().number(), EXACT);
        assertEquals(2, Concordance.of(new double[][] {{1, 2}, {1, 2}, {1, 2}}).df());
    }

    @Test
    void expertsWhoFindAnItemRelevant() {
        assertEquals(5 / 6.0, ContentValidity.itemIndex(5, 6).number(), EXACT);
        assertEquals(.8160919540229885, ContentValidity.modifiedKappa(5, 6).number(), EXACT);
        assertEquals(1, ContentValidity.itemIndex(3, 3).number());
        assertReason(Reason.N_TOO_SMALL, ContentValidity.itemIndex(2, 2));
        assertReason(Reason.N_TOO_SMALL, ContentValidity.modifiedKappa(2, 2));
        assertEquals(1, ContentValidity.modifiedKappa(3, 3).number(), EXACT);
    }

    @Test
    void expertsWhoFindAnItemEssential() {
        assertEquals(.6, ContentValidity.ratio(4, 5).number(), EXACT);
        assertReason(Reason.N_TOO_SMALL, ContentValidity.ratio(4, 4));
        assertReason(Reason.N_TOO_SMALL, ContentValidity.criticalRatio(4));
        int[] panels = {5, 8, 10, 15};
        double[] limits = {1, .75, .8, .6};
        for (int i = 0; i < panels.length; i++) {
            assertEquals(limits[i], ContentValidity.criticalRatio(panels[i]).number(), EXACT);
        }
    }

    @Test
    void aikensVAndItsChance() {
        assertEquals(.75, ContentValidity.aiken(new double[] {4, 3, 4, 2}, 1, 4).number(), EXACT);
        assertEquals(
                .13671875, ContentValidity.aikenP(new int[] {4, 3, 4, 2}, 1, 4).number(), EXACT);
        assertEquals(1, ContentValidity.aikenP(new int[] {1, 1}, 1, 4).number(), EXACT);
        assertEquals(1 / 16.0, ContentValidity.aikenP(new int[] {4, 4}, 1, 4).number(), EXACT);
        assertReason(Reason.N_TOO_SMALL, ContentValidity.aiken(new double[] {4}, 1, 4));
        assertReason(Reason.N_TOO_SMALL, ContentValidity.aikenP(new int[] {4}, 1, 4));
    }

    @Test
    void twoTimesOfTheSamePeople() {
        Retest found = Retest.of(new double[] {10, 12, 9, 15, 14, 11}, new double[] {11, 12, 10, 14, 15, 10});
        assertEquals(.8979591836734696, found.lin().number(), EXACT);
        assertEquals(.6952217871538069, found.standardError().number(), EXACT);
        assertEquals(-2.09372314395701, found.agreement().lower().number(), 1e-11);
        assertEquals(1.760389810623676, found.agreement().upper().number(), 1e-11);
        assertReason(
                Reason.N_TOO_SMALL,
                Retest.of(new double[] {1, 2}, new double[] {2, 3}).lin());
        assertTrue(
                Retest.of(new double[] {1, 2, 4}, new double[] {2, 3, 3}).lin().isKnown());
    }
}
