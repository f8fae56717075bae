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
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.kernel.Problem;
import tw.minsheng.kernel.Texts;

/**
 * YAML 1.2 read strictly into nodes with places. Files are untrusted: anchors, aliases, tags, a second document, more
 * than 256 KB and bytes that are not UTF-8 are faults; keys written twice are all listed. Nothing is ever expanded or
 * constructed, so no file can grow in memory.
 */
public final class Yaml {

    public static final int MAX_BYTES = 256 * 1024;

    /** What is wrong with a file as YAML. */
    public enum Trouble {
        /** it cannot be read */
        UNREADABLE,
        /** {@code key} stands there already */
        REPEATED_KEY,
        /** an anchor, alias or tag, or too large */
        FORBIDDEN
    }

    /**
     * One thing that is wrong.
     *
     * @param code key of its words in the messages of this room
     * @param args values for the placeholders of the words, among them the {@code key} that is repeated
     */
    public record YamlFault(Trouble trouble, Mark mark, String code, Map<String, String> args) {

        public YamlFault {
            args = Map.copyOf(args);
        }

        static YamlFault of(Trouble trouble, Mark mark, YamlReason reason) {
            return new YamlFault(trouble, mark, reason.code(), Map.of("detail", reason.detail()));
        }

        static YamlFault repeated(Mark mark, String key) {
            return new YamlFault(Trouble.REPEATED_KEY, mark, "yaml.repeated_key", Map.of("key", key));
        }

        /** The words of both languages travel with the fault; each language's message takes its own. */
        private Fault in(String file) {
            String line = Integer.toString(mark.line());
            LocalizedText said = words();
            return new Fault(
                    file + ":" + line,
                    "yaml.at",
                    Map.of("file", file, "line", line, "zh", said.in(Language.ZH_TW), "en", said.in(Language.EN)));
        }

        /** What is wrong, without its place. */
        public LocalizedText words() {
            Texts texts = Texts.of(Yaml.class);
            return new LocalizedText(Map.of(
                    Language.ZH_TW, texts.text(Language.ZH_TW, code, args),
                    Language.EN, texts.text(Language.EN, code, args)));
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
            return refused(Trouble.FORBIDDEN, YamlReason.SIZE);
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return refused(Trouble.UNREADABLE, YamlReason.of(EncodingGuess.of(bytes)));
        }
        YamlTree tree = new YamlTree();
        LoadSettings settings = LoadSettings.builder().setUseMarks(true).build();
        try {
            new Parse(settings).parseString(withoutBom(text)).forEach(tree::take);
        } catch (MarkedYamlEngineException e) {
            Mark mark = e.getProblemMark().map(YamlTree::mark).orElse(Mark.START);
            tree.fault(Trouble.UNREADABLE, mark, YamlReason.of(reason(e)));
        } catch (YamlTree.Unreadable e) {
            tree.fault(Trouble.UNREADABLE, e.mark(), e.reason());
        } catch (YamlEngineException e) {
            tree.fault(Trouble.UNREADABLE, Mark.START, YamlReason.of(firstLine(e)));
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
        List<Fault> faults =
                document.faults().stream().map(fault -> fault.in(name)).toList();
        throw new Problem(Problem.Kind.INVALID, "yaml.faults", Map.of("file", name), faults);
    }

    private static Document refused(Trouble trouble, YamlReason reason) {
        YamlFault fault = YamlFault.of(trouble, Mark.START, reason);
        return new Document(new Node.Nothing(Mark.START), List.of(fault));
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
