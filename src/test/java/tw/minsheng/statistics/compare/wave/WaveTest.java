package tw.minsheng.statistics.compare.wave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Reason;

/** The numbers of leads are R's; the others follow by hand. */
class WaveTest {

    @Test
    void aLeadHasAMarginOfItsOwn() {
        NormalTest lead = Lead.of(.50, .48, 824, 1.37, .95);
        assertEquals(.0403572036134213, lead.se(), 1e-14);
        assertEquals(.0790986655990555, lead.margin().number(), 1e-13);
        assertEquals(.620194665146567, lead.p().number(), 1e-12);
        assertEquals(
                Optional.of(Reason.NO_VARIATION), Lead.of(1, 0, 50, 1, .95).z().reason());
        assertThrows(IllegalArgumentException.class, () -> Lead.of(.7, .4, 10, 1, .95));
    }

    @Test
    void aScoreIsAMeanOfThreeValues() {
        PromoterScore half = PromoterScore.of(2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2);
        assertEquals(0, half.nps().number());
        assertEquals(50, half.se().number(), 1e-12);
        assertEquals(97.9981992270027, half.interval(.95).upper().number(), 1e-10);
        PromoterScore all = PromoterScore.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 20);
        assertEquals(100, all.nps().number());
        assertFalse(all.interval(.95).isKnown());
        NormalTest change = all.minus(half, .95);
        assertEquals(100, change.estimate(), 1e-12);
        assertEquals(2, change.z().number(), 1e-12);
        assertEquals(
                Optional.of(Reason.NO_DATA),
                PromoterScore.of(new long[11]).nps().reason());
        assertThrows(IllegalArgumentException.class, () -> PromoterScore.of(1, 2));
    }

    @Test
    void aProportionChanges() {
        ProportionChange change = ProportionChange.of(20, 100, 30, 100, .95);
        assertEquals(.1, change.difference(), 1e-15);
        assertEquals(.1 / Math.sqrt(.25 * .75 / 50), change.pooled().z().number(), 1e-12);
        assertEquals(.1 / Math.sqrt((.16 + .21) / 100), change.unpooled().z().number(), 1e-12);
        assertEquals(30.0 * 80 / (20 * 70), change.oddsRatio().number(), 1e-12);
        assertEquals(1.5, change.riskRatio().number(), 1e-12);
        ProportionChange none = ProportionChange.of(0, 10, 0, 10, .95);
        assertEquals(Optional.of(Reason.NO_VARIATION), none.pooled().p().reason());
        assertEquals(Optional.of(Reason.ZERO_DENOMINATOR), none.riskRatio().reason());
        assertEquals(none.newcombe().upper().number(), -none.newcombe().lower().number(), 1e-15);
        assertThrows(IllegalArgumentException.class, () -> ProportionChange.of(11, 10, 0, 10, .95));
    }
}
