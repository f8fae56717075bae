package tw.minsheng.survey.file.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tw.minsheng.format.Node;

/** Says what the schema allows. */
final class SchemaWords {

    private static final int LONGEST = 40;

    private SchemaWords() {}

    /** What stands there instead. */
    static Phrase value(ValidationMessage message, Node node) {
        if (message.getType().endsWith("Items")) {
            return Phrase.of(node.elements().size());
        }
        if (node instanceof Node.Mapping) {
            return Phrase.key("value.mapping");
        }
        return node instanceof Node.Sequence ? Phrase.key("value.list") : Phrase.of(written(node));
    }

    static String written(Node node) {
        String text = node.text();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    /** @param schema the part of the schema that failed */
    static Phrase allowed(ValidationMessage message, JsonNode schema, String form) {
        return switch (message.getType()) {
            case "enum" -> Phrase.texts(strings(schema.path("enum")));
            case "const" -> Phrase.of(schema.path("const").asText());
            case "minimum", "maximum" -> range(schema, "minimum", "maximum");
            case "minItems", "maxItems" ->
                Phrase.key("allowed.count", Map.of("range", range(schema, "minItems", "maxItems")));
            case "pattern" -> Phrase.key("form." + form);
            default -> form.isEmpty() || form.equals("words") || form.equals("text") ? type(schema, form) : form(form);
        };
    }

    private static Phrase form(String form) {
        boolean object =
                List.of("scale", "construct", "question", "matrix").contains(form) || form.endsWith("Question");
        return Phrase.key(object ? "allowed.object" : "form." + form);
    }

    private static Phrase type(JsonNode schema, String form) {
        if (form.equals("text")) {
            return Phrase.key("allowed.text");
        }
        if (schema.path("type").asText().equals("integer") && schema.has("minimum")) {
            return range(schema, "minimum", "maximum");
        }
        return Phrase.key("allowed." + schema.path("type").asText());
    }

    private static Phrase range(JsonNode schema, String low, String high) {
        String from = schema.has(low) ? schema.path(low).asText() : "";
        String to = schema.has(high) ? schema.path(high).asText() : "";
        return Phrase.of(to.isEmpty() ? "≥ " + from : from + "–" + to);
    }

    private static List<String> strings(JsonNode array) {
        List<String> found = new ArrayList<>();
        array.forEach(element -> found.add(element.asText()));
        return found;
    }
}
