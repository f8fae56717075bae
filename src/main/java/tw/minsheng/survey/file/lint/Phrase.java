package tw.minsheng.survey.file.lint;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.kernel.Texts;

/** A part of a message that may differ between languages. */
public sealed interface Phrase {

    String in(Language language, Texts texts);

    /** The same in every language: an id, a number, what was written. */
    static Phrase of(String text) {
        return new Literal(text);
    }

    static Phrase of(long number) {
        return new Literal(Long.toString(number));
    }

    /** Words that another room has said. */
    static Phrase of(LocalizedText words) {
        return new Said(words);
    }

    /** Words of the messages file. */
    static Phrase key(String key) {
        return new Keyed(key, Map.of());
    }

    static Phrase key(String key, Map<String, Phrase> args) {
        return new Keyed(key, args);
    }

    /** Several, joined as the language joins them. */
    static Phrase list(List<Phrase> parts) {
        return new Joined(parts);
    }

    static Phrase texts(List<String> parts) {
        return new Joined(parts.stream().map(Phrase::of).toList());
    }

    record Literal(String text) implements Phrase {
        @Override
        public String in(Language language, Texts texts) {
            return text;
        }
    }

    record Said(LocalizedText words) implements Phrase {
        @Override
        public String in(Language language, Texts texts) {
            return words.in(language);
        }
    }

    record Keyed(String key, Map<String, Phrase> args) implements Phrase {
        public Keyed {
            args = Map.copyOf(args);
        }

        @Override
        public String in(Language language, Texts texts) {
            Map<String, String> filled = args.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, entry -> entry.getValue().in(language, texts)));
            return texts.text(language, key, filled);
        }
    }

    record Joined(List<Phrase> parts) implements Phrase {
        public Joined {
            parts = List.copyOf(parts);
        }

        @Override
        public String in(Language language, Texts texts) {
            return parts.stream()
                    .map(part -> part.in(language, texts))
                    .collect(Collectors.joining(texts.text(language, "list.comma")));
        }
    }
}
