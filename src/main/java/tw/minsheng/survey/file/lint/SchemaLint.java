package tw.minsheng.survey.file.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tw.minsheng.format.Node;
import tw.minsheng.kernel.Spelling;

/** L04–L07: fields and values, by the JSON Schema beside this class. */
final class SchemaLint implements Lint {

    private static final JsonNode SCHEMA_TEXT = read();
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(SCHEMA_TEXT, SchemaValidatorsConfig.builder().build());

    @Override
    public void check(Outline survey, Findings findings) {
        Set<String> said = new HashSet<>();
        for (ValidationMessage message : SCHEMA.validate(JsonNodes.of(survey.root()))) {
            Place place = place(survey.root(), message.getInstanceLocation());
            switch (message.getType()) {
                case "additionalProperties" -> unknownKey(message, place, findings);
                case "propertyNames" -> badName(message.getProperty(), place, findings);
                case "required" -> missingKey(message.getProperty(), place, findings);
                default -> {
                    if (said.add(place.path())) {
                        wrongValue(message, place, survey.root(), findings);
                    }
                }
            }
        }
    }

    private static void unknownKey(ValidationMessage message, Place place, Findings findings) {
        String key = message.getProperty();
        List<String> known = new ArrayList<>();
        parent(message).path("properties").fieldNames().forEachRemaining(known::add);
        Map<String, Phrase> args = Map.of("key", Phrase.of(key), "near", Phrase.of(Spelling.nearest(key, known)));
        findings.add(Rule.L04, place.markOf(key), args);
    }

    private static void missingKey(String key, Place place, Findings findings) {
        findings.add(Rule.L05, place.mark(), Map.of("place", place.phrase(), "key", Phrase.of(key)));
    }

    private static void badName(String key, Place place, Findings findings) {
        findings.add(Rule.L07, place.markOf(key), Map.of("value", Phrase.of(key)));
    }

    private static void wrongValue(ValidationMessage message, Place place, Node root, Findings findings) {
        boolean empty = message.getType().equals("minLength") || !place.node().isGiven();
        JsonNodePath at = message.getInstanceLocation();
        if (empty && at.getNameCount() > 0) {
            Place parent = at.getNameCount() > 1 ? place(root, at.getParent()) : Place.root(root);
            findings.add(
                    Rule.L05,
                    parent.markOf(at.getName(-1)),
                    Map.of("place", parent.phrase(), "key", Phrase.of(at.getName(-1))));
        } else if (form(message).equals("id")) {
            Phrase value = Phrase.of(SchemaWords.written(place.node()));
            findings.add(Rule.L07, place.mark(), Map.of("value", value));
        } else {
            Map<String, Phrase> args = Map.of(
                    "place",
                    place.phrase(),
                    "value",
                    SchemaWords.value(message, place.node()),
                    "list",
                    SchemaWords.allowed(message, parent(message), form(message)));
            findings.add(Rule.L06, place.mark(), args);
        }
    }

    /** Name of the definition in {@code $defs} that says what a value looks like, "" when it stands in line. */
    private static String form(ValidationMessage message) {
        JsonNodePath path = message.getSchemaLocation().getFragment();
        boolean defined = path.getNameCount() == 3 && "$defs".equals(path.getName(0));
        return defined ? path.getName(1) : "";
    }

    /** The part of the schema that holds the keyword which failed. */
    private static JsonNode parent(ValidationMessage message) {
        JsonNodePath path = message.getSchemaLocation().getFragment();
        JsonNode at = SCHEMA_TEXT;
        for (int i = 0; i < path.getNameCount() - 1; i++) {
            Object step = path.getElement(i);
            at = step instanceof Integer index ? at.path(index) : at.path(step.toString());
        }
        return at;
    }

    private static Place place(Node root, JsonNodePath path) {
        Place place = Place.root(root);
        for (int i = 0; i < path.getNameCount(); i++) {
            Object step = path.getElement(i);
            place = step instanceof Integer index ? place.into(index) : place.into(step.toString());
        }
        return place;
    }

    private static JsonNode read() {
        try (InputStream in = SchemaLint.class.getResourceAsStream("schema.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
