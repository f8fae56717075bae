package tw.minsheng.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;

/**
 * A small YAML file of a known shape, read so that one run names every fault with its line: keys that are not known, and
 * values of another shape. All values are taken as text. {@link #done} refuses; until then, what has a fault reads as empty.
 */
public final class YamlForm {

    private final String name;
    private final Node root;
    private final List<Fault> faults = new ArrayList<>();

    private YamlForm(String name, Node root) {
        this.name = name;
        this.root = root;
    }

    /**
     * @param name how the file is called in messages
     * @param known the keys that may stand at the top, in the order in which messages name them
     * @throws Problem what {@link Yaml} refuses
     */
    public static YamlForm open(String name, byte[] bytes, List<String> known) {
        YamlForm form = new YamlForm(name, Yaml.read(name, bytes));
        form.checkMapping(form.root);
        String list = String.join(", ", known);
        for (Node.Entry entry : form.root.entries()) {
            if (!known.contains(entry.key())) {
                form.fault(entry.value(), "mapping.unknown_key", Map.of("key", entry.key(), "known", list));
            }
        }
        return form;
    }

    /** What stands under a key. */
    public Node node(String key) {
        return root.get(key);
    }

    /** The text under a key, "" for none. */
    public String text(String key) {
        Node node = root.get(key);
        checkText(node, key);
        return node.text();
    }

    /** A list of texts, or one text that stands alone. */
    public Set<String> list(String key) {
        Node node = root.get(key);
        if (!node.entries().isEmpty()) {
            fault(node, "mapping.not_list", Map.of("key", key));
        }
        node.elements().forEach(each -> checkText(each, key));
        return new LinkedHashSet<>(node.text().isEmpty() ? node.texts() : List.of(node.text()));
    }

    /** key → text. */
    public Map<String, String> texts(String key) {
        return texts(root.get(key));
    }

    /** key → key → text. */
    public Map<String, Map<String, String>> tables(String key) {
        Map<String, Map<String, String>> found = new LinkedHashMap<>();
        checkMapping(root.get(key));
        root.get(key).entries().forEach(entry -> found.put(entry.key(), texts(entry.value())));
        return found;
    }

    /** Notes a fault of this file; {@code file} and {@code line} are added to the values of its words. */
    public void fault(Node node, String code, Map<String, String> args) {
        String line = Integer.toString(node.mark().line());
        Map<String, String> all = new LinkedHashMap<>(args);
        all.put("file", name);
        all.put("line", line);
        faults.add(new Fault(name + ":" + line, code, all));
    }

    /** @throws Problem INVALID {@code mapping.faults} when there is any fault */
    public void done() {
        done("mapping.faults");
    }

    /**
     * @param code what the file is called in words, {@code file}
     * @throws Problem INVALID with the code when there is any fault
     */
    public void done(String code) {
        if (!faults.isEmpty()) {
            throw new Problem(Problem.Kind.INVALID, code, Map.of("file", name), faults);
        }
    }

    private Map<String, String> texts(Node node) {
        Map<String, String> found = new LinkedHashMap<>();
        checkMapping(node);
        for (Node.Entry entry : node.entries()) {
            checkText(entry.value(), entry.key());
            found.put(entry.key(), entry.value().text());
        }
        return found;
    }

    private void checkText(Node node, String key) {
        if (!node.entries().isEmpty() || !node.elements().isEmpty()) {
            fault(node, "mapping.not_text", Map.of("key", key));
        }
    }

    private void checkMapping(Node node) {
        if (node.isGiven() && !(node instanceof Node.Mapping)) {
            fault(node, "mapping.not_mapping", Map.of("key", node.text()));
        }
    }
}
