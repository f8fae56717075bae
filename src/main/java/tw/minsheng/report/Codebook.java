package tw.minsheng.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tw.minsheng.format.CsvWriter;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Texts;
import tw.minsheng.survey.Construct;
import tw.minsheng.survey.Scale;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.Variable;

/** What the columns of the exported answers mean: one row per variable, in the order of the columns. */
public final class Codebook {

    private static final Texts TEXTS = Texts.of(Codebook.class);

    private static final List<String> HEADER = List.of(
            "variable",
            "question",
            "construct",
            "kind",
            "reverse",
            "label_zh",
            "label_en",
            "values_zh",
            "values_en",
            "missing_zh",
            "missing_en",
            "versions");

    /** A variable as its newest version has it, and the versions that know it. */
    private record Entry(Survey survey, Variable variable, List<String> versions) {}

    private Codebook() {}

    /** @param versions oldest first */
    public static void write(CsvWriter out, List<Survey> versions) {
        out.texts(HEADER);
        entries(versions).values().forEach(entry -> row(out, entry));
    }

    private static Map<String, Entry> entries(List<Survey> versions) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Survey survey : versions) {
            for (Variable variable : survey.variables()) {
                List<String> known = new ArrayList<>();
                Entry before = entries.get(variable.id());
                if (before != null) {
                    known.addAll(before.versions());
                }
                known.add(survey.version().toString());
                entries.put(variable.id(), new Entry(survey, variable, known));
            }
        }
        return entries;
    }

    private static void row(CsvWriter out, Entry entry) {
        Variable variable = entry.variable();
        out.text(variable.id());
        out.text(variable.question());
        out.text(entry.survey().constructs().stream()
                .filter(construct -> construct.items().contains(variable.id()))
                .map(Construct::id)
                .collect(Collectors.joining(" ")));
        out.text(variable.kind().name().toLowerCase(Locale.ROOT));
        out.number(variable.reverse() ? 1 : 0);
        out.text(variable.label().in(Language.ZH_TW));
        out.text(variable.label().exactly(Language.EN).orElse(""));
        out.text(values(variable, Language.ZH_TW));
        out.text(values(variable, Language.EN));
        out.text(missing(variable, Language.ZH_TW));
        out.text(missing(variable, Language.EN));
        out.text(String.join(" ", entry.versions()));
        out.endRow();
    }

    private static String values(Variable variable, Language language) {
        if (variable.kind() == Variable.Kind.FLAG) {
            return "0; 1";
        }
        return variable.values().stream()
                .map(value -> value.code() + " = " + value.label().in(language))
                .collect(Collectors.joining("; "));
    }

    private static String missing(Variable variable, Language language) {
        Stream<String> own = variable.missing().stream().map(code -> code(code, language));
        Stream<String> all = Stream.of(TEXTS.text(language, "codebook.missing"));
        return Stream.concat(all, own).collect(Collectors.joining("; "));
    }

    private static String code(Scale.MissingCode code, Language language) {
        return code.code() + " (" + code.spss() + ") = " + code.label().in(language);
    }
}
