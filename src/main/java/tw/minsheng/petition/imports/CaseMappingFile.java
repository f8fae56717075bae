package tw.minsheng.petition.imports;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tw.minsheng.format.Encoding;
import tw.minsheng.format.Node;
import tw.minsheng.format.YamlForm;
import tw.minsheng.kernel.Problem;

/** Reads the mapping file of a foreign file of cases (YAML); one run names every fault with its line. */
public final class CaseMappingFile {

    private static final List<String> KEYS = List.of(
            "columns",
            "ignore",
            "values",
            "missing",
            "constants",
            "encoding",
            "formats",
            "closed_status",
            "duplicate_status");

    private final YamlForm form;

    private CaseMappingFile(YamlForm form) {
        this.form = form;
    }

    /**
     * @param name how the file is called in messages
     * @throws Problem INVALID {@code mapping.faults}, or what {@link tw.minsheng.format.Yaml} refuses
     */
    public static CaseMapping read(String name, byte[] bytes) {
        return new CaseMappingFile(YamlForm.open(name, bytes, KEYS)).mapping();
    }

    private CaseMapping mapping() {
        Map<CaseField, String> columns = fields("columns", form.texts("columns"), Set.of());
        Map<CaseField, String> constants = fields("constants", form.texts("constants"), Set.of(CaseField.Kind.WORD));
        constants.keySet().stream()
                .filter(columns::containsKey)
                .forEach(field -> fault("constants", field.id(), "mapping.twice", field.id()));
        CaseMapping mapping = new CaseMapping(
                columns,
                form.list("ignore"),
                form.node("ignore").text().equals(CaseMapping.EVERY),
                fields("values", form.tables("values"), Set.of(CaseField.Kind.WORD)),
                missing(),
                constants,
                encoding(),
                formats(),
                form.list("closed_status"),
                form.list("duplicate_status"));
        form.done();
        return mapping;
    }

    /** @param kinds of fields that may stand there; none for all */
    private <T> Map<CaseField, T> fields(String key, Map<String, T> read, Set<CaseField.Kind> kinds) {
        Map<CaseField, T> found = new EnumMap<>(CaseField.class);
        read.forEach((id, value) -> {
            Optional<CaseField> field = CaseField.of(id).filter(each -> kinds.isEmpty() || kinds.contains(each.kind()));
            field.ifPresentOrElse(known -> found.put(known, value), () -> fault(key, id, "mapping.unknown_field", id));
        });
        return found;
    }

    private Map<String, Set<String>> missing() {
        Map<String, Set<String>> words = new LinkedHashMap<>();
        form.tables("missing").forEach((id, theirs) -> {
            if (!id.equals(CaseMapping.EVERY) && CaseField.of(id).isEmpty()) {
                fault("missing", id, "mapping.unknown_field", id);
            }
            words.put(id, Set.copyOf(theirs.keySet()));
        });
        return words;
    }

    private Encoding encoding() {
        String word = form.text("encoding");
        if (word.isEmpty()) {
            return Encoding.UTF_8;
        }
        Optional<Encoding> known = Encoding.named(word);
        if (known.isEmpty()) {
            form.fault(form.node("encoding"), "mapping.encoding", Map.of("key", word));
        }
        return known.orElse(Encoding.UTF_8);
    }

    private Map<CaseField, TimeFormat> formats() {
        Map<CaseField, TimeFormat> formats = new EnumMap<>(CaseField.class);
        fields("formats", form.texts("formats"), Set.of(CaseField.Kind.TIME)).forEach((field, word) -> {
            try {
                formats.put(field, TimeFormat.of(word));
            } catch (IllegalArgumentException noPattern) {
                fault("formats", field.id(), "mapping.format", word);
            }
        });
        return formats;
    }

    private void fault(String key, String id, String code, String word) {
        Node where = form.node(key).get(id);
        form.fault(where, code, Map.of("key", word, "at", key, "known", CaseField.ids()));
    }
}
