package tw.minsheng.statistics.factor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/** 取樣適切性, Bartlett's test and MAP. Numbers of R are of {@code R <- cov2cor(ability.cov$cov)}. */
class AdequacyTest {

    private static SymmetricMatrix even(int items, double r) {
        return SymmetricMatrix.of(items, (i, j) -> i == j ? 1 : r);
    }

    /** {@code psych::KMO(R)}. */
    @Test
    void kmoIsThatOfR() {
        Adequacy found = Adequacy.of(Ability.correlation());
        assertEquals(.732074702868317, found.kmo().number(), 1e-12);
        double[] items = {
            .849020112512435, .733167490678924, .746164284307551, .731657263855962, .666220113742118, .686839273096385
        };
        for (int i = 0; i < items.length; i++) {
            assertEquals(items[i], found.items().get(i).number(), 1e-12);
        }
    }

    /** Three items at r: partial correlations are r/(1 + r). */
    @Test
    void kmoOfThreeEvenItems() {
        double partial = .5 / 1.5;
        double expected = .25 / (.25 + partial * partial);
        assertEquals(expected, Adequacy.of(even(3, .5)).kmo().number(), 1e-12);
        assertEquals(expected, Adequacy.of(even(3, .5)).items().get(2).number(), 1e-12);
    }

    /** r₁₂ = r₁₃ = .5 and r₂₃ = 0: partial correlations √(1/3), √(1/3) and −1/3 leave less than half. */
    @Test
    void kmoBelowOneHalf() {
        SymmetricMatrix r = SymmetricMatrix.of(3, (i, j) -> i == j ? 1 : j == 0 ? .5 : 0);
        assertEquals(.5 / (.5 + 2 / 3.0 + 1 / 9.0), Adequacy.of(r).kmo().number(), 1e-12);
    }

    @Test
    void itemsThatHaveNothingInCommonHaveNoKmo() {
        Adequacy none = Adequacy.of(even(3, 0));
        assertEquals(Optional.of(Reason.ZERO_DENOMINATOR), none.kmo().reason());
        assertEquals(Optional.of(Reason.ZERO_DENOMINATOR), none.items().get(0).reason());
    }

    @Test
    void twoItemsAreTooFewForKmo() {
        Adequacy none = Adequacy.of(even(2, .5));
        assertEquals(Optional.of(Reason.TOO_FEW_ITEMS), none.kmo().reason());
        assertEquals("2", none.kmo().reasonArgs().get("k"));
        assertEquals(List.of(none.kmo(), none.kmo()), none.items());
        assertEquals(
                Optional.of(Reason.SINGULAR_MATRIX),
                Adequacy.of(even(3, 1)).kmo().reason());
    }

    /** {@code psych::cortest.bartlett(R, n = 112)}, {@code det(R)}. */
    @Test
    void bartlettsTestIsThatOfR() {
        Sphericity found = Sphericity.of(Ability.correlation(), Ability.PEOPLE);
        assertEquals(15, found.df());
        assertEquals(268.353765306515, found.chiSquare().number(), 1e-9);
        assertEquals(2.02715780394187e-48, found.p().number(), 1e-57);
        assertEquals(StrictMath.log(2.02715780394187e-48), found.lnP().number(), 1e-9);
        assertEquals(.0836655066949533, found.determinant().number(), 1e-14);
    }

    @Test
    void bartlettsTestNeedsMorePeopleThanItems() {
        assertEquals(
                Optional.of(Reason.N_TOO_SMALL),
                Sphericity.of(even(3, .5), 3).p().reason());
        assertEquals("3", Sphericity.of(even(3, .5), 3).p().reasonArgs().get("n"));
        assertEquals(3, Sphericity.of(even(3, .5), 3).df());
        // 4 − 1 − 11/6 degrees, times −ln(.5)
        assertEquals(
                7 / 6.0 * StrictMath.log(2),
                Sphericity.of(even(3, .5), 4).chiSquare().number(),
                1e-12);
        assertEquals(
                Optional.of(Reason.TOO_FEW_ITEMS),
                Sphericity.of(even(1, 1), 9).p().reason());
        // two items: −(9 − 1 − 9/6)·ln(1 − r²)
        assertEquals(
                -6.5 * StrictMath.log(.75),
                Sphericity.of(even(2, .5), 9).chiSquare().number(),
                1e-12);
    }

    /** {@code psych::vss(R, n = 4, fm = "pc", rotate = "none", n.obs = 112)$map}. */
    @Test
    void averagePartialIsThatOfR() {
        List<Value> found = PartialAverage.of(Ability.correlation(), 4);
        double[] expected = {.116681167935852, .106490759672213, .234112901389280, .401861099753906};
        assertEquals(expected.length, found.size());
        for (int m = 0; m < expected.length; m++) {
            assertEquals(expected[m], found.get(m).number(), 1e-10);
        }
    }

    /** Nothing is left of copies. */
    @Test
    void averagePartialOfCopiesDoesNotExist() {
        List<Value> found = PartialAverage.of(even(2, 0), 1);
        assertEquals(Optional.of(Reason.SINGULAR_MATRIX), found.get(0).reason());
    }
}
