package tw.minsheng.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs the syntax trees of the sampling references over a table of supported names. The setup is run only as far as a case
 * needs it, so one unsupported line harms only what uses it.
 */
final class Interpreter {

    /** A supported name. */
    @FunctionalInterface
    interface Function {
        Object call(Call call);
    }

    private final Path folder;
    private final Map<String, List<JsonNode>> setup = new LinkedHashMap<>();
    private final Map<String, Object> known = new HashMap<>();
    private final Map<String, Function> functions = new HashMap<>();

    /** @param folder where {@code data/} lies */
    Interpreter(Path folder, JsonNode setupTree) {
        this.folder = folder;
        for (JsonNode line : setupTree) {
            if (line.path("f").asText().equals("<-")) {
                setup.computeIfAbsent(target(line.get("a").get(0)), name -> new ArrayList<>())
                        .add(line);
            }
        }
        new BaseFunctions().addTo(functions);
        new PlanFunctions().addTo(functions);
        new SurveyFunctions().addTo(functions);
        new GroupFunctions().addTo(functions);
        new WaveFunctions().addTo(functions);
        new PowerFunctions().addTo(functions);
        new DrawFunctions().addTo(functions);
        new RegressionFunctions().addTo(functions);
        new DriverFunctions().addTo(functions);
        new PlainTests().addTo(functions);
        new CountTables().addTo(functions);
        new JointProbabilities().addTo(functions);
    }

    private static String target(JsonNode left) {
        return left.has("s") ? left.get("s").asText() : target(left.get("a").get(0));
    }

    Path folder() {
        return folder;
    }

    Object eval(JsonNode node) {
        return eval(node, new Frame(Map.of()));
    }

    /** Evaluates with the columns of a frame in sight. */
    Object eval(JsonNode node, Frame frame) {
        if (node.isNumber()) {
            return Vector.of(node.doubleValue());
        }
        if (node.isBoolean()) {
            return Vector.logical(List.of(node.booleanValue()));
        }
        if (node.isNull() || node.asText().equals("NA")) {
            return Vector.of(Double.NaN);
        }
        if (node.isTextual()) {
            return node.asText().equals("Inf")
                    ? Vector.of(Double.POSITIVE_INFINITY)
                    : Vector.strings(List.of(node.asText()));
        }
        if (node.has("s")) {
            String name = node.get("s").asText();
            return frame.columns().containsKey(name) ? frame.column(name) : variable(name);
        }
        String name = node.path("f").asText();
        if (name.equals("~")) {
            return new Formula(node);
        }
        Function function = functions.get(name);
        if (function == null) {
            throw new NotCovered(name);
        }
        return function.call(new Call(this, node, frame));
    }

    /** Whether a tree uses a design whose weights came out of an iteration. */
    boolean usesRaking(JsonNode node) {
        if (known.get(node.path("s").asText()) instanceof Design design
                && design.sample().isCalibrated()) {
            return true;
        }
        for (JsonNode child : node) {
            if (usesRaking(child)) {
                return true;
            }
        }
        return false;
    }

    /** A variable of the setup, run now if it was not yet. */
    Object variable(String name) {
        Object value = known.get(name);
        if (value != null) {
            return value;
        }
        if (functions.containsKey(name)) {
            return name;
        }
        List<JsonNode> lines = setup.get(name);
        if (lines == null) {
            throw new NotCovered("symbol " + name);
        }
        for (JsonNode line : lines) {
            assign(name, line.get("a").get(0), eval(line.get("a").get(1)));
        }
        return known.get(name);
    }

    private void assign(String name, JsonNode left, Object value) {
        if (left.has("s")) {
            known.put(name, value);
        } else if (left.path("f").asText().equals("$")) {
            Frame frame = (Frame) known.get(name);
            known.put(name, frame.with(left.get("a").get(1).get("s").asText(), (Vector) value));
        } else {
            Frame frame = (Frame) known.get(name); // names(x)[i] <- "new"
            int index = left.get("a").get(1).asInt() - 1;
            known.put(name, frame.renamed(index, ((Vector) value).strings().get(0)));
        }
    }
}
