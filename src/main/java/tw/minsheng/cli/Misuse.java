package tw.minsheng.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import tw.minsheng.kernel.Language;

/** Wrong usage in the words of people: the library that reads the command line speaks English only. */
record Misuse(Language language) {

    /** What is wrong, without the way to the help. */
    String words(ParameterException misuse) {
        if (misuse instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            String list = missing.getMissing().stream()
                    .map(Misuse::usage)
                    .distinct()
                    .collect(Collectors.joining(text("usage.comma", Map.of())));
            return text("usage.missing", Map.of("list", list));
        }
        if (misuse instanceof UnmatchedArgumentException unknown) {
            return unknown(unknown);
        }
        if (misuse instanceof OverwrittenOptionException twice) {
            return text("usage.twice", Map.of("option", name(twice.getOverwritten())));
        }
        ArgSpec option = misuse.getArgSpec();
        if (option == null) {
            return String.valueOf(misuse.getMessage());
        }
        String value = misuse.getValue();
        return value == null
                ? text("usage.needs_value", Map.of("option", usage(option)))
                : text("usage.value", Map.of("option", name(option), "value", value, "wanted", wanted(option)));
    }

    private String unknown(UnmatchedArgumentException unknown) {
        String list = String.join(" ", unknown.getUnmatched());
        String near = unknown.getSuggestions().stream().findFirst().orElse("");
        return near.isEmpty()
                ? text("usage.unknown", Map.of("list", list))
                : text("usage.unknown_near", Map.of("list", list, "near", near));
    }

    /** What can stand there. */
    private String wanted(ArgSpec option) {
        Class<?> type = option.type();
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(" | "));
        }
        if (Map.class.isAssignableFrom(type)) {
            return text("usage.pair", Map.of("label", option.paramLabel()));
        }
        if (List.of(int.class, long.class, Integer.class, Long.class).contains(type)) {
            return text("usage.whole", Map.of());
        }
        if (type == double.class || type == Double.class) {
            return text("usage.number", Map.of());
        }
        return type == Path.class ? text("usage.path", Map.of()) : option.paramLabel();
    }

    /** {@code --margin E}, or the label of an argument without a name. */
    private static String usage(ArgSpec option) {
        return option.isOption() && option.arity().max() > 0 ? name(option) + " " + option.paramLabel() : name(option);
    }

    private static String name(ArgSpec option) {
        return option instanceof OptionSpec named ? named.longestName() : option.paramLabel();
    }

    private String text(String key, Map<String, String> args) {
        return Console.texts().text(language, key, args);
    }
}
