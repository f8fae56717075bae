package tw.minsheng.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.format.Node;
import tw.minsheng.format.Yaml;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.kernel.Problem;

/** Reads a file of 判斷標準 (YAML): {@code <measure>: {limit, source: {zh-TW, en}}}, every measure. */
public final class StandardsFile {

    /** Its name in the folder of all surveys. */
    public static final String NAME = "standards.yaml";

    private static final List<Language> LANGUAGES = List.of(Language.ZH_TW, Language.EN);

    private final String name;
    private final List<Fault> faults = new ArrayList<>();

    private StandardsFile(String name) {
        this.name = name;
    }

    /** The limits that hold where nobody sets others. */
    public static Standards usual() {
        try (InputStream in = StandardsFile.class.getResourceAsStream(NAME)) {
            if (in == null) {
                throw new IllegalStateException("no " + NAME);
            }
            return read(NAME, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param name how the file is called in messages
     * @throws Problem INVALID {@code standards.faults} naming every fault with its line, or what {@link Yaml} refuses
     */
    public static Standards read(String name, byte[] bytes) {
        StandardsFile file = new StandardsFile(name);
        Map<Standards.Measure, Standards.Standard> read = file.standards(Yaml.read(name, bytes));
        if (!file.faults.isEmpty()) {
            throw new Problem(Problem.Kind.INVALID, "standards.faults", Map.of("file", name), file.faults);
        }
        return new Standards(read);
    }

    private Map<Standards.Measure, Standards.Standard> standards(Node root) {
        Map<Standards.Measure, Standards.Standard> read = new EnumMap<>(Standards.Measure.class);
        for (Standards.Measure measure : Standards.Measure.values()) {
            Node node = root.get(measure.key());
            if (!node.isGiven()) {
                faults.add(fault(root, "standards.missing", measure.key()));
            } else {
                limit(measure, node).ifPresent(limit -> read.put(measure, new Standards.Standard(limit, source(node))));
            }
        }
        for (Node.Entry entry : root.entries()) {
            boolean known = List.of(Standards.Measure.values()).stream()
                    .anyMatch(measure -> measure.key().equals(entry.key()));
            if (!known) {
                faults.add(fault(entry.value(), "standards.unknown_key", entry.key()));
            }
        }
        return read;
    }

    private Optional<Double> limit(Standards.Measure measure, Node node) {
        Node limit = node.get("limit");
        if (limit instanceof Node.Num number) {
            double value = number.value().doubleValue();
            boolean usable = value >= 0 && (value <= 1 || measure == Standards.Measure.CRITICAL_RATIO) && value <= 100;
            if (usable) {
                return Optional.of(value);
            }
        }
        faults.add(fault(node, "standards.limit", measure.key()));
        return Optional.empty();
    }

    private LocalizedText source(Node node) {
        Map<Language, String> texts = new LinkedHashMap<>();
        for (Language language : LANGUAGES) {
            String text = node.get("source").get(language.tag()).text().strip();
            if (text.isEmpty()) {
                faults.add(fault(node, "standards.source", language.tag()));
            }
            texts.put(language, text);
        }
        return new LocalizedText(texts);
    }

    private Fault fault(Node node, String code, String value) {
        String line = Integer.toString(node.mark().line());
        return new Fault(name + ":" + line, code, Map.of("file", name, "line", line, "value", value));
    }
}
