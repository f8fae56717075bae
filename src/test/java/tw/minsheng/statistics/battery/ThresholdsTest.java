package tw.minsheng.statistics.battery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;

/** The limits of the rules of item analysis, and what follows from them. */
class ThresholdsTest {

    private static final Thresholds USUAL = Thresholds.usual();
    private static final List<String> RULES = List.of(
            "critical_ratio", "critical_ratio_p", "item_total_corrected", "alpha_if_deleted", "loading", "communality");

    /** 決斷值, p, 題總相關, α without the item, α, loading, communality. */
    private static Map<String, Boolean> judged(double... numbers) {
        Value[] values = new Value[7];
        for (int i = 0; i < 7; i++) {
            values[i] = Value.of(numbers[i]);
        }
        return USUAL.judge(values[0], values[1], values[2], values[3], values[4], values[5], values[6]);
    }

    private static Map<String, Boolean> all(boolean holds) {
        Map<String, Boolean> rules = new LinkedHashMap<>();
        RULES.forEach(rule -> rules.put(rule, holds));
        return rules;
    }

    @Test
    void rulesHoldOnTheirLimits() {
        assertEquals(all(true), judged(3.5, .0499, .30, .8, .8, .45, .20));
        assertEquals(
                RULES, List.copyOf(judged(3.5, .0499, .30, .8, .8, .45, .20).keySet()));
        assertEquals(false, judged(-3.5, .04, .3, .8, .8, .5, .3).get("critical_ratio"), "low above high");
        assertEquals(all(false), judged(3.4999, .05, .2999, .801, .8, .4499, .1999));
        assertEquals(true, judged(4, .04, .3, .8009, .8, .5, .3).get("alpha_if_deleted"));
        assertEquals(true, judged(4, .04, .3, -.5, 0, .5, .3).get("alpha_if_deleted"));
    }

    @Test
    void negativeAlphaLeavesOneRule() {
        assertEquals(Map.of("alpha_not_negative", false), judged(3.5, .04, .3, .8, -.01, .5, .3));
        assertEquals("revise", USUAL.decide(judged(3.5, .04, .3, .8, -.01, .5, .3)));
    }

    /** Most likely a reverse item that is not marked: to be looked at, not thrown away. */
    @Test
    void anItemAgainstTheOthersIsRevised() {
        assertEquals(Map.of("item_not_negative", false), judged(-4.9, .001, -.2, .8, .5, -.6, .4));
        assertEquals("revise", USUAL.decide(judged(-4.9, .001, -.2, .8, .5, -.6, .4)));
        assertEquals(RULES, List.copyOf(judged(4, .001, 0, .8, .5, .6, .4).keySet()));
    }

    @Test
    void whatIsNotKnownIsNotJudged() {
        Value none = Value.undefined(Reason.NO_DATA);
        assertEquals(Map.of(), USUAL.judge(none, none, none, none, none, none, none));
        assertEquals(Map.of("loading", true), USUAL.judge(none, none, none, Value.of(.5), none, Value.of(.6), none));
    }

    @Test
    void anItemIsDeletedWhereAlphaRises() {
        assertEquals("keep", USUAL.decide(all(true)));
        assertEquals("delete", USUAL.decide(all(false)));
        Map<String, Boolean> needed = all(false);
        needed.put("alpha_if_deleted", true);
        assertEquals("keep", USUAL.decide(needed));
        Map<String, Boolean> without = all(true);
        without.remove("alpha_if_deleted");
        assertEquals("keep", USUAL.decide(without));
        without.put("loading", false);
        assertEquals("delete", USUAL.decide(without));
        assertEquals("keep", new Thresholds(3, .05, .3, .45, .2, 2).decide(without));
        without.put("communality", false);
        assertEquals("delete", new Thresholds(3, .05, .3, .45, .2, 2).decide(without));
        assertThrows(IllegalArgumentException.class, () -> new Thresholds(3, .05, .3, .45, .2, 0));
    }
}
