package tw.minsheng.statistics.quality;

import java.util.Arrays;
import java.util.Map;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;

/**
 * 草率作答 of one person (RE17): answers to items on one scale, in the order of the questionnaire and as they were given, so
 * before reverse items are turned. Source: Johnson (2005), Journal of Research in Personality 39, 103–129 (longest run of one
 * answer, called long string). What is found is a flag: somebody who is content with everything answers the same, too.
 *
 * @param answered items with a valid answer; missing answers are passed over
 * @param longestRun length of the longest run of one answer ({@code longest_run})
 * @param mostFrequent how often the most frequent answer stands
 */
public record ResponseQuality(int answered, int longestRun, int mostFrequent) {

    /** With fewer answers equal ones say nothing. */
    public static final int LEAST_ITEMS = 5;

    /** @param answers one for each item, {@link Missing#ANSWER} where there is none */
    public static ResponseQuality of(double[] answers) {
        double[] given = Arrays.stream(answers)
                .filter(answer -> !Missing.is(Missing.checked(answer)))
                .toArray();
        int longest = 0;
        int run = 0;
        for (int i = 0; i < given.length; i++) {
            run = i > 0 && given[i] == given[i - 1] ? run + 1 : 1;
            longest = Math.max(longest, run);
        }
        return new ResponseQuality(given.length, longest, mostFrequent(given));
    }

    private static int mostFrequent(double[] given) {
        double[] sorted = given.clone();
        Arrays.sort(sorted);
        int most = 0;
        int run = 0;
        for (int i = 0; i < sorted.length; i++) {
            run = i > 0 && sorted[i] == sorted[i - 1] ? run + 1 : 1;
            most = Math.max(most, run);
        }
        return most;
    }

    /** Share of the most frequent answer, 0–100 ({@code straightlining_pct}); {@code too_few_items} below five answers. */
    public Value samePercent() {
        return answered < LEAST_ITEMS
                ? Value.undefined(Reason.TOO_FEW_ITEMS, Map.of("k", Integer.toString(answered)))
                : Value.of(100.0 * mostFrequent / answered);
    }

    /** Whether every answer of five or more is the same. */
    public boolean isStraightLine() {
        return answered >= LEAST_ITEMS && mostFrequent == answered;
    }
}
