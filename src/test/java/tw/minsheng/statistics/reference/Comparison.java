package tw.minsheng.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares numbers of a reference with those of the product: |a − b| ≤ max(tol·max(|a|, |b|), 1e-12·scale). */
final class Comparison {

    private static final Set<String> UNDEFINED = Set.of("NaN", "NA", "Inf", "-Inf");
    private static final double P_VALUE = 1e-6;

    private final double tolerance;
    private final double absolute;
    private final double scale;

    Comparison(double tolerance, JsonNode expected) {
        this(tolerance, 0, expected);
    }

    /** @param absolute what is allowed whatever the size of a number */
    Comparison(double tolerance, double absolute, JsonNode expected) {
        this.tolerance = tolerance;
        this.absolute = absolute;
        double largest = flatten(expected).values().stream()
                .filter(JsonNode::isNumber)
                .mapToDouble(node -> Math.abs(node.doubleValue()))
                .max()
                .orElse(1);
        this.scale = largest == 0 ? 1 : largest;
    }

    /** Every single value of a structure by its path, matrices by the names of row and column. */
    static Map<String, JsonNode> flatten(JsonNode node) {
        Map<String, JsonNode> flat = new LinkedHashMap<>();
        walk(node, "", flat);
        return flat;
    }

    private static void walk(JsonNode node, String path, Map<String, JsonNode> flat) {
        if (node.isObject()) {
            JsonNode cells = node.has("data") ? node.get("data") : node.get("values");
            if (cells != null && node.has("rows") && node.has("cols")) {
                walkMatrix(node, cells, path, flat);
                return;
            }
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                walk(field.getValue(), path.isEmpty() ? field.getKey() : path + "." + field.getKey(), flat);
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(node.get(i), path + "[" + i + "]", flat);
            }
        } else {
            flat.put(path, node);
        }
    }

    private static void walkMatrix(JsonNode node, JsonNode cells, String path, Map<String, JsonNode> flat) {
        for (int i = 0; i < cells.size(); i++) {
            for (int j = 0; j < cells.get(i).size(); j++) {
                String row = name(node.get("rows"), i);
                String column = name(node.get("cols"), j);
                walk(cells.get(i).get(j), path + "[" + row + "][" + column + "]", flat);
            }
        }
    }

    /** A single name may stand without its list. */
    private static String name(JsonNode names, int index) {
        return names.isArray() ? names.path(index).asText("" + index) : names.asText();
    }

    /** Whether nothing in it has a value. */
    private static boolean isNothing(JsonNode node) {
        return flatten(node).values().stream()
                .allMatch(value -> value.isNull() || (value.isTextual() && UNDEFINED.contains(value.asText())));
    }

    /** What is wrong, or nothing. */
    Optional<String> difference(JsonNode expected, JsonNode actual) {
        if (isNothing(expected) && isNothing(actual)) {
            return Optional.empty();
        }
        Map<String, JsonNode> got = flatten(actual);
        for (Map.Entry<String, JsonNode> one : flatten(expected).entrySet()) {
            JsonNode other = got.get(one.getKey());
            if (other == null) {
                return Optional.of("missing " + one.getKey());
            }
            if (!same(one.getKey(), one.getValue(), other)) {
                return Optional.of(one.getKey() + ": reference " + one.getValue() + ", computed " + other);
            }
        }
        return Optional.empty();
    }

    boolean same(String path, JsonNode expected, JsonNode actual) {
        if (expected.isNull() || (expected.isTextual() && UNDEFINED.contains(expected.asText()))) {
            return actual.isNull();
        }
        if (!expected.isNumber()) {
            return expected.equals(actual);
        }
        if (!actual.isNumber()) {
            return false;
        }
        double a = expected.doubleValue();
        double b = actual.doubleValue();
        double relative = isP(path) ? Math.max(tolerance, P_VALUE) : tolerance;
        return Math.abs(a - b)
                <= Math.max(absolute, Math.max(relative * Math.max(Math.abs(a), Math.abs(b)), 1e-12 * scale));
    }

    private static boolean isP(String path) {
        return List.of("p", "p_value", "Pr(>|t|)", "Pr(>|z|)", "Pr(>F)").stream()
                .anyMatch(name -> path.equals(name) || path.endsWith("." + name) || path.endsWith("[" + name + "]"));
    }
}
