package tw.minsheng.dataset;

import java.util.List;
import tw.minsheng.format.Yaml;
import tw.minsheng.format.YamlForm;
import tw.minsheng.kernel.Problem;

/** Reads a mapping file (YAML); all keys and values are taken as text. */
public final class AnswerMappingFile {

    private static final List<String> KEYS = List.of("columns", "ignore", "values", "missing", "constants");

    private AnswerMappingFile() {}

    /**
     * @param name how the file is called in messages
     * @throws Problem INVALID {@code mapping.faults}, or what {@link Yaml} refuses
     */
    public static AnswerMapping read(String name, byte[] bytes) {
        YamlForm form = YamlForm.open(name, bytes, KEYS);
        AnswerMapping mapping = new AnswerMapping(
                form.texts("columns"),
                form.list("ignore"),
                form.node("ignore").text().equals(AnswerMapping.EVERY),
                form.tables("values"),
                form.tables("missing"),
                form.texts("constants"));
        form.done();
        return mapping;
    }
}
