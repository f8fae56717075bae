package tw.minsheng.statistics.compare.pairwise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.compare.Group;

/** z of two columns by hand: .3/√(.65·.35·.02) = 4.447. */
class ColumnLettersTest {

    @Test
    void theHigherColumnBearsTheLetterOfTheLower() {
        ColumnLetters found = ColumnLetters.ofShares(new long[] {80, 50, 78}, new long[] {100, 100, 100}, .05);
        assertEquals("B", found.letters(0));
        assertEquals("", found.letters(1));
        assertEquals("B", found.letters(2));
        Pair first = found.pairs().get(0);
        assertEquals(-.3, first.difference().number(), 1e-14);
        assertEquals(-.3 / StrictMath.sqrt(.65 * .35 * .02), first.statistic().number(), 1e-12);
        assertEquals(3 * first.p().number(), found.corrected().get(0).number(), 1e-16);
    }

    @Test
    void columnsWithoutATestTakeNoPart() {
        ColumnLetters found = ColumnLetters.ofShares(new long[] {0, 0, 30, 0}, new long[] {40, 40, 40, 0}, .05);
        assertEquals(Optional.of(Reason.NO_VARIATION), found.pairs().get(0).p().reason());
        assertEquals(Optional.of(Reason.NO_DATA), found.corrected().get(5).reason());
        assertEquals("A B", found.letters(2));
        assertEquals(
                2 * found.pairs().get(1).p().number(), found.corrected().get(1).number(), 1e-30);
    }

    @Test
    void meansByTukey() {
        List<Group> groups = List.of(new Group(30, 3, 1), new Group(30, 4, 1), new Group(30, 3.1, 1));
        ColumnLetters found = ColumnLetters.ofMeans(groups, .05);
        assertEquals("A C", found.letters(1));
        assertEquals("", found.letters(0));
        assertEquals(found.pairs().get(0).p(), found.corrected().get(0));
    }

    @Test
    void lettersGoOn() {
        assertEquals("A", ColumnLetters.letter(0));
        assertEquals("Z", ColumnLetters.letter(25));
        assertEquals("AA", ColumnLetters.letter(26));
        assertEquals("BA", ColumnLetters.letter(52));
    }
}
