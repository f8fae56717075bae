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

    private static WordCounts confirmed(int least, String... texts) {
        WordCounts counts = counts(texts);
        WordCounts again = WordCounts.of(counts.phrases(least), REDACTION);
        for (String text : texts) {
            again.add(text, Contact.NONE);
        }
        counts.confirm(again, least);
        return counts;
    }

    /** Seven characters in four rows of four; the particle at the end belongs to none. */
    @Test
    void rowsThatOverlapAreToldAsOne() {
        WordCounts counts = confirmed(2, "路邊堆置廢棄物的", "路邊堆置廢棄物", "路邊堆置廢棄物");
        assertEquals(Map.of("路邊堆置廢棄物", 3), counts.matters(2));
        assertEquals(3, counts.count("路邊堆置廢棄物"));
        WordCounts later = WordCounts.of(Set.of("路邊堆置廢棄物"), REDACTION);
        later.add("有人在路邊堆置廢棄物，又在路邊堆置廢棄物", Contact.NONE);
        later.add("路邊堆置雜物", Contact.NONE);
        later.add("路邊堆置，邊堆置廢，堆置廢棄，置廢棄物", Contact.NONE);
        assertEquals(1, later.count("路邊堆置廢棄物"));
    }

    /** Two rows that overlap stand in six texts each, but never in the same one; then in five of six. */
    @Test
    void whatStandsInNoTextIsNoWord() {
        String[] apart = IntStream.range(0, 12)
                .mapToObj(i -> i % 2 == 0 ? "路邊堆置" : "邊堆置廢")
                .toArray(String[]::new);
        assertEquals(Set.of("路邊堆置廢"), counts(apart).phrases(5));
        Map<String, Integer> words = confirmed(5, apart).matters(5);
        assertEquals(6, words.get("路邊堆置"));
        assertFalse(words.containsKey("路邊堆置廢"), words.toString());
        String[] together = IntStream.range(0, 7)
                .mapToObj(i -> i == 0 ? "路邊堆置" : i == 1 ? "邊堆置廢" : "路邊堆置廢")
                .toArray(String[]::new);
        assertFalse(confirmed(5, together).matters(5).containsKey("路邊堆置廢"), "five of six are under 90 %");
    }

    /** Whoever is named in the middle of a row; 設施 and 施工 are words, though 施 is a family name. */
    @Test
    void aRowThatHoldsANameIsNoWord() {
        WordCounts counts = confirmed(2, "里民王大明說路燈不亮", "鄰居王大明種樹", "找王大明", "公園設施損壞", "公園設施損壞", "道路施工中", "道路施工中");
        Set<String> words = counts.matters(1).keySet();
        assertTrue(words.stream().noneMatch(word -> word.contains("王大") || word.contains("大明")), words.toString());
        assertTrue(words.stream().anyMatch(word -> word.contains("設施")), words.toString());
        assertTrue(words.stream().anyMatch(word -> word.contains("施工")), words.toString());
    }

    /** 路燈 stands in every text; each of them has a row of its own, of which there is room for forty. */
    @Test
    void withTooManyRowsThoseCountedOnceAreDropped() {
        WordCounts counts = WordCounts.ofAll(REDACTION, 40);
        IntStream.range(0, 1_000).forEach(i -> assertTrue(counts.add("路燈，" + (char) (0x5000 + i) + "亮", Contact.NONE)));
        assertEquals(1_000, counts.texts());
        assertEquals(Map.of("路燈", 1_000), counts.matters(5));
    }

    @Test
    void withoutRoomNoFurtherTextIsCounted() {
        WordCounts counts = WordCounts.ofAll(REDACTION, 40);
        int taken = 0;
        for (int i = 0; i < 1_000 && counts.add("路燈，" + (char) (0x5000 + i / 2) + "亮", Contact.NONE); i++) {
            taken++;
        }
        assertTrue(taken >= 60 && taken < 100, "rows of two texts each: " + taken);
        assertEquals(taken, counts.texts());
        assertFalse(counts.add("路燈", Contact.NONE));
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
