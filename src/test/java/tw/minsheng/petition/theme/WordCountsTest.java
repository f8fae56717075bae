package tw.minsheng.petition.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tw.minsheng.petition.Contact;
import tw.minsheng.petition.Redaction;

/** Texts whose words are counted by hand. */
class WordCountsTest {

    private static final Redaction REDACTION = Redaction.shipped();

    private static WordCounts counts(String... texts) {
        WordCounts counts = WordCounts.ofAll(REDACTION);
        for (String text : texts) {
            counts.add(text, Contact.NONE);
        }
        return counts;
    }

    /** A name with a title, a telephone number, an address, and a name that is only like one. */
    @Test
    void whatMayTellWhoSomebodyIsIsNoWord() {
        WordCounts counts = counts("里長王大明先生電話0912345678不通", "里長王大明先生說路燈不亮", "王大明說路燈不亮", "王大明在中山路12號");
        Set<String> words = counts.matters(1).keySet();
        assertTrue(words.stream().noneMatch(word -> word.contains("大明")), words.toString());
        assertTrue(words.stream().noneMatch(word -> word.contains("0912")), words.toString());
        assertTrue(words.stream().anyMatch(word -> word.contains("路燈")), words.toString());
    }

    /** Whoever wrote it is known, also without a title. */
    @Test
    void theNameOfWhoeverWroteIsNoWord() {
        WordCounts counts = WordCounts.ofAll(REDACTION);
        for (int i = 0; i < 6; i++) {
            counts.add("歐陽小花希望修路燈", new Contact("歐陽小花", "", "", ""));
        }
        Set<String> words = counts.matters(5).keySet();
        assertTrue(words.stream().noneMatch(word -> word.contains("小花")), words.toString());
    }

    /** 路燈 stands in three texts, 路燈不亮 in two of them: both are words, and what stands only within the longer one is none. */
    @Test
    void piecesOfALongerWordAreNoWords() {
        WordCounts counts = counts("路燈不亮", "路燈不亮", "路燈太亮");
        Map<String, Integer> words = counts.matters(2);
        assertEquals(Map.of("路燈", 3, "路燈不亮", 2), words);
        assertEquals(3, counts.texts());
    }

    /** Seven characters in four rows of four; the particle at the end belongs to none. */
    @Test
    void rowsThatOverlapAreToldAsOne() {
        WordCounts counts = counts("路邊堆置廢棄物的", "路邊堆置廢棄物", "路邊堆置廢棄物");
        assertEquals(Map.of("路邊堆置廢棄物", 3), counts.matters(2));
        assertEquals(3, counts.count("路邊堆置廢棄物"));
        WordCounts later = WordCounts.of(Set.of("路邊堆置廢棄物"), REDACTION);
        later.add("有人在路邊堆置廢棄物", Contact.NONE);
        later.add("路邊堆置雜物", Contact.NONE);
        assertEquals(1, later.count("路邊堆置廢棄物"));
    }

    /** Twice in one text is one text; stop words and particles at the ends are none. */
    @Test
    void aWordCountsOnceForEachText() {
        WordCounts counts = counts("噪音噪音", "的噪音，希望改善", "Noise NOISE and noise");
        assertEquals(2, counts.count("噪音"));
        assertEquals(1, counts.matters(1).get("noise"));
        assertFalse(counts.matters(1).containsKey("and"));
        assertTrue(counts.matters(1).keySet().stream().noneMatch(word -> word.contains("希望") || word.startsWith("的")));
    }

    @Test
    void onlyWordsThatAreExpectedAreCounted() {
        WordCounts counts = WordCounts.of(Set.of("路燈", "noise"), REDACTION);
        counts.add("路燈不亮 noise other", Contact.NONE);
        assertEquals(1, counts.count("路燈"));
        assertEquals(1, counts.count("noise"));
        assertEquals(0, counts.count("不亮"));
        assertEquals(0, counts.count("other"));
    }

    /** More different rows than the table has room for at first. */
    @Test
    void manyDifferentWordsAreToldApart() {
        WordCounts counts = WordCounts.ofAll(REDACTION);
        IntStream.range(0, 9_000)
                .forEach(i -> counts.add("" + (char) (0x4e00 + i) + (char) (0x4e00 + i), Contact.NONE));
        assertEquals(1, counts.count("" + (char) (0x4e00 + 4_321) + (char) (0x4e00 + 4_321)));
    }
}
