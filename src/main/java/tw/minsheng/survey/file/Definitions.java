package tw.minsheng.survey.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tw.minsheng.format.Json;
import tw.minsheng.format.Node;
import tw.minsheng.format.Yaml;
import tw.minsheng.kernel.Sha256;
import tw.minsheng.survey.file.definition.Canonical;
import tw.minsheng.survey.file.lint.Finding;
import tw.minsheng.survey.file.lint.Linter;

/** Canonical trees of definitions, published or not, for hashing and comparing; they need not be free of faults. */
public final class Definitions {

    private Definitions() {}

    /**
     * A definition as far as it can be read.
     *
     * @param tree the canonical tree
     * @param findings why it cannot be read: L01–L03, and L33 for a named file that is not there
     */
    public record Definition(Node tree, List<Finding> findings) {

        public Definition {
            findings = List.copyOf(findings);
        }

        /** SHA-256 of the canonical bytes. */
        public String hash() {
            return Sha256.hexOf(Json.canonical(tree));
        }
    }

    /** Reads {@code survey.yaml}, or the JSON of a published version. */
    public static Definition read(SurveyFolder folder) {
        byte[] bytes = folder.definition();
        if (folder.name().endsWith(".json")) {
            return new Definition(Json.read(folder.name(), bytes), List.of());
        }
        Yaml.Document document = Yaml.parse(bytes);
        Map<String, byte[]> contents = new LinkedHashMap<>();
        for (String name : Canonical.files(document.root())) {
            folder.file(name).ifPresent(content -> contents.put(name, content));
        }
        List<Finding> findings = new Linter(folder.name(), folder, Set.of()).readable(document);
        return new Definition(Canonical.tree(document.root(), contents), findings);
    }
}
