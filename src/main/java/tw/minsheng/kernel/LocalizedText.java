package tw.minsheng.kernel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One plain text in several languages; {@link #NONE} stands for a text that was not given. */
public record LocalizedText(Map<Language, String> texts) {

    public static final LocalizedText NONE = new LocalizedText(Map.of());

    public LocalizedText {
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }

    public static LocalizedText of(Language language, String text) {
        return new LocalizedText(Map.of(language, text));
    }

    public boolean isEmpty() {
        return texts.isEmpty();
    }

    /** The text in exactly this language. */
    public Optional<String> exactly(Language language) {
        return Optional.ofNullable(texts.get(language));
    }

    /** The text in this language, else in zh-TW, else in the first language there is, else empty. */
    public String in(Language language) {
        String wanted = texts.get(language);
        if (wanted != null) {
            return wanted;
        }
        String home = texts.get(Language.ZH_TW);
        if (home != null) {
            return home;
        }
        return texts.values().stream().findFirst().orElse("");
    }

    /** The language in which {@link #in} answers; differs from the asked one when a translation is missing. */
    public Language shownIn(Language language) {
        if (texts.containsKey(language) || texts.isEmpty()) {
            return language;
        }
        return texts.containsKey(Language.ZH_TW)
                ? Language.ZH_TW
                : texts.keySet().iterator().next();
    }
}
