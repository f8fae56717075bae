package tw.minsheng.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.IntFunction;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/** Results of the product in the shapes of the reference files. */
final class Tree {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Tree() {}

    /** null for a value that does not exist; NaN and infinities of the interpreter are null too. */
    static JsonNode of(Value value) {
        return value.isKnown() ? NODES.numberNode(value.number()) : NODES.nullNode();
    }

    static JsonNode of(double number) {
        return Double.isFinite(number) ? NODES.numberNode(number) : NODES.nullNode();
    }

    static JsonNode count(long number) {
        return NODES.numberNode(number);
    }

    static JsonNode truth(boolean truth) {
        return NODES.booleanNode(truth);
    }

    static JsonNode of(String text) {
        return NODES.textNode(text);
    }

    static ObjectNode object() {
        return NODES.objectNode();
    }

    static JsonNode named(List<String> names, IntFunction<JsonNode> value) {
        ObjectNode object = object();
        for (int i = 0; i < names.size(); i++) {
            object.set(names.get(i), value.apply(i));
        }
        return object;
    }

    static JsonNode array(int size, IntFunction<JsonNode> value) {
        ArrayNode array = NODES.arrayNode();
        for (int i = 0; i < size; i++) {
            array.add(value.apply(i));
        }
        return array;
    }

    static JsonNode limits(Interval interval) {
        return array(2, i -> of(i == 0 ? interval.lower() : interval.upper()));
    }

    /** {rows, cols, key: [[…]]}. */
    static JsonNode matrix(List<String> rows, List<String> columns, String key, JsonNode cells) {
        ObjectNode matrix = object();
        matrix.set("rows", array(rows.size(), i -> of(rows.get(i))));
        matrix.set("cols", array(columns.size(), i -> of(columns.get(i))));
        matrix.set(key, cells);
        return matrix;
    }

    static JsonNode matrix(List<String> names, SymmetricMatrix matrix, String key) {
        JsonNode cells = array(matrix.size(), i -> array(matrix.size(), j -> of(matrix.at(i, j))));
        return matrix(names, names, key, cells);
    }
}
