package tw.minsheng.statistics.battery;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.distribution.SplitMix64;
import tw.minsheng.statistics.reliability.Scale;

/** The numbers of the page of reliability and validity of a usual survey: 2,000 answers to 30 items in five 構面. */
final class PageBench {

    private static final int PEOPLE = 2_000;
    private static final int ITEMS = 30;
    private static final int CONSTRUCTS = 5;
    private static final int ROUNDS = 5;

    private PageBench() {}

    public static void main(String[] arguments) {
        ScaleSet set = survey();
        System.out.printf(Locale.ROOT, "%d people, %d items, %d constructs%n", PEOPLE, ITEMS, CONSTRUCTS);
        for (Extent extent : List.of(Extent.PAGE, Extent.WHOLE_PAGE)) {
            for (int round = 1; round <= ROUNDS; round++) {
                long start = System.nanoTime();
                List<Block> blocks = Battery.of(set, MissingRule.LISTWISE, extent, round);
                double seconds = (System.nanoTime() - start) / 1e9;
                System.out.printf(
                        Locale.ROOT, "%s, round %d: %.2f s, %d blocks%n", extent, round, seconds, blocks.size());
            }
        }
    }

    /** Items of one to five: what a person thinks of all, of a construct and of one item. */
    private static ScaleSet survey() {
        SplitMix64 random = new SplitMix64(42);
        double[][] rows = new double[PEOPLE][ITEMS];
        for (double[] row : rows) {
            double all = random.nextUniform();
            double[] constructs = new double[CONSTRUCTS];
            for (int c = 0; c < CONSTRUCTS; c++) {
                constructs[c] = random.nextUniform();
            }
            for (int i = 0; i < ITEMS; i++) {
                double whole = (all + constructs[i % CONSTRUCTS] + random.nextUniform()) / 3;
                row[i] = 1 + StrictMath.floor(5 * whole);
            }
        }
        List<String> items = IntStream.range(0, ITEMS).mapToObj(i -> "Q" + i).toList();
        Map<String, List<String>> factors = new TreeMap<>();
        for (int c = 0; c < CONSTRUCTS; c++) {
            int construct = c;
            factors.put(
                    "C" + c,
                    items.stream()
                            .filter(q -> items.indexOf(q) % CONSTRUCTS == construct)
                            .toList());
        }
        return ScaleSet.of(new Scale(items, 1, 5), factors, Answers.of(rows, ITEMS));
    }
}
