package tw.minsheng.petition.theme;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tw.minsheng.petition.Contact;
import tw.minsheng.petition.Redaction;

/**
 * In how many texts a word stands. A word is two to four Chinese characters in a row, more where such rows overlap in
 * the same texts and a second count confirms it, or three or more letters; what may tell who
 * somebody is ({@link Redaction}) is taken out before, and the name of whoever wrote it. Petitions.md 5, keywords. One thread.
 */
public final class WordCounts {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 4;
    private static final int LONGEST_TEXT = 4_000;
    /** Words of letters that are told apart; further ones are not counted. */
    private static final int MOST_WORDS = 200_000;

    /** Rows that are compared, the most frequent ones, so that they have room in memory as words. */
    private static final int MOST_COMPARED = 100_000;

    /** A row that nearly always stands within one longer row is a piece of it, and no word of its own. */
    private static final double PIECE = .9;

    private static final Pattern HAN = Pattern.compile("[\\u3400-\\u9fff]{2,}");
    private static final Pattern LETTERS = Pattern.compile("[a-zà-öø-ÿ]{3,30}");

    private final Redaction redaction;
    private final StopWords stops = StopWords.shipped();
    private final GramCounts grams;
    private final LongRows rows;
    private final Map<String, Integer> confirmed = new HashMap<>();
    private final Map<String, Integer> words = new HashMap<>();
    private final boolean expected;
    private long[] seen = new long[256];
    private long texts;

    private WordCounts(Redaction redaction, Set<String> only, int most) {
        this.redaction = redaction;
        this.expected = !only.isEmpty();
        this.grams = new GramCounts(most);
        this.rows = new LongRows(only.stream().filter(WordCounts::isLong).toList());
        for (String word : only) {
            if (!isHan(word)) {
                words.put(word, 0);
            } else if (!isLong(word)) {
                grams.expect(GramCounts.key(word, 0, word.length()));
            }
        }
    }

    /** Counts every word. */
    public static WordCounts ofAll(Redaction redaction) {
        return ofAll(redaction, GramCounts.MOST);
    }

    /** @param most different rows of two to four characters */
    static WordCounts ofAll(Redaction redaction, int most) {
        return new WordCounts(redaction, Set.of(), most);
    }

    /** Counts these words and no others, which needs no memory for those. */
    public static WordCounts of(Set<String> words, Redaction redaction) {
        return new WordCounts(redaction, words.isEmpty() ? Set.of("-") : words, GramCounts.MOST);
    }

    private static boolean isLong(String word) {
        return isHan(word) && word.length() > LONGEST;
    }

    private static boolean isHan(String word) {
        return Character.isIdeographic(word.charAt(0));
    }

    /**
     * Counts the text, unless there is no room for the words of a further one.
     *
     * @param known whoever wrote it
     * @return whether it was counted
     */
    public boolean add(String text, Contact known) {
        if (!expected && !grams.hasRoom()) {
            return false;
        }
        String cut = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        String masked = Redaction.masked(cut, redaction.finds(cut, known), kind -> " ");
        String plain = Normalizer.normalize(masked, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        texts++;
        int many = 0;
        Matcher han = HAN.matcher(plain);
        while (han.find()) {
            many = collect(plain, han.start(), han.end(), many);
        }
        grams.addEach(seen, many, expected);
        rows.add(plain);
        letters(plain);
        return true;
    }

    private int collect(String plain, int from, int to, int many) {
        int count = many;
        for (int length = SHORTEST; length <= LONGEST; length++) {
            for (int at = from; at + length <= to; at++) {
                if (count == seen.length) {
                    seen = Arrays.copyOf(seen, count * 2);
                }
                seen[count++] = GramCounts.key(plain, at, length);
            }
        }
        return count;
    }

    private void letters(String plain) {
        Set<String> once = new HashSet<>();
        Matcher letters = LETTERS.matcher(plain);
        while (letters.find()) {
            once.add(letters.group());
        }
        for (String word : once) {
            if (words.containsKey(word) || (!expected && words.size() < MOST_WORDS)) {
                words.merge(word, 1, Integer::sum);
            }
        }
    }

    /** Texts that were counted. */
    public long texts() {
        return texts;
    }

    /** In how many texts a word stands; a row of more than four characters only when it was expected or confirmed. */
    public long count(String word) {
        if (!isHan(word)) {
            return words.getOrDefault(word, 0);
        }
        if (isLong(word)) {
            return expected ? rows.at(word) : confirmed.getOrDefault(word, 0);
        }
        return grams.at(GramCounts.key(word, 0, word.length()));
    }

    private NavigableMap<String, Integer> inAtLeast(int least) {
        NavigableMap<String, Integer> all = new TreeMap<>();
        grams.each(grams.least(least, MOST_COMPARED), all::put);
        words.forEach((word, count) -> {
            if (count >= least) {
                all.put(word, count);
            }
        });
        return all;
    }

    /** Longer rows that may be words, with the texts of the rarest of their rows of four. */
    private Map<String, Integer> joined(int least) {
        Map<String, Integer> joined = new HashMap<>();
        Phrases.of(inAtLeast(least), PIECE).forEach((row, count) -> {
            String phrase = stops.trimmed(row);
            if (isLong(phrase) && stops.isMatter(phrase) && !stops.isLikeName(phrase)) {
                joined.put(phrase, count);
            }
        });
        return joined;
    }

    /** Rows of more than four characters that may be words: they have to be counted in the same texts, and confirmed. */
    public Set<String> phrases(int least) {
        return Set.copyOf(joined(least).keySet());
    }

    /**
     * Takes those longer rows as words that stand in nearly all texts of their pieces, and in at least so many.
     *
     * @param counted the same texts, counted for {@link #phrases}
     */
    public void confirm(WordCounts counted, int least) {
        joined(least).forEach((phrase, rarest) -> {
            int many = (int) counted.count(phrase);
            if (many >= least && many >= PIECE * rarest) {
                confirmed.put(phrase, many);
            }
        });
    }

    /**
     * In how many texts the words stand that are in at least so many, without pieces of longer words, words that say nothing about a matter, and rows
     * that may hold a name; of the 100,000 most frequent rows.
     */
    public NavigableMap<String, Integer> matters(int least) {
        NavigableMap<String, Integer> all = inAtLeast(least);
        Map<String, Integer> longer = new HashMap<>();
        confirmed.forEach((phrase, count) -> {
            if (count >= least) {
                pieces(phrase, count, longer);
            }
        });
        all.forEach((word, count) -> {
            if (isHan(word) && word.length() > SHORTEST && stops.isMatter(word)) {
                longer.merge(word.substring(1), count, Math::max);
                longer.merge(word.substring(0, word.length() - 1), count, Math::max);
            }
        });
        confirmed.forEach((phrase, count) -> {
            if (count >= least) {
                all.put(phrase, count);
            }
        });
        Set<String> fragments = fragments(all);
        NavigableMap<String, Integer> matters = new TreeMap<>();
        all.forEach((word, count) -> {
            boolean piece = longer.getOrDefault(word, 0) >= PIECE * count;
            if (!piece && stops.isMatter(word) && !stops.isLikeName(word) && !isFragment(word, fragments)) {
                matters.put(word, count);
            }
        });
        return matters;
    }

    private static void pieces(String phrase, int count, Map<String, Integer> longer) {
        for (int length = SHORTEST; length <= LONGEST; length++) {
            for (int at = 0; at + length <= phrase.length(); at++) {
                longer.merge(phrase.substring(at, at + length), count, Math::max);
            }
        }
    }

    /** Two characters that stand nearly always within one row that is like a name: 王大 and 大明 of 王大明. */
    private Set<String> fragments(Map<String, Integer> all) {
        Map<String, Integer> ends = new HashMap<>();
        all.forEach((word, count) -> {
            if (word.length() == LONGEST && !stops.isLikeName(word)) {
                ends.merge(word.substring(1), count, Math::max);
            }
        });
        Set<String> fragments = new HashSet<>();
        all.forEach((word, count) -> {
            boolean end = ends.getOrDefault(word, 0) >= PIECE * count; // 施損壞 of 設施損壞
            if (word.length() == SHORTEST + 1 && !end && stops.isLikeName(word)) {
                for (String part : List.of(word.substring(0, SHORTEST), word.substring(1))) {
                    if (PIECE * all.getOrDefault(part, 0) <= count) {
                        fragments.add(part);
                    }
                }
            }
        });
        return fragments;
    }

    private static boolean isFragment(String word, Set<String> fragments) {
        return IntStream.rangeClosed(0, word.length() - SHORTEST)
                .anyMatch(at -> fragments.contains(word.substring(at, at + SHORTEST)));
    }
}
