package tw.minsheng.survey.file.lint;

import java.util.Map;
import java.util.stream.Collectors;
import tw.minsheng.format.Mark;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Texts;

/**
 * One thing that the linter has to say about a definition.
 *
 * @param file how the file is called in messages
 * @param args values for the placeholders of the rule's words
 */
public record Finding(String file, Mark mark, Rule rule, Map<String, Phrase> args) {

    private static final Texts TEXTS = Texts.of(Finding.class);

    public Finding {
        args = Map.copyOf(args);
    }

    public Rule.Level level() {
        return rule.level();
    }

    /** The whole message as people see it: 「{檔案} 第 {行} 行 [{規則}] …」. */
    public String message(Language language) {
        Map<String, String> place = Map.of(
                "file", file, "line", Integer.toString(mark.line()), "rule", rule.name(), "words", words(language));
        return TEXTS.text(language, "finding", place);
    }

    /** The words of the rule alone. */
    public String words(Language language) {
        Map<String, String> filled = args.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().in(language, TEXTS)));
        return TEXTS.text(language, rule.name(), filled);
    }
}
