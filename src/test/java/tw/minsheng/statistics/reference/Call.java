package tw.minsheng.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** A call in a syntax tree, with its arguments still to be evaluated. */
record Call(Interpreter interpreter, JsonNode node, Frame frame) {

    int positional() {
        return node.path("a").size();
    }

    boolean has(String name) {
        return node.path("k").has(name);
    }

    JsonNode raw(int index) {
        return node.path("a").get(index);
    }

    JsonNode keywords() {
        return node.path("k");
    }

    Object at(int index) {
        if (index >= positional()) {
            throw new NotCovered(node.path("f").asText() + " with " + positional() + " arguments");
        }
        return interpreter.eval(raw(index), frame);
    }

    Vector vector(int index) {
        if (at(index) instanceof Vector vector) {
            return vector;
        }
        throw notHere();
    }

    double number(int index) {
        return vector(index).number(0);
    }

    /** A named argument or the one at a position. */
    Optional<Object> find(String name, int index) {
        if (has(name)) {
            return Optional.of(interpreter.eval(keywords().get(name), frame));
        }
        return index >= 0 && index < positional() ? Optional.of(at(index)) : Optional.empty();
    }

    double number(String name, int index, double absent) {
        return find(name, index).map(value -> ((Vector) value).number(0)).orElse(absent);
    }

    boolean truth(String name) {
        return has(name) && keywords().get(name).asBoolean(false);
    }

    Optional<String> text(String name) {
        return has(name) && keywords().get(name).isTextual()
                ? Optional.of(keywords().get(name).asText())
                : Optional.empty();
    }

    NotCovered notHere() {
        return new NotCovered(node.path("f").asText());
    }
}
