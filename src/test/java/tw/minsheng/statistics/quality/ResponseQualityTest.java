package tw.minsheng.statistics.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.Reason;

class ResponseQualityTest {

    @Test
    void anAnswerThatIsNoNumberIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> ResponseQuality.of(new double[] {1, Double.NaN}));
    }

    @Test
    void fourEqualAnswersSayNothing() {
        ResponseQuality four = ResponseQuality.of(new double[] {3, 3, 3, 3, Missing.ANSWER});
        assertEquals(Optional.of(Reason.TOO_FEW_ITEMS), four.samePercent().reason());
        assertFalse(four.isStraightLine());
        assertEquals(0, ResponseQuality.of(new double[0]).longestRun());
    }

    @Test
    void fiveEqualAnswersAreAStraightLineAcrossAMissingOne() {
        ResponseQuality five = ResponseQuality.of(new double[] {2, 2, Missing.ANSWER, 2, 2, 2});
        assertTrue(five.isStraightLine());
        assertEquals(5, five.longestRun());
        assertEquals(100, five.samePercent().number());
    }

    @Test
    void runAndShareAreTwoThings() {
        ResponseQuality mixed = ResponseQuality.of(new double[] {1, 1, 5, 1, 1, 1, 2, 2});
        assertEquals(3, mixed.longestRun());
        assertEquals(62.5, mixed.samePercent().number());
    }
}
