package tw.minsheng.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;

/**
 * YAML 1.2 read strictly into nodes with places. Files are untrusted: anchors, aliases, tags, a second document, more
 * than 256 KB and bytes that are not UTF-8 are faults; keys written twice are all listed. Nothing is ever expanded or
 * constructed, so no file can grow in memory.
 */
public final class Yaml {

    public static final int MAX_BYTES = 256 * 1024;

    /** What is wrong with a file as YAML. */
    public enum Trouble {
        /** it cannot be read; {@code reason} says why */
        UNREADABLE,
        /** {@code key} stands there already */
        REPEATED_KEY,
        /** an anchor, alias or tag, or too large */
        FORBIDDEN
    }

    /** @param args {@code reason} or {@code key} */
    public record YamlFault(Trouble trouble, Mark mark, Map<String, String> args) {
        public YamlFault {
            args = Map.copyOf(args);
        }
    }

    /**
     * A file as read.
     *
     * @param root what could be read; {@link Node.Nothing} when nothing could
     * @param faults all of them, in the order of the file
     */
    public record Document(Node root, List<YamlFault> faults) {
        public Document {
            faults = List.copyOf(faults);
        }
    }

    private Yaml() {}

    /** Reads a whole file and lists everything that is wrong with it as YAML. */
    public static Document parse(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return refused(Trouble.FORBIDDEN, Mark.START, "size");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return refused(
                    Trouble.UNREADABLE, Mark.START, EncodingGuess.of(bytes).reason());
        }
        YamlTree tree = new YamlTree();
        LoadSettings settings = LoadSettings.builder().setUseMarks(true).build();
        try {
            new Parse(settings).parseString(withoutBom(text)).forEach(tree::take);
        } catch (MarkedYamlEngineException e) {
            Mark mark = e.getProblemMark().map(YamlTree::mark).orElse(Mark.START);
            tree.fault(Trouble.UNREADABLE, mark, Map.of("reason", reason(e)));
        } catch (YamlEngineException e) {
            tree.fault(Trouble.UNREADABLE, Mark.START, Map.of("reason", firstLine(e)));
        }
        return tree.document();
    }

    /**
     * Reads a whole file of which nothing may be wrong.
     *
     * @param name how the file is called in messages
     * @throws Problem INVALID {@code yaml.faults} with one fault per trouble, its place {@code name:line}
     */
    public static Node read(String name, byte[] bytes) {
        Document document = parse(bytes);
        if (document.faults().isEmpty()) {
            return document.root();
        }
        List<Fault> faults = document.faults().stream()
                .map(fault ->
                        new Fault(name + ":" + fault.mark().line(), "yaml." + code(fault.trouble()), fault.args()))
                .toList();
        throw new Problem(Problem.Kind.INVALID, "yaml.faults", Map.of("file", name), faults);
    }

    private static String code(Trouble trouble) {
        return switch (trouble) {
            case UNREADABLE -> "unreadable";
            case REPEATED_KEY -> "repeated_key";
            case FORBIDDEN -> "forbidden";
        };
    }

    private static Document refused(Trouble trouble, Mark mark, String reason) {
        YamlFault fault = new YamlFault(trouble, mark, Map.of("reason", reason));
        return new Document(new Node.Nothing(mark), List.of(fault));
    }

    private static String reason(MarkedYamlEngineException e) {
        String problem = e.getProblem();
        return problem == null ? firstLine(e) : problem;
    }

    private static String firstLine(YamlEngineException e) {
        String message = e.getMessage();
        return message == null ? "?" : message.lines().findFirst().orElse("?");
    }

    private static String withoutBom(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
