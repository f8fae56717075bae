package tw.minsheng.report.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SamplePlanTest {

    private static Wish wish(OptionalLong population, double deff, double rate, List<Wish.Layer> layers) {
        return new Wish(.03, .95, .5, population, deff, rate, 4, 25, layers, Wish.Sharing.PROPORTIONAL, 0);
    }

    private static SamplePlan plan(Wish wish) {
        return SamplePlan.of(wish).orElseThrow();
    }

    /** The example of the field: 48,210 people, three points, 35 of 100 answer. */
    @Test
    void theExampleOfTheCounterSurvey() {
        SamplePlan plan = plan(wish(OptionalLong.of(48_210), 1, .35, List.of()));
        assertEquals(1044, plan.answers());
        assertEquals(2983, plan.contacts());
        assertEquals(2983 * 25.0, plan.cost());
        assertFalse(plan.wholeFrame());
        assertEquals(261, plan.group().answers());
        // qnorm(.975)*sqrt(.25/261)*sqrt((48210-261)/48209)
        assertEquals(.0604954, plan.group().margin().orElseThrow(), 1e-6);
    }

    @Test
    void theCurveFallsAndMeetsTheWish() {
        SamplePlan plan = plan(wish(OptionalLong.empty(), 1.3, 1, List.of()));
        assertEquals(1388, plan.answers()); // 1.3 * 1067.07 = 1387.19
        double last = 1;
        for (SamplePlan.Point point : plan.curve()) {
            double margin = point.margin().orElseThrow();
            assertTrue(margin < last);
            assertEquals(point.answers() >= 1388, margin <= .03);
            last = margin;
        }
        assertEquals(2 * 1388, plan.curve().get(plan.curve().size() - 1).answers());
    }

    @Test
    void whatOnlyAThirdDoes() {
        SamplePlan plan = plan(wish(OptionalLong.of(48_210), 1, .5, List.of()));
        SamplePlan.Rate third = plan.rates().stream()
                .filter(rate -> rate.rate() > .3 && rate.rate() < .4)
                .findFirst()
                .orElseThrow();
        assertEquals(3 * 1044, third.contacts());
        assertEquals(2088 / 3, third.answers());
        assertEquals(.0368768, third.margin().orElseThrow(), 1e-6);
        assertEquals(5, plan.rates().size());
    }

    @Test
    void aSmallFrameIsAskedWhole() {
        SamplePlan plan = plan(wish(OptionalLong.of(120), 1.5, .3, List.of()));
        assertEquals(120, plan.answers());
        assertEquals(120, plan.contacts());
        assertTrue(plan.wholeFrame());
        assertEquals(
                OptionalDouble.empty(),
                plan.curve().get(plan.curve().size() - 1).margin());
    }

    /** By hand: n = 92 of 100 people; 35 % of them answer, qnorm(.975)*sqrt(.25/35)*sqrt(65/99) = .134222. */
    @Test
    void noPlanAsksMorePeopleThanThereAre() {
        SamplePlan plan = plan(wish(OptionalLong.of(100), 1, .35, List.of()));
        SamplePlan.Everybody everybody = plan.everybody().orElseThrow();
        assertEquals(100, everybody.people());
        assertEquals(35, everybody.answers());
        assertEquals(.1342218, everybody.margin().orElseThrow(), 1e-6);
        assertEquals(.92, everybody.rate(), 1e-12);
        assertEquals(8, plan.group().answers(), "groups share what can be reached");
        for (SamplePlan.Rate rate : plan.rates()) {
            assertTrue(rate.contacts() <= 100 && rate.answers() <= 100, rate::toString);
            assertTrue(rate.most().orElse(0) < plan.answers(), rate::toString);
        }
        assertEquals(10, plan.rates().get(0).most().orElseThrow());
        assertTrue(plan(wish(OptionalLong.of(48_210), 1, .35, List.of()))
                .everybody()
                .isEmpty());
    }

    /** What is said to be bearable can be planned with, also where the design effect comes after the population. */
    @Test
    void whatIsBearableCanBeReached() {
        for (double deff : new double[] {1, 1.5, 3}) {
            SamplePlan plan = plan(wish(OptionalLong.of(100), deff, .35, List.of()));
            double bearable = plan.everybody().orElseThrow().bearable().orElseThrow() + 1e-9;
            Wish other = new Wish(
                    bearable, .95, .5, OptionalLong.of(100), deff, .35, 4, 25, List.of(), Wish.Sharing.PROPORTIONAL, 0);
            assertTrue(plan(other).everybody().isEmpty(), () -> "deff " + deff);
            assertEquals(35, plan(other).answers(), () -> "deff " + deff);
        }
    }

    /** 123 answers are wished of each stratum; 35 of the 100 people of the smallest answer. */
    @Test
    void aStratumThatIsTooSmallGivesWhatItHas() {
        List<Wish.Layer> layers =
                List.of(new Wish.Layer("a", 9000), new Wish.Layer("b", 900), new Wish.Layer("c", 100));
        SamplePlan plan =
                plan(new Wish(.05, .95, .5, OptionalLong.empty(), 1, .35, 1, 0, layers, Wish.Sharing.EQUAL, 0));
        assertTrue(plan.everybody().isEmpty());
        SamplePlan.Share small = plan.layers().get(2);
        assertTrue(small.isShort());
        assertEquals(100, small.answers());
        assertEquals(100, small.contacts());
        assertEquals(35, small.reached());
        assertEquals(.1342218, small.margin().orElseThrow(), 1e-6);
        assertFalse(plan.layers().get(0).isShort());
        assertEquals(386 + 386 + 100, plan.contacts());
        assertEquals(135 + 135 + 35, plan.reached());
    }

    @Test
    void strataShareInProportion() {
        List<Wish.Layer> layers = List.of(
                new Wish.Layer("building", 21_480), new Wish.Layer("road", 15_330), new Wish.Layer("other", 11_400));
        SamplePlan plan = plan(wish(OptionalLong.empty(), 1, .35, layers));
        assertEquals(1044, plan.answers());
        assertEquals(
                List.of(465L, 332L, 247L),
                plan.layers().stream().map(SamplePlan.Share::answers).toList());
        assertEquals(1, plan.sharingDeff().orElseThrow(), 1e-5);
        assertEquals(1329 + 949 + 706, plan.contacts(), "the sum of what each stratum is asked");
    }

    @Test
    void equalSharesAndMinimumsCostPrecision() {
        List<Wish.Layer> layers =
                List.of(new Wish.Layer("a", 9000), new Wish.Layer("b", 900), new Wish.Layer("c", 100));
        Wish equal = new Wish(.05, .95, .5, OptionalLong.empty(), 1, 1, 1, 0, layers, Wish.Sharing.EQUAL, 0);
        SamplePlan plan = plan(equal);
        assertEquals(370, plan.answers());
        assertEquals(
                List.of(135L, 135L, 100L),
                plan.layers().stream().map(SamplePlan.Share::answers).toList());
        assertTrue(plan.layers().get(2).whole());
        assertEquals(OptionalDouble.empty(), plan.layers().get(2).margin());
        // 370 * (9000^2/135 + 900^2/135 + 100^2/100) / 10000^2
        assertEquals(2.24257, plan.sharingDeff().orElseThrow(), 1e-5);
        Wish least = new Wish(.05, .95, .5, OptionalLong.empty(), 1, 1, 1, 0, layers, Wish.Sharing.PROPORTIONAL, 30);
        assertEquals(
                List.of(309L, 31L, 30L),
                plan(least).layers().stream().map(SamplePlan.Share::answers).toList());
        // all 100 of the small stratum, and what is left for the others
        Wish much = new Wish(.05, .95, .5, OptionalLong.empty(), 1, 1, 1, 0, layers, Wish.Sharing.PROPORTIONAL, 135);
        assertEquals(370, SamplePlan.leastOfAll(much));
        assertEquals(
                List.of(135L, 135L, 100L),
                plan(much).layers().stream().map(SamplePlan.Share::answers).toList());
        Wish more = new Wish(.05, .95, .5, OptionalLong.empty(), 1, 1, 1, 0, layers, Wish.Sharing.PROPORTIONAL, 300);
        assertEquals(
                370,
                plan(more).layers().stream()
                        .mapToLong(SamplePlan.Share::answers)
                        .sum());
    }

    /** power.prop.test(n = 683, p1 = .8, p2 = .8 - d)$power is .8 for d = .0639347. */
    @Test
    void whatTwoWavesCanTell() {
        Wish wish = new Wish(.03, .95, .8, OptionalLong.empty(), 1, 1, 1, 0, List.of(), Wish.Sharing.PROPORTIONAL, 0);
        SamplePlan plan = plan(wish);
        double change = plan.change().orElseThrow();
        assertEquals(683, plan.answers());
        assertEquals(.06393474, change, 2e-6);
        Wish doubled =
                new Wish(.03, .95, .8, OptionalLong.empty(), 2, 1, 1, 0, List.of(), Wish.Sharing.PROPORTIONAL, 0);
        assertEquals(change, plan(doubled).change().orElseThrow(), 1e-3, "twice the answers pay for the design effect");
    }

    @Test
    void whatNobodyCanCountIsNoPlan() {
        Wish wish = new Wish(1e-9, .95, .5, OptionalLong.empty(), 1, 1, 1, 0, List.of(), Wish.Sharing.PROPORTIONAL, 0);
        assertTrue(SamplePlan.of(wish).isEmpty());
    }
}
