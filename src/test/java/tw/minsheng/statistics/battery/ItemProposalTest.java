package tw.minsheng.statistics.battery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static tw.minsheng.statistics.battery.Sets.assertRefused;
import static tw.minsheng.statistics.battery.Sets.listwise;
import static tw.minsheng.statistics.battery.Sets.part;
import static tw.minsheng.statistics.battery.Sets.total;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;

/** What item analysis proposes (IA4), and the rules that decided. */
class ItemProposalTest {

    private static final double ALPHA = .8811;

    /** So many people with a mood, who answer the third item all the same and the fourth not at all. */
    private static List<Block> people(int n) {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double mood = 1 + i % 5;
            rows.add(new double[] {mood, StrictMath.min(5, mood + i / 5 % 2), 3, Missing.ANSWER});
        }
        return listwise(Sets.of(rows.toArray(double[][]::new)));
    }

    private static Map<String, Boolean> rules(double without, double alpha, double loading) {
        return Thresholds.usual()
                .judge(
                        Value.of(5),
                        Value.of(.001),
                        Value.of(.35),
                        Value.of(without),
                        Value.of(alpha),
                        Value.of(loading),
                        Value.of(loading * loading));
    }

    private static String decided(double without, double alpha, double loading) {
        return Thresholds.usual().decide(rules(without, alpha, loading));
    }

    /** By section 6: 決斷值, p, 題總相關, α if deleted, loading, communality. */
    @Test
    void proposalSaysWhichRulesHoldAndBreak() {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            double person = 1 + i % 5;
            double near = StrictMath.min(5, person + i / 5 % 2);
            int dozen = i / 12;
            rows.add(new double[] {person, near, StrictMath.max(1, person - i / 10 % 2), 1 + dozen});
        }
        List<Block> blocks = listwise(Sets.of(rows.toArray(double[][]::new)));
        Statistic decision = total(blocks, "item_analysis", "decision");
        assertEquals(new Shape.Text("keep"), part(decision, "Q1"));
        assertEquals(new Shape.Text("delete"), part(decision, "Q4"));
        Map<String, Shape> rules = ((Shape.Named) part(total(blocks, "item_analysis", "decision_rules"), "Q4")).parts();
        assertEquals(
                List.of(
                        "critical_ratio",
                        "critical_ratio_p",
                        "item_total_corrected",
                        "alpha_if_deleted",
                        "loading",
                        "communality"),
                List.copyOf(rules.keySet()));
        assertEquals(new Shape.Truth(false), rules.get("item_total_corrected"));
        assertEquals(new Shape.Truth(false), rules.get("alpha_if_deleted"));
    }

    @Test
    void aRiseOfAlphaWithinRoundingIsNone() {
        assertEquals("keep", decided(ALPHA + .0003, ALPHA, .7));
        assertEquals("keep", decided(ALPHA + .0009, ALPHA, .7));
        assertEquals("delete", decided(ALPHA + .0011, ALPHA, .7));
    }

    /** The other rules are named, but nothing is deleted for them while α does not rise. */
    @Test
    void anItemThatAlphaNeedsIsKept() {
        Map<String, Boolean> rules = rules(ALPHA - .004, ALPHA, .40);
        assertEquals(false, rules.get("loading"));
        assertEquals("keep", Thresholds.usual().decide(rules));
        assertEquals("delete", decided(ALPHA + .02, ALPHA, .40));
    }

    /** Of two items none can be left out: the other rules decide. */
    @Test
    void withoutAlphaIfDeletedTheOtherRulesDecide() {
        Value none = Value.undefined(Reason.TOO_FEW_ITEMS);
        Map<String, Boolean> rules = Thresholds.usual()
                .judge(Value.of(2), Value.of(.2), Value.of(.1), none, Value.of(.2), Value.of(.8), Value.of(.64));
        assertEquals("delete", Thresholds.usual().decide(rules));
    }

    @Test
    void negativeAlphaAsksForReverseItemsAndDeletesNothing() {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            rows.add(new double[] {1 + i % 5, 5 - i % 5, 1 + i / 5 % 5});
        }
        List<Block> blocks = listwise(Sets.of(rows.toArray(double[][]::new)));
        for (String item : List.of("Q1", "Q2", "Q3")) {
            assertEquals(new Shape.Text("revise"), part(total(blocks, "item_analysis", "decision"), item));
            assertEquals(
                    new Shape.Named(Map.of("alpha_not_negative", new Shape.Truth(false))),
                    part(total(blocks, "item_analysis", "decision_rules"), item));
        }
    }

    /** What one item gains the other loses: the total does not vary, and α does not exist. */
    @Test
    void itemsThatCancelOutAreNotDeletedEither() {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            rows.add(new double[] {1 + i % 5, 5 - i % 5});
        }
        List<Block> blocks = listwise(Sets.of(rows.toArray(double[][]::new)));
        assertRefused(Reason.ZERO_DENOMINATOR, total(blocks, "reliability", "alpha_raw"));
        assertEquals(new Shape.Text("revise"), part(total(blocks, "item_analysis", "decision"), "Q1"));
    }

    @Test
    void anItemThatDoesNotVaryIsDeletedForThatRule() {
        List<Block> blocks = people(40);
        assertEquals(new Shape.Text("delete"), part(total(blocks, "item_analysis", "decision"), "Q3"));
        assertEquals(
                new Shape.Named(Map.of("varies", new Shape.Truth(false))),
                part(total(blocks, "item_analysis", "decision_rules"), "Q3"));
    }

    @Test
    void anItemThatNobodyAnsweredIsNotJudged() {
        List<Block> blocks = people(40);
        assertRefused(Reason.ITEM_ALL_MISSING, part(total(blocks, "item_analysis", "decision"), "Q4"));
        assertRefused(Reason.ITEM_ALL_MISSING, part(total(blocks, "item_analysis", "decision_rules"), "Q4"));
    }

    @Test
    void nothingIsProposedOnFewerThanThirtyAnswers() {
        List<Block> blocks = people(29);
        assertRefused(Reason.N_TOO_SMALL, total(blocks, "item_analysis", "decision"));
        assertRefused(Reason.N_TOO_SMALL, total(blocks, "item_analysis", "decision_rules"));
        assertEquals(new Shape.Text("keep"), part(total(people(30), "item_analysis", "decision"), "Q1"));
    }
}
