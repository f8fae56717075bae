package tw.minsheng.survey.file;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tw.minsheng.format.Node;
import tw.minsheng.format.Yaml;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Problem;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.file.definition.Canonical;
import tw.minsheng.survey.file.definition.Neighbours;
import tw.minsheng.survey.file.lint.Finding;
import tw.minsheng.survey.file.lint.Linter;
import tw.minsheng.survey.file.lint.Rule;

/** A definition that the linter has seen: what it found, and, when nothing is wrong, the survey. */
public final class CheckedSurvey {

    private final String file;
    private final Node root;
    private final List<Finding> findings;
    private final Neighbours beside;

    private CheckedSurvey(String file, Node root, List<Finding> findings, Neighbours beside) {
        this.file = file;
        this.root = root;
        this.findings = List.copyOf(findings);
        this.beside = beside;
    }

    /** Reads and checks the survey of a folder. */
    public static CheckedSurvey of(SurveyFolder folder) {
        return of(folder.name(), folder.definition(), folder, Set.of());
    }

    /**
     * Checks a definition.
     *
     * @param file how it is called in messages
     * @param sameMeaning ids whose changed words mean the same (語意不變)
     */
    public static CheckedSurvey of(String file, byte[] yaml, Neighbours beside, Set<String> sameMeaning) {
        Yaml.Document document = Yaml.parse(yaml);
        List<Finding> findings = new Linter(file, beside, sameMeaning).check(document);
        return new CheckedSurvey(file, document.root(), findings, beside);
    }

    /** Everything that the linter says, in the order of the file. */
    public List<Finding> findings() {
        return findings;
    }

    public boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.level() == Rule.Level.ERROR);
    }

    /**
     * The survey with its hash.
     *
     * @throws Problem INVALID {@code survey.faults} with one fault for each error
     */
    public SurveyVersion version() {
        refuseErrors();
        Map<String, byte[]> contents = contents();
        Map<String, String> texts = new LinkedHashMap<>();
        contents.forEach((name, bytes) -> texts.put(name, new String(bytes, StandardCharsets.UTF_8)));
        return SurveyVersion.of(root, Canonical.bytes(root, contents), texts);
    }

    /** Every error with its file, its line and what to do: in the words of {@code survey check}, of both languages. */
    private void refuseErrors() {
        List<Fault> faults = findings.stream()
                .filter(finding -> finding.level() == Rule.Level.ERROR)
                .map(finding -> new Fault(
                        finding.file() + ":" + finding.mark().line(),
                        "survey.finding",
                        Map.of("zh", finding.message(Language.ZH_TW), "en", finding.message(Language.EN))))
                .toList();
        if (!faults.isEmpty()) {
            Map<String, String> args = Map.of("file", file, "n", Integer.toString(faults.size()));
            throw new Problem(Problem.Kind.INVALID, "survey.faults", args, faults);
        }
    }

    /** @throws Problem as {@link #version} */
    public Survey survey() {
        return version().survey();
    }

    Node root() {
        return root;
    }

    /** The files that it names and that are there. */
    Map<String, byte[]> contents() {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        for (String name : Canonical.files(root)) {
            beside.file(name).ifPresent(bytes -> contents.put(name, bytes));
        }
        return contents;
    }
}
