package tw.minsheng.survey.file.definition;

import java.util.Map;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Texts;

/**
 * One change between two versions.
 *
 * @param id of the question, item, page, scale or construct; else the name of the field
 * @param key of its words in the messages of this room
 * @param args values for the placeholders of the words, besides {@code id}
 */
public record Change(ChangeClass changeClass, String id, String key, Map<String, String> args) {

    private static final Texts TEXTS = Texts.of(Change.class);

    public Change {
        args = Map.copyOf(args);
    }

    /** One line for the pull request. */
    public String message(Language language) {
        Map<String, String> all = new java.util.HashMap<>(args);
        all.put("id", id);
        all.put("part", named(language, "part." + id, id));
        String path = args.getOrDefault("path", "");
        all.put("field", named(language, "field." + path.replaceFirst("[.\\[].*", ""), path));
        return TEXTS.text(language, "change." + key, all);
    }

    /** The word for it, or what stands in the file where there is none. */
    private static String named(Language language, String key, String otherwise) {
        return TEXTS.has(key) ? TEXTS.text(language, key) : otherwise;
    }
}
