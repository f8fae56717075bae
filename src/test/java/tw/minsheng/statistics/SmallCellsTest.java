package tw.minsheng.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Small groups are hidden so that no sum gives them back. */
class SmallCellsTest {

    private static final long LEAST = 5;

    private static Set<Integer> hidden(long... counts) {
        return SmallCells.hidden(LEAST, longs(counts));
    }

    private static List<Long> longs(long... counts) {
        return IntStream.range(0, counts.length)
                .mapToObj(place -> counts[place])
                .toList();
    }

    @Test
    void listsOfDifferentGroupsAreRefused() {
        List<List<Long>> views = List.of(longs(1, 2), longs(1));
        assertThrows(IllegalArgumentException.class, () -> SmallCells.hiddenInAll(LEAST, views));
    }

    @Test
    void negativeCountIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> hidden(7, -1));
    }

    @Test
    void nothingSmallHidesNothing() {
        assertEquals(Set.of(), hidden());
        assertEquals(Set.of(), hidden(5, 6, 0, 700));
    }

    @Test
    void oneSmallGroupTakesTheNextSmallestWithIt() {
        assertEquals(Set.of(1, 2), hidden(90, 3, 20, 40));
    }

    @Test
    void smallGroupsThatAreTogetherStillFewTakeAnotherWithThem() {
        assertEquals(Set.of(0, 1, 3), hidden(1, 2, 80, 30));
    }

    @Test
    void severalSmallGroupsThatAreEnoughTogetherTakeNoneWithThem() {
        assertEquals(Set.of(0, 2), hidden(4, 80, 1));
    }

    @Test
    void knowingTheRuleDoesNotGiveTheSmallOneAway() {
        assertEquals(Set.of(0, 1, 2), hidden(20, 20, 4), "24 together, neither above 20: at least 4");
        assertEquals(Set.of(0, 1), hidden(20, 4, 21, 70), "3 or 4");
        assertEquals(Set.of(0, 2), hidden(20, 20, 3), "3 or 4");
    }

    @Test
    void emptyGroupIsNoCover() {
        assertEquals(Set.of(0, 2), hidden(3, 0, 60));
    }

    @Test
    void amongTooFewPeopleEmptyGroupsAreHiddenToo() {
        assertEquals(Set.of(0, 1, 2), hidden(3, 0, 0));
        assertEquals(Set.of(0, 1, 2), hidden(2, 1, 0));
    }

    @Test
    void ofEqualGroupsTheFirstIsHidden() {
        assertEquals(Set.of(0, 2), hidden(20, 20, 2));
    }

    @Test
    void groupHiddenInOneTableIsHiddenInAllAndCoveredInEach() {
        List<List<Long>> views = List.of(longs(9, 8, 50, 60), longs(1, 2, 40, 30));
        assertEquals(Set.of(0, 1, 3), SmallCells.hiddenInAll(LEAST, views));
    }

    private static Stream<List<Long>> drawn() {
        Random random = new Random(20260101);
        return Stream.generate(() -> random.longs(1 + random.nextInt(9), 0, 2 + random.nextInt(40))
                        .boxed()
                        .toList())
                .limit(500);
    }

    @ParameterizedTest
    @MethodSource("drawn")
    void hiddenGroupsAreNeverOneNorTooFew(List<Long> counts) {
        Set<Integer> hidden = SmallCells.hidden(LEAST, counts);
        boolean everything = hidden.size() == counts.size();
        long together = hidden.stream().mapToLong(counts::get).sum();
        assertTrue(
                hidden.isEmpty() || everything || (hidden.size() > 1 && together >= LEAST),
                () -> counts + " " + hidden);
    }

    @ParameterizedTest
    @MethodSource("drawn")
    void everySmallGroupIsHiddenAndNothingWithoutOne(List<Long> counts) {
        Set<Integer> hidden = SmallCells.hidden(LEAST, counts);
        Set<Integer> small = IntStream.range(0, counts.size())
                .filter(group -> counts.get(group) > 0 && counts.get(group) < LEAST)
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(hidden.containsAll(small));
        assertEquals(small.isEmpty(), hidden.isEmpty());
    }

    /** Which of equal groups is hidden depends on the order; how many people are hidden in which sizes does not. */
    @ParameterizedTest
    @MethodSource("drawn")
    void orderDoesNotMatter(List<Long> counts) {
        List<Long> shuffled = new ArrayList<>(counts);
        Collections.shuffle(shuffled, new Random(1));
        assertEquals(sizes(counts), sizes(shuffled));
    }

    private static List<Long> sizes(List<Long> counts) {
        return SmallCells.hidden(LEAST, counts).stream()
                .map(counts::get)
                .sorted()
                .toList();
    }
}
