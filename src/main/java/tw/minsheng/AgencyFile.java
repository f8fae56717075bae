package tw.minsheng;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tw.minsheng.format.Node;
import tw.minsheng.format.Yaml;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.kernel.Problem;
import tw.minsheng.security.Agency;
import tw.minsheng.security.AgencyTree;

/** {@code agencies.yaml} in the folder of the surveys: the names of the agencies and who stands under whom. */
final class AgencyFile {

    static final String NAME = "agencies.yaml";

    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Set<String> KNOWN = Set.of("parent", "name");

    private final Node root;
    private final List<Fault> faults = new ArrayList<>();

    private AgencyFile(Node root) {
        this.root = root;
    }

    /**
     * The agencies in the order of the file; none when there is no file. Blocks.
     *
     * @throws Problem INVALID {@code agencies.faults} with each fault and its line, or what {@link Yaml} refuses
     */
    static List<Agency> in(Path surveys) {
        Path path = surveys.resolve(NAME);
        if (!Files.isRegularFile(path)) {
            return List.of();
        }
        try {
            AgencyFile file = new AgencyFile(Yaml.read(path.toString(), Files.readAllBytes(path)));
            List<Agency> agencies = file.agencies();
            if (!file.faults.isEmpty()) {
                throw new Problem(
                        Problem.Kind.INVALID, "agencies.faults", Map.of("file", path.toString()), file.faults);
            }
            return agencies;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Agency> agencies() {
        List<Agency> agencies = new ArrayList<>();
        root.entries().forEach(entry -> agencies.add(agency(entry)));
        AgencyTree tree = AgencyTree.of(agencies);
        root.entries().forEach(entry -> checkParent(entry, tree));
        return agencies;
    }

    private Agency agency(Node.Entry entry) {
        Node node = entry.value();
        if (!KEY.matcher(entry.key()).matches()) {
            fault(node, "agencies.bad_key", entry.key());
        }
        node.keys().stream()
                .filter(key -> !KNOWN.contains(key))
                .sorted()
                .forEach(key -> fault(node.get(key), "agencies.unknown_key", key));
        Map<Language, String> names = new LinkedHashMap<>();
        node.get("name")
                .entries()
                .forEach(
                        name -> names.put(new Language(name.key()), name.value().text()));
        if (!names.containsKey(Language.ZH_TW)) {
            fault(node, "agencies.no_name", entry.key());
        }
        String parent = node.get("parent").text();
        return new Agency(entry.key(), parent.equals(entry.key()) ? "" : parent, new LocalizedText(names));
    }

    /** A parent must be in the file, and nobody may stand under itself. */
    private void checkParent(Node.Entry entry, AgencyTree tree) {
        Node parent = entry.value().get("parent");
        String key = parent.text();
        boolean known = key.isEmpty() || tree.find(key).isPresent();
        if (!known || key.equals(entry.key()) || tree.isWithin(key, entry.key())) {
            fault(parent, "agencies.bad_parent", key);
        }
    }

    private void fault(Node node, String code, String value) {
        String line = Integer.toString(node.mark().line());
        faults.add(new Fault(NAME + ":" + line, code, Map.of("line", line, "value", value)));
    }
}
