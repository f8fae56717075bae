package tw.minsheng.invite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StratumMergeTest {

    @Test
    void tooFewInAllHaveNoName() {
        assertEquals(Map.of(), StratumMerge.names(Map.of("a", 2L, "b", 2L), 5));
        assertEquals(Map.of(), StratumMerge.names(Map.of(), 5));
    }

    @Test
    void smallOnesGoOnWithTheirNeighbours() {
        assertEquals(
                Map.of("a", "a+b", "b", "a+b", "c", "c+d", "d", "c+d"),
                StratumMerge.names(Map.of("a", 2L, "b", 4L, "c", 5L, "d", 1L), 5));
        assertEquals(Map.of("a", "a", "b", "b"), StratumMerge.names(Map.of("a", 5L, "b", 9L), 5));
    }
}
