package tw.minsheng.report.wording;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.kernel.Texts;

/**
 * The words of one room in one language.
 *
 * @param variant where there is a message with this behind its key, it is said instead; "" for none
 */
public record Speech(Language language, Texts texts, String variant) {

    public Speech(Language language, Texts texts) {
        this(language, texts, "");
    }

    /** The messages beside this class, in this language. */
    public static Speech of(Language language, Class<?> room) {
        return new Speech(language, Texts.of(room));
    }

    /** The same, which says what is meant for this variant where there is such a message. */
    public Speech preferring(String other) {
        return new Speech(language, texts, other);
    }

    /**
     * The message with its placeholders filled.
     *
     * @param namesAndValues name, value, name, value …
     */
    public String say(String key, Object... namesAndValues) {
        Map<String, Object> args = new LinkedHashMap<>();
        for (int place = 0; place + 1 < namesAndValues.length; place += 2) {
            args.put(namesAndValues[place].toString(), namesAndValues[place + 1]);
        }
        String preferred = key + variant;
        return texts.text(language, texts.has(preferred) ? preferred : key, args);
    }

    /** A text of the survey in this language. */
    public String of(LocalizedText text) {
        return text.in(language);
    }

    /** A, B and C; 甲、乙及丙 is written 甲、乙、丙. */
    public String list(List<String> parts) {
        return String.join(say("list.separator"), parts);
    }

    /** Words in the quotation marks of the language. */
    public String quoted(String words) {
        return say("quoted", "words", words);
    }

    /** Sentences one after the other. */
    public String join(List<String> sentences) {
        return String.join(say("sentence.separator"), sentences);
    }
}
