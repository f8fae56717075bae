package tw.minsheng.petition.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GramCountsTest {

    private static long key(int row) {
        return GramCounts.key("" + (char) (0x4e00 + row) + (char) 0x4e00, 0, 2);
    }

    private static void add(GramCounts counts, int from, int to) {
        for (int row = from; row < to; row++) {
            counts.add(key(row));
        }
    }

    @Test
    void fullOfRowsCountedTwiceThereIsNoRoom() {
        GramCounts counts = new GramCounts(100);
        add(counts, 0, 80);
        add(counts, 0, 80);
        assertTrue(counts.hasRoom());
        add(counts, 80, 100);
        assertFalse(counts.hasRoom(), "80 of 100 stay");
        assertFalse(counts.hasRoom());
        assertEquals(2, counts.at(key(79)));
        assertEquals(0, counts.at(key(80)));
    }

    @Test
    void rowsCountedOnceMakeRoom() {
        GramCounts counts = new GramCounts(100);
        add(counts, 0, 100);
        add(counts, 0, 10);
        assertTrue(counts.hasRoom());
        Map<String, Integer> left = new TreeMap<>();
        counts.each(1, left::put);
        assertEquals(10, left.size());
    }

    /** Counts 1, 2, 3 and 4 of ten rows each. */
    @Test
    void theMostFrequentRowsAreFoundByTheirLeastCount() {
        GramCounts counts = new GramCounts(100);
        for (int from = 0; from < 40; from += 10) {
            add(counts, from, 40);
        }
        assertEquals(1, counts.least(1, 40));
        assertEquals(2, counts.least(1, 39));
        assertEquals(4, counts.least(1, 10));
        assertEquals(5, counts.least(1, 9), "none");
        assertEquals(3, counts.least(3, 40));
    }
}
