package tw.minsheng.statistics.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Reason;

/** Of 100 people 92 answers are needed for an error of 3 points (1,067.07 / (1 + 1,066.07 / 100), rounded up). */
class ReachTest {

    private static final double Z = 1.959963984540054;

    private static Optional<Reach> of(double people, double deff, double rate) {
        return Reach.ofEverybody(new SampleSize.Plan(.03, .95, .5, Population.of(people), deff, rate));
    }

    @Test
    void whereThereAreEnoughNobodyNeedsToBeToldOfTheLimit() {
        assertTrue(of(100, 1, .92).isEmpty(), "just enough");
        assertTrue(of(100, 1, 1).isEmpty());
        assertTrue(Reach.ofEverybody(new SampleSize.Plan(.03, .95, .5, Population.unlimited(), 1, .01))
                .isEmpty());
        assertTrue(of(100, 1, .91).isPresent());
    }

    @Test
    void everybodyAskedGivesThisMuch() {
        Reach reach = of(100, 1, .35).orElseThrow();
        assertEquals(100, reach.people());
        assertEquals(35, reach.answers());
        assertEquals(.92, reach.rate(), 1e-12);
        double margin = Z * StrictMath.sqrt(.25 / 35 * (100 - 35) / 99);
        assertEquals(margin, reach.margin().number(), 1e-12);
        assertEquals(margin, reach.bearable(), 1e-12);
    }

    /** 35 answers of an effect of 2 are as good as 17.5. */
    @Test
    void theDesignEffectTakesItsPart() {
        Reach reach = of(100, 2, .35).orElseThrow();
        assertEquals(
                Z * StrictMath.sqrt(.25 / 35 * 2 * (100 - 35) / 99),
                reach.margin().number(),
                1e-12);
        assertEquals(Z * StrictMath.sqrt(.25 / 17.5 * (100 - 17.5) / 99), reach.bearable(), 1e-12);
        assertEquals(1, reach.rate(), 1e-12, "everybody would have to answer");
        SampleSize wished = SampleSize.of(new SampleSize.Plan(reach.bearable(), .95, .5, Population.of(100), 2, .35));
        assertEquals(35, wished.nDeffAfterFpcInt(), "that error can be asked for");
    }

    @Test
    void nobodyAnswersAtATinyRate() {
        Reach reach = of(100, 1, .009).orElseThrow();
        assertEquals(0, reach.answers());
        assertEquals(Optional.of(Reason.NO_DATA), reach.margin().reason());
        assertEquals(1, reach.bearable());
    }

    @Test
    void answersAreWhole() {
        assertEquals(7, Reach.answersOf(70, .1), "70 × .1 is not 6.99…");
        assertEquals(3, Reach.answersOf(9, .4));
        assertEquals(0, Reach.answersOf(0, .4));
    }
}
