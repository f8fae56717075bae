package tw.minsheng.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.distribution.SplitMix64;

class SmallTableTest {

    private static String picture(long[][] counts) {
        SmallTable table = SmallTable.of(5, counts, 0);
        StringBuilder picture = new StringBuilder();
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts[i].length; j++) {
                picture.append(table.isHidden(i, j) ? 'x' : '.');
            }
            picture.append('\n');
        }
        return picture.toString();
    }

    @Test
    void nothingSmallNothingHidden() {
        assertEquals("...\n...\n", picture(new long[][] {{5, 9, 0}, {7, 5, 6}}));
    }

    /** One small cell: another of its row, another of its column, and the corner that both would give away. */
    @Test
    void aSmallCellHidesTheNextOfItsLines() {
        assertEquals("xx.\nxx.\n...\n", picture(new long[][] {{3, 9, 20}, {10, 11, 30}, {40, 50, 60}}));
    }

    @Test
    void hiddenCellsTogetherAreEnoughPeople() {
        assertEquals("xxx\nxxx\n", picture(new long[][] {{1, 1, 9}, {8, 20, 30}}));
    }

    @Test
    void emptyCellsStay() {
        assertEquals("x.x\nx.x\n", picture(new long[][] {{2, 0, 9}, {6, 0, 7}}));
        assertEquals("", picture(new long[0][]));
    }

    /** The sum of the first two is printed: 3 of them hides the 20 beside it, not the 9 on the other side. */
    @Test
    void partsWithASumOfTheirOwnHideWithinThemselves() {
        long[][] counts = {{3, 20, 9, 30}, {8, 25, 9, 30}};
        SmallTable table = SmallTable.of(5, counts, 2);
        for (int row = 0; row < 2; row++) {
            assertTrue(table.isHidden(row, 0) && table.isHidden(row, 1));
            assertFalse(table.isHidden(row, 2) || table.isHidden(row, 3));
        }
    }

    /** In every line there are no hidden cells, or two and five people; or nothing is left to hide. */
    @Test
    void noLineGivesAHiddenCellAway() {
        SplitMix64 random = new SplitMix64(1);
        for (int round = 0; round < 500; round++) {
            long[][] counts = new long[2 + (int) (random.nextUniform() * 5)][2 + (int) (random.nextUniform() * 5)];
            for (long[] row : counts) {
                for (int j = 0; j < row.length; j++) {
                    row[j] = (long) (random.nextUniform() * random.nextUniform() * 40);
                }
            }
            SmallTable table = SmallTable.of(5, counts, 0);
            for (int i = 0; i < counts.length; i++) {
                int hidden = 0;
                long people = 0;
                boolean shown = false;
                for (int j = 0; j < counts[i].length; j++) {
                    boolean isHidden = table.isHidden(i, j);
                    assertTrue(isHidden || counts[i][j] == 0 || counts[i][j] >= 5);
                    assertFalse(isHidden && counts[i][j] == 0);
                    hidden += isHidden ? 1 : 0;
                    people += isHidden ? counts[i][j] : 0;
                    shown |= !isHidden && counts[i][j] > 0;
                }
                assertTrue(hidden == 0 || !shown || (hidden > 1 && people >= 5));
            }
        }
    }
}
