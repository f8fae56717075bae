package tw.minsheng.statistics.ordinal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.distribution.SplitMix64;
import tw.minsheng.statistics.factor.FactorModel;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/** What holds for ordered answers of two factors whichever way each item was asked. */
class OrdinalConfirmatoryTest {

    private static final double[] SHARED = {.9, .6, .4, .8, .7, .5};
    private static final int PEOPLE = 400;
    private static final int TOP = 2;

    /** @param turned items with this bit have their categories the other way round */
    private static OrderedAnswers answers(int turned, int items, int people) {
        SplitMix64 random = new SplitMix64(11);
        byte[][] codes = new byte[items][people];
        for (int row = 0; row < people; row++) {
            double all = random.nextUniform();
            double[] factors = {(all + random.nextUniform()) / 2, (all + random.nextUniform()) / 2};
            for (int i = 0; i < SHARED.length; i++) {
                double whole = SHARED[i] * factors[i / 3] + (1 - SHARED[i]) * random.nextUniform();
                int code = whole < .4 ? 0 : whole < .6 ? 1 : TOP;
                if (i < items) {
                    codes[i][row] = (byte) ((turned >> i & 1) == 1 ? TOP - code : code);
                }
            }
        }
        return new OrderedAnswers(
                codes, IntStream.range(0, items).map(i -> TOP + 1).toArray());
    }

    private static SymmetricMatrix polychoric(OrderedAnswers answers) {
        return SymmetricMatrix.of(
                answers.items(),
                (i, j) -> i == j ? 1 : Polychoric.of(answers.crossed(i, j)).number());
    }

    private static OrdinalConfirmatory fit(OrderedAnswers answers, Integer... sizes) {
        return OrdinalConfirmatory.of(FactorModel.ofSizes(List.of(sizes)), answers, polychoric(answers));
    }

    @Test
    void turningItemsTurnsTheirLoadingsAndNothingElse() {
        OrdinalConfirmatory plain = fit(answers(0, 6, PEOPLE), 3, 3);
        assertEquals(List.of(), plain.refusal());
        for (int turned : new int[] {1, 2, 3, 4, 6, 7, 8, 24, 56, 63, 21, 42}) {
            OrdinalConfirmatory other = fit(answers(turned, 6, PEOPLE), 3, 3);
            assertEquals(plain.scaled().number(), other.scaled().number(), 1e-5, "turned " + turned);
            for (int f = 0; f < 2; f++) {
                double first = plain.loadings().get(3 * f) * other.loadings().get(3 * f);
                double sum = 0;
                for (int i = 3 * f; i < 3 * f + 3; i++) {
                    double sign = (turned >> i & 1) == (turned >> (3 * f) & 1) ? 1 : -1;
                    assertEquals(
                            plain.loadings().get(i),
                            sign * StrictMath.signum(first) * other.loadings().get(i),
                            1e-5);
                    sum += other.loadings().get(i);
                }
                assertTrue(sum >= 0, "turned " + turned);
            }
            assertEquals(
                    plain.correlations().at(0, 1),
                    StrictMath.abs(other.correlations().at(0, 1)),
                    1e-5);
        }
    }

    @Test
    void threeItemsOfOneFactorFitAsTheyMust() {
        OrdinalConfirmatory fit = fit(answers(0, 3, PEOPLE), 3);
        assertEquals(0, fit.df());
        assertEquals(0, fit.chiSquare().number(), 1e-9);
        assertEquals(0, fit.srmr().number(), 1e-6);
        assertEquals(Optional.of(Reason.NOT_IDENTIFIED), fit.scaled().reason());
        SymmetricMatrix r = polychoric(answers(0, 3, PEOPLE));
        double first = StrictMath.sqrt(r.at(0, 1) * r.at(0, 2) / r.at(1, 2));
        assertEquals(first, fit.loadings().get(0), 1e-6);
    }

    @Test
    void twoItemsAndTooFewPeopleAreRefused() {
        assertEquals(
                Optional.of(Reason.NOT_IDENTIFIED),
                fit(answers(0, 2, PEOPLE), 2).refusal().get(0).reason());
        OrderedAnswers many = answers(0, 6, PEOPLE);
        OrderedAnswers few = answers(0, 6, 7);
        OrdinalConfirmatory refused = OrdinalConfirmatory.of(FactorModel.ofSizes(List.of(3, 3)), few, polychoric(many));
        assertEquals(Optional.of(Reason.N_TOO_SMALL), refused.refusal().get(0).reason());
        assertEquals("7", refused.refusal().get(0).reasonArgs().get("n"));
        assertEquals(1, refused.correlations().at(1, 1));
        assertEquals(0, refused.correlations().at(0, 1));
    }
}
