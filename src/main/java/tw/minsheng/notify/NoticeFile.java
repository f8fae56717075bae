package tw.minsheng.notify;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import tw.minsheng.format.Node;
import tw.minsheng.format.Yaml;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.kernel.Problem;

/** {@code notices.yaml} beside the surveys: the words that an agency puts in the place of the shipped ones. */
public final class NoticeFile {

    public static final String NAME = "notices.yaml";

    private static final Set<String> OF_A_NOTICE = Set.of("subject", "text");

    private final String file;
    private final List<Fault> faults = new ArrayList<>();

    private NoticeFile(String file) {
        this.file = file;
    }

    /** @throws Problem INVALID {@code notices.faults} with each fault and its line, or what {@link Yaml} refuses */
    public static NoticeTemplates read(String file, byte[] bytes) {
        NoticeFile reader = new NoticeFile(file);
        Map<NoticeKind, NoticeTemplates.Template> templates = new EnumMap<>(NoticeKind.class);
        for (Node.Entry entry : Yaml.read(file, bytes).entries()) {
            NoticeKind.of(entry.key())
                    .ifPresentOrElse(
                            kind -> templates.put(kind, reader.template(kind, entry.value())),
                            () -> reader.fault(entry.value(), "notices.unknown", entry.key()));
        }
        if (!reader.faults.isEmpty()) {
            throw new Problem(Problem.Kind.INVALID, "notices.faults", Map.of("file", file), reader.faults);
        }
        return new NoticeTemplates(templates);
    }

    private NoticeTemplates.Template template(NoticeKind kind, Node node) {
        node.keys().stream()
                .filter(key -> !OF_A_NOTICE.contains(key))
                .sorted()
                .forEach(key -> fault(node.get(key), "notices.key", key));
        LocalizedText subject = words(kind, node.get("subject"), "subject");
        LocalizedText text = words(kind, node.get("text"), "text");
        for (Language language : List.of(Language.ZH_TW, Language.EN)) {
            Set<String> said = placeholders(text.in(language));
            Node place = node.get("text").get(language.tag());
            new TreeSet<>(kind.required())
                    .stream().filter(fact -> !said.contains(fact)).forEach(fact -> fault(place, "notices.fact", fact));
        }
        return new NoticeTemplates.Template(subject, text);
    }

    private LocalizedText words(NoticeKind kind, Node node, String name) {
        Map<Language, String> texts = new LinkedHashMap<>();
        for (Language language : List.of(Language.ZH_TW, Language.EN)) {
            Node place = node.get(language.tag());
            if (place.text().isBlank()) {
                fault(node, "notices.text", name + " " + language.tag());
            }
            placeholders(place.text()).stream()
                    .filter(fact -> !kind.facts().contains(fact))
                    .forEach(fact -> fault(place, "notices.placeholder", fact));
            texts.put(language, place.text());
        }
        return new LocalizedText(texts);
    }

    private static Set<String> placeholders(String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = NoticeTemplates.PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private void fault(Node node, String code, String value) {
        String line = Integer.toString(node.mark().line());
        faults.add(new Fault(file + ":" + line, code, Map.of("line", line, "value", value)));
    }
}
