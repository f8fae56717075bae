package tw.minsheng.report;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tw.minsheng.format.Node;
import tw.minsheng.format.Yaml;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;

/** Reads a facts file (YAML): what is known only after the fieldwork and is not data. */
public final class FactsFile {

    private static final Pattern COUNT = Pattern.compile("[0-9]{1,12}");
    private static final Map<String, Set<String>> KEYS = Map.of(
            "",
            Set.of(
                    "conductor",
                    "principal",
                    "contractor",
                    "fieldwork",
                    "funding",
                    "dispositions",
                    "texts",
                    "no_actions",
                    "approved"),
            "fieldwork",
            Set.of("from", "to"),
            "dispositions",
            Set.of("i", "p", "r", "nc", "o", "uh", "uo", "ne"),
            "no_actions",
            Set.of("reason", "signed_by"),
            "approved",
            Set.of("by", "on"));

    private final String name;
    private final Node root;
    private final List<Fault> faults = new ArrayList<>();

    private FactsFile(String name, Node root) {
        this.name = name;
        this.root = root;
    }

    /**
     * @param name how the file is called in messages
     * @throws Problem INVALID {@code facts.faults} naming every fault with its line, or what {@link Yaml} refuses
     */
    public static Facts read(String name, byte[] bytes) {
        FactsFile file = new FactsFile(name, Yaml.read(name, bytes));
        Facts facts = file.facts();
        if (!file.faults.isEmpty()) {
            throw new Problem(Problem.Kind.INVALID, "facts.faults", Map.of("file", name), file.faults);
        }
        return facts;
    }

    private Facts facts() {
        checkKeys(root, "");
        KEYS.keySet().stream().filter(key -> !key.isEmpty()).sorted().forEach(key -> checkKeys(root.get(key), key));
        Map<String, String> texts = new LinkedHashMap<>();
        root.get("texts")
                .entries()
                .forEach(entry -> texts.put(entry.key(), entry.value().text()));
        Node approved = root.get("approved");
        return new Facts(
                text("conductor"),
                text("principal"),
                text("contractor"),
                fieldwork(),
                text("funding"),
                dispositions(),
                texts,
                new Facts.NoActions(
                        root.get("no_actions").get("reason").text(),
                        root.get("no_actions").get("signed_by").text()),
                new Facts.Approval(approved.get("by").text(), day(approved.get("on"))));
    }

    private String text(String key) {
        return root.get(key).text().strip();
    }

    private Facts.Fieldwork fieldwork() {
        Node fieldwork = root.get("fieldwork");
        LocalDate from = day(fieldwork.get("from"));
        LocalDate to = day(fieldwork.get("to"));
        if (to.isBefore(from)) {
            faults.add(fault(fieldwork, "facts.days_turned", ""));
        }
        return new Facts.Fieldwork(from, to);
    }

    private Facts.Dispositions dispositions() {
        Node node = root.get("dispositions");
        return new Facts.Dispositions(
                count(node, "i"),
                count(node, "p"),
                count(node, "r"),
                count(node, "nc"),
                count(node, "o"),
                count(node, "uh"),
                count(node, "uo"),
                count(node, "ne"));
    }

    private long count(Node dispositions, String key) {
        Node node = dispositions.get(key);
        if (!node.isGiven()) {
            return 0;
        }
        if (!COUNT.matcher(node.text()).matches()) {
            faults.add(fault(node, "facts.not_count", node.text()));
            return 0;
        }
        return Long.parseLong(node.text());
    }

    private LocalDate day(Node node) {
        if (!node.isGiven()) {
            return LocalDate.EPOCH;
        }
        try {
            return LocalDate.parse(node.text());
        } catch (DateTimeParseException notADay) {
            faults.add(fault(node, "facts.not_day", node.text()));
            return LocalDate.EPOCH;
        }
    }

    private void checkKeys(Node node, String place) {
        Set<String> known = KEYS.getOrDefault(place, Set.of());
        for (Node.Entry entry : node.entries()) {
            if (!known.contains(entry.key())) {
                faults.add(fault(entry.value(), "facts.unknown_key", entry.key()));
            }
        }
    }

    private Fault fault(Node node, String code, String value) {
        String line = Integer.toString(node.mark().line());
        return new Fault(name + ":" + line, code, Map.of("file", name, "line", line, "value", value));
    }
}
