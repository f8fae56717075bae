package tw.minsheng.survey.file.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tw.minsheng.format.Node;
import tw.minsheng.format.Yaml;
import tw.minsheng.survey.file.definition.Canonical;
import tw.minsheng.survey.file.definition.Neighbours;

/** Runs all rules over one definition and lists everything that they find. */
public final class Linter {

    private final String file;
    private final Neighbours beside;
    private final Set<String> sameMeaning;

    /**
     * @param file how the file is called in messages
     * @param sameMeaning ids whose changed words mean the same (語意不變)
     */
    public Linter(String file, Neighbours beside, Set<String> sameMeaning) {
        this.file = file;
        this.beside = beside;
        this.sameMeaning = Set.copyOf(sameMeaning);
    }

    /** What must hold for the file to have a hash: L01–L03, and of L33 that every file it names is there. */
    public List<Finding> readable(Yaml.Document document) {
        Findings findings = new Findings(file);
        yaml(document, findings);
        Set<String> seen = new HashSet<>();
        Canonical.named(document.root())
                .filter(name ->
                        seen.add(name.text()) && beside.file(name.text()).isEmpty())
                .forEach(name -> findings.add(Rule.L33, name.mark(), Map.of("file", Phrase.of(name.text()))));
        return findings.sorted();
    }

    /** All rules, in the order of the file; a file that cannot be read has no other faults. */
    public List<Finding> check(Yaml.Document document) {
        Findings findings = new Findings(file);
        yaml(document, findings);
        boolean whole = document.faults().stream().allMatch(fault -> fault.trouble() == Yaml.Trouble.REPEATED_KEY);
        if (whole) {
            Outline survey = Outline.of(content(document.root()));
            lints().forEach(lint -> lint.check(survey, findings));
        }
        return findings.sorted();
    }

    /** An empty file lacks everything that a definition needs. */
    private static Node content(Node root) {
        return root.isGiven() ? root : new Node.Mapping(root.mark(), List.of());
    }

    private Stream<Lint> lints() {
        return Stream.of(
                new SchemaLint(),
                new TextLint(),
                new IdLint(),
                new VersionLint(beside, sameMeaning),
                new ScaleLint(),
                new ConstructLint(),
                new ConditionLint(),
                new ChoiceLint(),
                new SamplingLint(beside),
                new OnsiteLint(),
                new PrivacyLint(),
                new QuotaLint(),
                new QualityLint());
    }

    private static void yaml(Yaml.Document document, Findings findings) {
        for (Yaml.YamlFault fault : document.faults()) {
            switch (fault.trouble()) {
                case UNREADABLE -> findings.add(Rule.L01, fault.mark(), Map.of("reason", Phrase.of(fault.words())));
                case REPEATED_KEY ->
                    findings.add(
                            Rule.L02,
                            fault.mark(),
                            Map.of("key", Phrase.of(fault.args().getOrDefault("key", ""))));
                case FORBIDDEN -> findings.add(Rule.L03, fault.mark());
            }
        }
    }
}
