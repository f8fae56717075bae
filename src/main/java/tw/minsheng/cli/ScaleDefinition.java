package tw.minsheng.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tw.minsheng.format.Json;
import tw.minsheng.format.Node;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;

/**
 * What a file of answers holds, as {@code --definition} of {@code stats scale} says. Other keys are ignored, but
 * for those that are nearly one of these ({@link NearKey}).
 *
 * @param items columns of the items; none when the file holds a panel only
 * @param reverse those that are turned as minimum + maximum − answer
 * @param minimum lowest answer; {@code maximum} the highest
 * @param factors 構面 with their items; never the whole scale, which is reported anyway
 * @param group column of known groups, {@code ""} without
 * @param criterion column of a measure from outside, {@code ""} without
 * @param extracted factors of the exploratory analysis: {@code n_factors}, or as many as are declared
 */
record ScaleDefinition(
        List<String> items,
        Set<String> reverse,
        double minimum,
        double maximum,
        Map<String, List<String>> factors,
        String group,
        String criterion,
        int extracted) {

    /** Grades of an expert panel, where nothing else is declared. */
    private static final double LOWEST_GRADE = 1;

    private static final double HIGHEST_GRADE = 4;

    private static final Set<String> LIMITS = Set.of("min", "max");

    /** Squares of squares of larger numbers leave the range of a double. */
    static final double LARGEST = 1e15;

    /** The name that the blocks of all items carry. */
    private static final String WHOLE = "total";

    /** The name that the blocks of a panel carry. */
    private static final String PANEL = "all";

    ScaleDefinition {
        items = List.copyOf(items);
        reverse = Set.copyOf(reverse);
        factors = Collections.unmodifiableMap(new LinkedHashMap<>(factors));
    }

    /**
     * @param name of the file in messages
     * @throws Problem INVALID {@code scale.definition} with every fault
     */
    static ScaleDefinition read(String name, byte[] bytes) {
        Node root = Json.read(name, bytes);
        Reader reader = new Reader(root);
        ScaleDefinition read = reader.read();
        if (!reader.faults.isEmpty()) {
            throw new Problem(
                    Problem.Kind.INVALID, "scale.definition", Map.of("file", name), List.copyOf(reader.faults));
        }
        return read;
    }

    private static final class Reader {
        private final Node root;
        private final List<Fault> faults = new ArrayList<>();

        Reader(Node root) {
            this.root = root;
        }

        private void fault(String key, String code, String value) {
            faults.add(new Fault(key, "scale." + code, Map.of("key", key, "value", value)));
        }

        ScaleDefinition read() {
            if (!(root instanceof Node.Mapping)) {
                fault("", "no_object", "");
            }
            root.entries()
                    .forEach(
                            entry -> NearKey.of(entry.key()).ifPresent(known -> fault(entry.key(), "near_key", known)));
            List<String> items = names("items", root.get("items"));
            Set<String> reverse = new HashSet<>(names("reverse", root.get("reverse")));
            reverse.stream()
                    .filter(item -> !items.contains(item))
                    .sorted()
                    .forEach(item -> fault("reverse", "no_such_item", item));
            double minimum = number("min", !items.isEmpty(), LOWEST_GRADE);
            double maximum = number("max", !items.isEmpty(), HIGHEST_GRADE);
            if (!(minimum < maximum) && faults.stream().noneMatch(fault -> LIMITS.contains(fault.place()))) {
                fault(
                        "min",
                        "no_range",
                        root.get("min").text() + "–" + root.get("max").text());
            }
            refuseLarge("min", minimum);
            refuseLarge("max", maximum);
            Map<String, List<String>> factors = factors(items);
            return new ScaleDefinition(
                    items,
                    reverse,
                    minimum,
                    maximum,
                    factors,
                    outside("group", items),
                    outside("criterion", items),
                    extracted(factors.size(), items.size()));
        }

        private void refuseLarge(String key, double limit) {
            if (Math.abs(limit) > LARGEST) {
                fault(key, "too_large", root.get(key).text());
            }
        }

        /** A column beside the items. */
        private String outside(String key, List<String> items) {
            String column = text(key);
            if (items.contains(column)) {
                fault(key, "is_an_item", column);
            }
            return column;
        }

        private List<String> names(String key, Node node) {
            if (!node.isGiven()) {
                return List.of();
            }
            List<String> names = new ArrayList<>();
            if (!(node instanceof Node.Sequence)) {
                fault(key, "not_a_list", node.text());
            }
            for (Node element : node.elements()) {
                if (!(element instanceof Node.Text) || element.text().isBlank()) {
                    fault(key, "not_a_name", element.text());
                } else if (names.contains(element.text())) {
                    fault(key, "twice", element.text());
                } else {
                    names.add(element.text());
                }
            }
            return names;
        }

        private double number(String key, boolean required, double usual) {
            Node node = root.get(key);
            if (node instanceof Node.Num number) {
                return number.value().doubleValue();
            }
            if (node.isGiven()) {
                fault(key, "not_a_number", node.text());
            } else if (required) {
                fault(key, "no_limit", "");
            }
            return usual;
        }

        private String text(String key) {
            Node node = root.get(key);
            if (node.isGiven() && !(node instanceof Node.Text)) {
                fault(key, "not_a_name", node.text());
            }
            return node.text();
        }

        private Map<String, List<String>> factors(List<String> items) {
            Map<String, List<String>> factors = new LinkedHashMap<>();
            Node node = root.get("factors");
            if (node.isGiven() && !(node instanceof Node.Mapping)) {
                fault("factors", "not_an_object", node.text());
            }
            Set<String> taken = new HashSet<>();
            for (Node.Entry entry : node.entries()) {
                if (entry.key().equals(WHOLE)) {
                    refuseOtherWhole(entry.value(), items);
                } else {
                    factors.put(entry.key(), members(entry, items, taken));
                }
            }
            return factors;
        }

        /** All items under the name of the whole are the block that is there anyway; anything else would hide it. */
        private void refuseOtherWhole(Node node, List<String> items) {
            String key = "factors." + WHOLE;
            if (!Set.copyOf(names(key, node)).equals(Set.copyOf(items))) {
                fault(key, "not_the_whole", WHOLE);
            }
        }

        /** @param taken items of the factors before, to which these are added */
        private List<String> members(Node.Entry factor, List<String> items, Set<String> taken) {
            String key = "factors." + factor.key();
            List<String> members = names(key, factor.value());
            if (members.isEmpty()) {
                fault(key, "empty_factor", "");
            }
            if (factor.key().isBlank() || factor.key().equals(PANEL)) {
                fault("factors", "not_a_factor_name", factor.key());
            }
            for (String item : members) {
                if (!items.contains(item)) {
                    fault(key, "no_such_item", item);
                } else if (!taken.add(item)) {
                    fault(key, "twice", item);
                }
            }
            return members;
        }

        private int extracted(int declared, int items) {
            Node node = root.get("n_factors");
            if (!node.isGiven()) {
                return Math.max(1, declared);
            }
            if (node instanceof Node.Num number && number.isInt()) {
                int wanted = number.value().intValue();
                if (wanted >= 1 && (wanted <= items || items == 0)) {
                    return wanted;
                }
            }
            fault("n_factors", "not_a_number_of_factors", node.text());
            return 1;
        }
    }
}
