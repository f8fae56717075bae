package tw.minsheng.survey.file.definition;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tw.minsheng.format.Node;
import tw.minsheng.format.Yaml;
import tw.minsheng.format.YamlForm;
import tw.minsheng.kernel.Problem;
import tw.minsheng.survey.Population;
import tw.minsheng.survey.Weighting;

/**
 * Reads a file that says how to weight, for data without a survey definition: {@code method}, {@code margins} and {@code trim} as
 * they stand under {@code weighting} of a definition, with or without that key above them. A margin may also list under
 * {@code missing} the codes that say nothing.
 */
public final class WeightingFile {

    private static final List<String> KEYS = List.of("method", "margins", "bounds", "trim");
    private static final List<String> OF_MARGIN = List.of("variable", "file", "source", "asOf", "missing");
    private static final Map<String, Weighting.Method> METHODS = Map.of(
            "", Weighting.Method.RAKING,
            "raking", Weighting.Method.RAKING,
            "cell", Weighting.Method.CELL,
            "linear", Weighting.Method.LINEAR,
            "logit", Weighting.Method.LOGIT);

    private final YamlForm form;
    private final Node weighting;
    private final Function<String, Optional<byte[]>> beside;
    private final Map<String, Set<String>> missing = new LinkedHashMap<>();

    private WeightingFile(YamlForm form, Function<String, Optional<byte[]>> beside) {
        this.form = form;
        this.weighting = form.node("weighting");
        this.beside = beside;
    }

    /**
     * What the file says.
     *
     * @param missing by variable, codes of answers that do not tell it
     */
    public record Plan(Weighting weighting, Map<String, Set<String>> missing) {
        public Plan {
            missing = Map.copyOf(missing);
        }

        /** Codes of answers that do not tell a variable. */
        public Set<String> missing(String variable) {
            return missing.getOrDefault(variable, Set.of());
        }

        /** The same with other limits of the weights, in multiples of their mean. */
        public Plan trimmed(double low, double high) {
            return new Plan(weighting.trimmed(low, high), missing);
        }
    }

    /**
     * @param name how the file is called in messages
     * @param beside a file that it names; empty when there is none
     * @throws Problem INVALID {@code weighting.faults} naming every fault with its line, or what {@link Yaml} or
     *     {@link PopulationFile} refuses
     */
    public static Plan read(String name, byte[] bytes, Function<String, Optional<byte[]>> beside) {
        List<String> known = new ArrayList<>(KEYS);
        known.add("weighting");
        YamlForm form = YamlForm.open(name, bytes, known);
        WeightingFile file = new WeightingFile(form, beside);
        Weighting weighting = file.weighting();
        form.done("weighting.faults");
        return new Plan(weighting, file.missing);
    }

    private Node node(String key) {
        return weighting.isGiven() ? weighting.get(key) : form.node(key);
    }

    private Weighting weighting() {
        refuseKeys(weighting, KEYS);
        Weighting.Method method = METHODS.get(node("method").text());
        if (method == null) {
            form.fault(
                    node("method"),
                    "weighting.method",
                    Map.of("value", node("method").text()));
            method = Weighting.Method.RAKING;
        }
        List<Node> nodes = node("margins").elements();
        if (nodes.isEmpty()) {
            form.fault(node("margins"), "weighting.no_margins", Map.of());
        }
        Set<String> variables = new HashSet<>();
        List<Weighting.Margin> margins = new ArrayList<>();
        for (Node each : nodes) {
            margin(each).ifPresent(margins::add);
            String variable = each.get("variable").text();
            if (!variable.isEmpty() && !variables.add(variable)) {
                form.fault(each, "weighting.twice", Map.of("variable", variable));
            }
        }
        if (!nodes.isEmpty() && !method.fits(nodes.size())) {
            form.fault(node("method"), "weighting.one_margin", Map.of());
        }
        Weighting.Bounds bounds = limits("bounds");
        if (!method.suits(bounds)) {
            Node at = node(bounds.isGiven() ? "bounds" : "method");
            form.fault(at, bounds.isGiven() ? "weighting.no_bounds" : "weighting.needs_bounds", Map.of());
        }
        Weighting.Bounds trim = limits("trim");
        return new Weighting(method, margins, trim.low(), trim.high()).within(bounds);
    }

    /** Two numbers around 1; none where the key is not there. */
    private Weighting.Bounds limits(String key) {
        if (!node(key).isGiven()) {
            return Weighting.Bounds.NONE;
        }
        List<Node> pair = node(key).elements();
        double low = pair.size() == 2 ? Values.number(pair.get(0), -1) : -1;
        double high = pair.size() == 2 ? Values.number(pair.get(1), -1) : -1;
        if (!Weighting.areLimits(low, high)) {
            form.fault(node(key), "weighting.trim", Map.of("key", key));
        }
        return new Weighting.Bounds(low, high);
    }

    private void refuseKeys(Node node, List<String> known) {
        for (Node.Entry entry : node.entries()) {
            if (!known.contains(entry.key())) {
                Map<String, String> args = Map.of("key", entry.key(), "known", String.join(", ", known));
                form.fault(entry.value(), "mapping.unknown_key", args);
            }
        }
    }

    private Optional<Weighting.Margin> margin(Node node) {
        refuseKeys(node, OF_MARGIN);
        String variable = node.get("variable").text();
        String file = node.get("file").text();
        if (variable.isEmpty()) {
            form.fault(node, "weighting.no_variable", Map.of());
        }
        Optional<LocalDate> asOf = day(node.get("asOf"));
        Optional<Population> population = population(node, file);
        Node codes = node.get("missing");
        missing.put(variable, new LinkedHashSet<>(codes.text().isEmpty() ? codes.texts() : List.of(codes.text())));
        String source =
                node.get("source").text().isEmpty() ? file : node.get("source").text();
        return population.map(counts -> new Weighting.Margin(variable, counts, source, asOf.orElse(LocalDate.EPOCH)));
    }

    private Optional<Population> population(Node node, String file) {
        if (file.isEmpty()) {
            form.fault(node, "weighting.no_file", Map.of());
            return Optional.empty();
        }
        Optional<byte[]> bytes = beside.apply(file);
        if (bytes.isEmpty()) {
            form.fault(node.get("file"), "weighting.file_absent", Map.of("population", file));
        }
        return bytes.map(found -> PopulationFile.read(file, found));
    }

    private Optional<LocalDate> day(Node node) {
        try {
            return node.isGiven() ? Optional.of(LocalDate.parse(node.text())) : Optional.empty();
        } catch (DateTimeParseException e) {
            form.fault(node, "weighting.day", Map.of("value", node.text()));
            return Optional.empty();
        }
    }
}
