package tw.minsheng.kernel;

import java.util.regex.Pattern;

/** A language by its BCP 47 tag, for example {@code zh-TW}. */
public record Language(String tag) {

    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(-[A-Z][A-Za-z]{1,3})?");

    public static final Language ZH_TW = new Language("zh-TW");
    public static final Language EN = new Language("en");

    /** @throws IllegalArgumentException when the tag is no language tag */
    public Language {
        if (!TAG.matcher(tag).matches()) {
            throw new IllegalArgumentException("not a language tag: " + tag);
        }
    }

    @Override
    public String toString() {
        return tag;
    }
}
