package tw.minsheng.statistics.optimise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/** Steps down surfaces whose bottoms are known. */
class DescentTest {

    private static SymmetricMatrix flat(double curvature) {
        return SymmetricMatrix.of(1, (i, j) -> curvature);
    }

    private static Optional<Place> place(double x, double value, double slope, double curvature) {
        return Optional.of(new Place(new double[] {x}, value, new double[] {slope}, flat(curvature)));
    }

    /** x² + xy + y² − 3x has its bottom at (2, −1), −3: one step by the curvature from anywhere. */
    @Test
    void aQuadraticTakesOneStep() {
        Surface bowl = at -> {
            double x = at[0];
            double y = at[1];
            return Optional.of(new Place(
                    at,
                    x * x + x * y + y * y - 3 * x,
                    new double[] {2 * x + y - 3, x + 2 * y},
                    SymmetricMatrix.of(2, (i, j) -> i == j ? 2 : 1)));
        };
        Descent.End end = Descent.of(bowl, new double[] {40, 7});
        assertEquals(1, end.steps());
        assertArrayEquals(new double[] {2, -1}, end.place().x(), 1e-12);
        assertEquals(-3, end.place().value(), 1e-12);
        assertTrue(end.isConverged());
        assertEquals(0, Descent.of(bowl, new double[] {2, -1}).steps());
    }

    /** Rosenbrock's valley, 100(y − x²)² + (1 − x)², from his own start. */
    @Test
    void aBentValleyIsFollowedToItsEnd() {
        Surface valley = at -> {
            double x = at[0];
            double off = at[1] - x * x;
            return Optional.of(new Place(
                    at,
                    100 * off * off + (1 - x) * (1 - x),
                    new double[] {-400 * x * off - 2 * (1 - x), 200 * off},
                    SymmetricMatrix.of(
                            2, (i, j) -> i + j == 0 ? 1200 * x * x - 400 * at[1] + 2 : i + j == 1 ? -400 * x : 200)));
        };
        Descent.End end = Descent.of(valley, new double[] {-1.2, 1});
        assertArrayEquals(new double[] {1, 1}, end.place().x(), 1e-12);
        assertTrue(end.isConverged());
        assertTrue(end.steps() < 30, end.steps() + " steps");
    }

    /** x − ln x: from 5 the full step is to −15, half of it to −5, and a quarter to 0; an eighth stays inside, at 2.5. */
    @Test
    void aStepOutOfTheDomainIsHalved() {
        List<Double> asked = new ArrayList<>();
        Surface inside = at -> {
            double x = at[0];
            asked.add(x);
            return x <= 0 ? Optional.empty() : place(x, x - StrictMath.log(x), 1 - 1 / x, 1 / (x * x));
        };
        Descent.End end = Descent.of(inside, new double[] {5});
        assertEquals(List.of(5.0, -15.0, -5.0), asked.subList(0, 3));
        assertEquals(0, asked.get(3), 1e-12);
        assertEquals(2.5, asked.get(4), 1e-12);
        assertEquals(1, end.place().x()[0], 1e-12);
        assertThrows(IllegalArgumentException.class, () -> Descent.of(inside, new double[] {-1}));
    }

    /** √(1 + x²): from 2 the full step goes to −8, where it is higher, half of it to −3, a quarter to −.5. */
    @Test
    void aStepThatLeadsUpIsHalved() {
        List<Double> asked = new ArrayList<>();
        Surface hyperbola = at -> {
            asked.add(at[0]);
            double root = StrictMath.sqrt(1 + at[0] * at[0]);
            return place(at[0], root, at[0] / root, 1 / (root * root * root));
        };
        Descent.End end = Descent.of(hyperbola, new double[] {2});
        assertEquals(2, asked.get(0));
        assertEquals(-8, asked.get(1), 1e-12);
        assertEquals(-3, asked.get(2), 1e-12);
        assertEquals(-.5, asked.get(3), 1e-12);
        assertEquals(0, end.place().x()[0], 1e-12);
    }

    /** Where the curvature is 0 or less, the step is the gradient itself: from x⁴/4 − x²/2 at .5 up by .375. */
    @Test
    void whereNothingIsCurvedUpTheGradientLeads() {
        List<Double> asked = new ArrayList<>();
        Surface twoValleys = at -> {
            double x = at[0];
            asked.add(x);
            return place(x, x * x * x * x / 4 - x * x / 2, x * x * x - x, 3 * x * x - 1);
        };
        Descent.End end = Descent.of(twoValleys, new double[] {.5});
        assertEquals(.875, asked.get(1), 1e-12);
        assertEquals(1, end.place().x()[0], 1e-12);
        Descent.End even = Descent.of(at -> place(at[0], at[0] * at[0] / 4, at[0] / 2, 0), new double[] {8});
        // each step leaves half of x/2, until that is 1e-12 or less
        assertEquals(42, even.steps());
        assertTrue(even.isConverged());
    }

    /** A slope without an end: 1,000 steps of 1e-3 each. */
    @Test
    void aSlopeWithoutAnEndIsGivenUp() {
        Descent.End end = Descent.of(at -> place(at[0], -at[0] / 1000, -.001, 1), new double[] {0});
        assertEquals(1_000, end.steps());
        assertEquals(1, end.place().x()[0], 1e-9);
        assertFalse(end.isConverged());
        Value refusal = end.refusal();
        assertEquals(Optional.of(Reason.NOT_CONVERGED), refusal.reason());
        assertEquals("1000", refusal.reasonArgs().get("iterations"));
        assertEquals("0.001", refusal.reasonArgs().get("error"));
    }

    /** |x| with the slope of one side says that it goes down where it goes up: 40 halves are tried, and no more. */
    @Test
    void aWrongSlopeEndsTheSearch() {
        List<Double> asked = new ArrayList<>();
        Descent.End end = Descent.of(
                at -> {
                    asked.add(at[0]);
                    return place(at[0], at[0], -1, 1);
                },
                new double[] {0});
        assertEquals(41, asked.size());
        assertEquals(StrictMath.pow(2, -39), asked.get(40));
        assertEquals(0, end.steps());
        assertEquals(0, end.place().x()[0]);
        assertFalse(end.isConverged());
    }

    /** Down to 1e-7 of slope counts as the bottom; values that differ by 1e-12 at most do not decide. */
    @Test
    void theLimitsAreAsTheyAreSaid() {
        assertTrue(new Descent.End(place(0, 0, -1e-7, 1).orElseThrow(), 3).isConverged());
        assertFalse(new Descent.End(place(0, 0, 1.0000001e-7, 1).orElseThrow(), 3).isConverged());
        // on a plateau of exactly 1e-12 above, the lesser slope is taken; a plateau higher up is not
        assertEquals(
                1,
                Descent.of(at -> place(at[0], at[0] > 0 ? 0 : 1e-12, at[0] > 0 ? 0 : -1, 1), new double[] {0})
                        .steps());
        assertEquals(
                1,
                Descent.of(at -> place(at[0], at[0] > 0 ? 1e-12 : 0, at[0] > 0 ? 0 : -1, 1), new double[] {0})
                        .steps());
        assertEquals(
                0,
                Descent.of(at -> place(at[0], at[0] > 0 ? 2e-12 : 0, at[0] > 0 ? 0 : -1, 1), new double[] {0})
                        .steps());
        assertEquals(
                0, Descent.of(at -> place(at[0], 0, -1, 1), new double[] {0}).steps());
        // a slope of 1e-12 needs no step, one of 2e-12 does
        assertEquals(
                0,
                Descent.of(at -> place(at[0], -at[0], at[0] > 0 ? 0 : -1e-12, 1), new double[] {0})
                        .steps());
        assertEquals(
                1,
                Descent.of(at -> place(at[0], -at[0], at[0] > 0 ? 0 : -2e-12, 1), new double[] {0})
                        .steps());
    }

    @Test
    void aPlaceStaysAsItIs() {
        double[] x = {1};
        double[] gradient = {-2};
        Place place = new Place(x, 3, gradient, flat(4));
        x[0] = 9;
        gradient[0] = 9;
        place.x()[0] = 9;
        place.gradient()[0] = 9;
        assertArrayEquals(new double[] {1}, place.x());
        assertArrayEquals(new double[] {-2}, place.gradient());
        assertEquals(2, place.slope());
        assertEquals(4, place.curvature().at(0, 0));
    }
}
