package tw.minsheng.survey.file.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import tw.minsheng.format.Node;

/** Hands a definition to the schema validator in the form that it reads. */
final class JsonNodes {

    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

    private JsonNodes() {}

    static JsonNode of(Node node) {
        if (node instanceof Node.Mapping mapping) {
            ObjectNode object = MAKE.objectNode();
            mapping.entries().forEach(entry -> object.set(entry.key(), of(entry.value())));
            return object;
        }
        if (node instanceof Node.Sequence sequence) {
            ArrayNode array = MAKE.arrayNode();
            sequence.elements().forEach(element -> array.add(of(element)));
            return array;
        }
        return scalar(node);
    }

    private static JsonNode scalar(Node node) {
        if (node instanceof Node.Text text) {
            return MAKE.textNode(text.text());
        }
        if (node instanceof Node.Num number) {
            return number(number.value());
        }
        return node instanceof Node.Bool bool ? MAKE.booleanNode(bool.value()) : MAKE.nullNode();
    }

    private static JsonNode number(BigDecimal value) {
        boolean whole = value.stripTrailingZeros().scale() <= 0 && value.precision() - value.scale() < 18;
        return whole ? MAKE.numberNode(value.longValue()) : MAKE.numberNode(value);
    }
}
