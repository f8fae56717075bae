package tw.minsheng.report.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import tw.minsheng.petition.theme.WordCounts;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.ResultTable.Entry;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.cases.MultipleTesting;
import tw.minsheng.statistics.cases.RisingShare;

/**
 * Words of petitions: P6.1 those that stand in most texts, P6.2 those that stand in a larger share of them than in the weeks
 * before (exact, one-sided, Benjamini and Hochberg over all words that were looked at). Words of fewer than five texts
 * are told nowhere.
 *
 * @param tests words that were compared
 * @param frequent P6.1
 * @param rising P6.2
 */
public record WordTables(long tests, ResultTable frequent, ResultTable rising) {

    private static final double LEVEL = .05;
    private static final int MOST = 40;

    /** A word, and in how many texts it stands. */
    private record Word(String word, long now, long before, RisingShare rise) {}

    /**
     * @param now the texts of the period
     * @param before those of the weeks before, counted for the words of {@link WordCounts#matters}; without texts nothing rises
     */
    public static WordTables of(WordCounts now, WordCounts before) {
        List<Word> words = new ArrayList<>();
        now.matters((int) FewCases.LEAST).forEach((word, count) -> {
            long earlier = before.count(word);
            if (count + earlier < now.texts() + before.texts()) {
                RisingShare rise = RisingShare.of(count, now.texts(), earlier, before.texts());
                words.add(new Word(word, count, earlier, rise));
            }
        });
        boolean compared = before.texts() >= FewCases.LEAST;
        return new WordTables(
                compared ? words.size() : 0,
                frequent(words, now.texts()),
                rising(compared ? words : List.of(), now, before));
    }

    private static ResultTable frequent(List<Word> words, long texts) {
        List<List<Entry>> rows = words.stream()
                .sorted(Comparator.comparingLong((Word word) -> -word.now()).thenComparing(Word::word))
                .limit(MOST)
                .map(word -> List.of(
                        Entry.text(word.word()),
                        Entry.count(word.now()),
                        Entry.number((double) word.now() / (double) texts)))
                .toList();
        return new ResultTable("P6.1", List.of("word", "n", "share"), rows);
    }

    private static ResultTable rising(List<Word> words, WordCounts now, WordCounts before) {
        double[] p =
                words.stream().mapToDouble(word -> word.rise().p().number()).toArray();
        double[] adjusted = MultipleTesting.BENJAMINI_HOCHBERG.adjusted(p);
        List<List<Entry>> rows = IntStream.range(0, words.size())
                .filter(i -> adjusted[i] < LEVEL)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> p[i])
                        .thenComparing(i -> -words.get(i).rise().logOdds().number()))
                .limit(MOST)
                .map(i -> row(words.get(i), adjusted[i], now.texts(), before.texts()))
                .toList();
        return new ResultTable(
                "P6.2",
                List.of("word", "n", "share", "n_before", "share_before", "log_odds_ratio", "p", "p_adjusted"),
                rows);
    }

    private static List<Entry> row(Word word, double adjusted, long now, long before) {
        boolean few = FewCases.isFew(word.before());
        return List.of(
                Entry.text(word.word()),
                Entry.count(word.now()),
                Entry.number((double) word.now() / (double) now),
                few ? Entry.withheld(Reason.SMALL_CELL) : Entry.count(word.before()),
                few ? Entry.withheld(Reason.SMALL_CELL) : Entry.number((double) word.before() / (double) before),
                few
                        ? Entry.withheld(Reason.SMALL_CELL)
                        : CountTables.value(word.rise().logOdds()),
                few
                        ? Entry.withheld(Reason.SMALL_CELL)
                        : CountTables.value(word.rise().p()),
                few ? Entry.withheld(Reason.SMALL_CELL) : Entry.number(adjusted));
    }
}
