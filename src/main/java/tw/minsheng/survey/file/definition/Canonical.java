package tw.minsheng.survey.file.definition;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tw.minsheng.format.Json;
import tw.minsheng.format.Mark;
import tw.minsheng.format.Node;
import tw.minsheng.kernel.Sha256;

/**
 * The canonical JSON of a definition (RFC 8785): without {@code status}, strings in Unicode NFC, and with a map
 * {@code files} of the SHA-256 of every CSV that is named. Its SHA-256 is the hash of the version; the order of keys,
 * quoting and line ends of the YAML do not change it.
 */
public final class Canonical {

    private Canonical() {}

    /** The CSV files that a definition names, each once, in the order of the file. */
    public static List<String> files(Node root) {
        return named(root).map(Node::text).distinct().toList();
    }

    /** Every place where a definition names a CSV file. */
    public static Stream<Node> named(Node root) {
        Node margins = root.get("weighting").get("margins");
        return Stream.concat(
                        Stream.of(root.get("sampling").get("strata").get("targets")),
                        margins.elements().stream().map(margin -> margin.get("file")))
                .filter(name -> !name.text().isEmpty());
    }

    /**
     * The canonical bytes.
     *
     * @param contents of every file that is named, by name
     */
    public static byte[] bytes(Node root, Map<String, byte[]> contents) {
        return Json.canonical(tree(root, contents));
    }

    /** The canonical tree, which {@link Difference} compares. */
    public static Node tree(Node root, Map<String, byte[]> contents) {
        List<Node.Entry> entries = new ArrayList<>();
        for (Node.Entry entry : root.entries()) {
            if (!entry.key().equals("status") && !entry.key().equals("files")) {
                entries.add(normal(entry));
            }
        }
        List<Node.Entry> hashes = contents.entrySet().stream()
                .map(file -> entry(file.getKey(), Sha256.hexOf(file.getValue())))
                .toList();
        if (!hashes.isEmpty()) {
            entries.add(new Node.Entry("files", Mark.START, new Node.Mapping(Mark.START, hashes)));
        }
        return new Node.Mapping(Mark.START, entries);
    }

    private static Node.Entry entry(String key, String text) {
        return new Node.Entry(nfc(key), Mark.START, new Node.Text(Mark.START, text));
    }

    private static Node.Entry normal(Node.Entry entry) {
        return new Node.Entry(nfc(entry.key()), entry.mark(), normal(entry.value()));
    }

    private static Node normal(Node node) {
        if (node instanceof Node.Mapping mapping) {
            return new Node.Mapping(
                    mapping.mark(),
                    mapping.entries().stream().map(Canonical::normal).toList());
        }
        if (node instanceof Node.Sequence sequence) {
            return new Node.Sequence(
                    sequence.mark(),
                    sequence.elements().stream().map(Canonical::normal).toList());
        }
        return node instanceof Node.Text text ? new Node.Text(text.mark(), nfc(text.text())) : node;
    }

    private static String nfc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
