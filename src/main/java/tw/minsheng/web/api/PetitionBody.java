package tw.minsheng.web.api;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tw.minsheng.kernel.Language;
import tw.minsheng.web.FormBody;

/** A petition in JSON as the fields of the form, which have the same names. A name that is not known is refused. */
final class PetitionBody {

    private static final Set<String> TEXTS = Set.of("kind", "type", "text", "district", "language");
    private static final Set<String> CONTACT = Set.of("name", "email", "phone");
    private static final Set<String> LANGUAGES = Set.of("", Language.ZH_TW.tag(), Language.EN.tag());

    private final Map<String, String> fields = new LinkedHashMap<>();

    private PetitionBody() {}

    /** @throws tw.minsheng.kernel.Problem bad request with the first field that does not have the right form */
    static Map<String, String> fields(JsonObject json) {
        PetitionBody body = new PetitionBody();
        json.forEach(field -> body.put(field.getKey(), field.getValue()));
        return Map.copyOf(body.fields);
    }

    private void put(String name, Object value) {
        if (TEXTS.contains(name)) {
            fields.put(name, text(name, value));
        } else {
            switch (name) {
                case "confidential" -> fields.put(name, confidential(value));
                case "contact" -> part(name, value).forEach(field -> contact(field.getKey(), field.getValue()));
                case "location" -> part(name, value).forEach(field -> location(field.getKey(), field.getValue()));
                default -> throw ApiRequest.malformed(name);
            }
        }
        if (!LANGUAGES.contains(fields.getOrDefault("language", ""))) {
            throw ApiRequest.malformed("language");
        }
    }

    private void contact(String name, Object value) {
        if (!CONTACT.contains(name)) {
            throw ApiRequest.malformed("contact." + name);
        }
        fields.put(name, text("contact." + name, value));
    }

    private void location(String name, Object value) {
        switch (name) {
            case "address" -> fields.put(name, text("location.address", value));
            case "lat", "lon" -> fields.put(name, degrees("location." + name, value));
            default -> throw ApiRequest.malformed("location." + name);
        }
    }

    private static JsonObject part(String name, Object value) {
        if (value instanceof JsonObject part) {
            return part;
        }
        if (value == null) {
            return new JsonObject();
        }
        throw ApiRequest.malformed(name);
    }

    private static String text(String name, Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof String text) {
            return FormBody.withoutNul(text);
        }
        throw ApiRequest.malformed(name);
    }

    private static String degrees(String name, Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return BigDecimal.valueOf(number.doubleValue()).toPlainString();
        }
        throw ApiRequest.malformed(name);
    }

    private static String confidential(Object value) {
        if (value == null || value instanceof Boolean) {
            return Boolean.TRUE.equals(value) ? "true" : "";
        }
        throw ApiRequest.malformed("confidential");
    }
}
