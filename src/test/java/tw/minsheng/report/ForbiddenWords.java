package tw.minsheng.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tw.minsheng.kernel.Language;

/**
 * Words that stand in no text about a sample that was not drawn, but in the generated sentence and as the name of the field
 * 誤差值 (statistics.md section 7).
 */
public final class ForbiddenWords {

    private static final List<String> WORDS = List.of(
            "抽樣誤差",
            "信心水準",
            "信賴水準",
            "誤差範圍",
            "±",
            "+/-",
            "&plusmn;",
            "margin of error",
            "margins of error",
            "margin of sampling error",
            "sampling error",
            "sampling margin",
            "confidence level");

    private static final int AROUND = 40;

    private ForbiddenWords() {}

    /**
     * The forbidden words of a text, each with what stands around it.
     *
     * @param sentences of the samples of the text, in its language
     */
    public static List<String> in(String text, List<String> sentences) {
        String rest = text.replace("&quot;", "\"").replace("&#39;", "'").replace("\\\"", "\"");
        for (String sentence : sentences) {
            rest = rest.replace(sentence, "");
        }
        rest = rest.replace("誤差值", "").toLowerCase(Locale.ROOT);
        List<String> found = new ArrayList<>();
        for (String word : WORDS) {
            for (int at = rest.indexOf(word); at >= 0; at = rest.indexOf(word, at + word.length())) {
                found.add(word + ": …"
                        + rest.substring(Math.max(0, at - AROUND), Math.min(rest.length(), at + word.length() + AROUND))
                        + "…");
            }
        }
        return found;
    }

    /** The sentences of the samples of these results. */
    public static List<String> sentences(Results results, Language language) {
        List<String> all = new ArrayList<>();
        all.add(results.head().sample().sentence().in(language));
        results.head().open().forEach(open -> all.add(open.sentence().in(language)));
        return all;
    }
}
