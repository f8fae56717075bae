package tw.minsheng.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tw.minsheng.format.Node;
import tw.minsheng.format.Yaml;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;

/** Reads a mapping file (YAML); all keys and values are taken as text. */
public final class AnswerMappingFile {

    private static final Set<String> KEYS = Set.of("columns", "ignore", "values", "missing", "constants");

    private AnswerMappingFile() {}

    /**
     * @param name how the file is called in messages
     * @throws Problem INVALID {@code mapping.faults}, or what {@link Yaml} refuses
     */
    public static AnswerMapping read(String name, byte[] bytes) {
        Node root = Yaml.read(name, bytes);
        List<Fault> faults = new ArrayList<>();
        for (Node.Entry entry : root.entries()) {
            if (!KEYS.contains(entry.key())) {
                faults.add(fault(name, entry.value(), "mapping.unknown_key", entry.key()));
            }
        }
        Node ignore = root.get("ignore");
        AnswerMapping mapping = new AnswerMapping(
                texts(name, root.get("columns"), faults),
                new TreeSet<>(ignore.texts()),
                ignore.text().equals(AnswerMapping.EVERY),
                tables(name, root.get("values"), faults),
                tables(name, root.get("missing"), faults),
                texts(name, root.get("constants"), faults));
        if (!faults.isEmpty()) {
            throw new Problem(Problem.Kind.INVALID, "mapping.faults", Map.of("file", name), faults);
        }
        return mapping;
    }

    private static Map<String, Map<String, String>> tables(String name, Node node, List<Fault> faults) {
        Map<String, Map<String, String>> found = new LinkedHashMap<>();
        checkMapping(name, node, faults);
        node.entries().forEach(entry -> found.put(entry.key(), texts(name, entry.value(), faults)));
        return found;
    }

    private static Map<String, String> texts(String name, Node node, List<Fault> faults) {
        Map<String, String> found = new LinkedHashMap<>();
        checkMapping(name, node, faults);
        for (Node.Entry entry : node.entries()) {
            Node value = entry.value();
            if (value.isGiven()
                    && (!value.entries().isEmpty() || !value.elements().isEmpty())) {
                faults.add(fault(name, value, "mapping.not_text", entry.key()));
            }
            found.put(entry.key(), value.text());
        }
        return found;
    }

    private static void checkMapping(String name, Node node, List<Fault> faults) {
        if (node.isGiven() && !(node instanceof Node.Mapping)) {
            faults.add(fault(name, node, "mapping.not_mapping", node.text()));
        }
    }

    private static Fault fault(String name, Node node, String code, String key) {
        String line = Integer.toString(node.mark().line());
        return new Fault(name + ":" + line, code, Map.of("file", name, "line", line, "key", key));
    }
}
