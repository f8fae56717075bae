package tw.minsheng.petition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The draw of answered cases can be made again by anybody, and prefers nobody. */
class ReplyCheckTest {

    private static List<ReplyCheck.Answered> cases(int from, int count, String unit) {
        return IntStream.range(from, from + count)
                .mapToObj(serial -> new ReplyCheck.Answered(new CaseNumber(115, serial), unit))
                .toList();
    }

    private static List<ReplyCheck.Answered> both() {
        List<ReplyCheck.Answered> all = new ArrayList<>(cases(1, 40, "a"));
        all.addAll(cases(100, 2, "b"));
        return all;
    }

    @Test
    void soManyOfEachUnitAndNoneTwice() {
        List<ReplyCheck.Answered> drawn = MemoryReplyChecks.drawn(both(), 3, 7);
        assertEquals(5, new HashSet<>(drawn).size());
        assertEquals(3, drawn.stream().filter(each -> each.unit().equals("a")).count());
        assertEquals(2, drawn.stream().filter(each -> each.unit().equals("b")).count());
        assertEquals(List.of(), MemoryReplyChecks.drawn(List.of(), 3, 7));
    }

    @Test
    void theSameSeedDrawsTheSameWhateverTheOrderAndOthersDoNot() {
        List<ReplyCheck.Answered> shuffled = new ArrayList<>(both());
        Collections.shuffle(shuffled, new Random(1));
        assertEquals(MemoryReplyChecks.drawn(both(), 3, 7), MemoryReplyChecks.drawn(shuffled, 3, 7));
        assertTrue(!MemoryReplyChecks.drawn(both(), 3, 7).equals(MemoryReplyChecks.drawn(both(), 3, 8)));
    }

    /** Each of 40 is drawn with chance 3/40: 300 times in 4,000 draws, sd 16.7; five of them are 83. */
    @Test
    void everybodyIsDrawnAsOften() {
        int[] times = new int[41];
        for (int seed = 0; seed < 4_000; seed++) {
            MemoryReplyChecks.drawn(cases(1, 40, "a"), 3, seed)
                    .forEach(each -> times[each.number().serial()]++);
        }
        for (int serial = 1; serial <= 40; serial++) {
            assertEquals(300, times[serial], 83, "case " + serial);
        }
    }
}
