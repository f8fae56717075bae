package tw.minsheng.cli;

import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Texts;

/** Gives picocli the help texts out of the messages of this room. */
final class HelpWords extends ResourceBundle {

    private static final String PREFIX = "help.";

    private final Texts texts;
    private final Language language;

    HelpWords(Texts texts, Language language) {
        this.texts = texts;
        this.language = language;
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        return texts.has(PREFIX + key) ? texts.text(language, PREFIX + key) : null;
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(texts.keys(language).stream()
                .filter(key -> key.startsWith(PREFIX))
                .map(key -> key.substring(PREFIX.length()))
                .toList());
    }
}
