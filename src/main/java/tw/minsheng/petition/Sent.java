package tw.minsheng.petition;

import java.util.List;
import java.util.Map;

/**
 * A petition as it was sent, by form or API, before any check; the names are those of both.
 *
 * @param fields by name: {@code kind, type, text, district, address, lat, lon, name, email, phone, helper,
 *     confidential, language}; what is not there is ""
 * @param channel by which way it came
 * @param notice version of the privacy notice that was shown
 */
public record Sent(Map<String, String> fields, Channel channel, String notice) {

    /** Every name that a petition may carry. */
    public static final List<String> NAMES = List.of(
            "kind",
            "type",
            "text",
            "district",
            "address",
            "lat",
            "lon",
            "name",
            "email",
            "phone",
            "helper",
            "confidential",
            "language");

    public Sent {
        fields = Map.copyOf(fields);
    }

    /** As it was sent, without blanks around it. */
    public String get(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    /** The same for the same petition, to tell another one under the same key. */
    String canonical() {
        StringBuilder body = new StringBuilder();
        NAMES.forEach(name -> body.append(name)
                .append('=')
                .append(get(name).length())
                .append(':')
                .append(get(name))
                .append('\n'));
        return body.toString();
    }

    @Override
    public String toString() {
        return "Sent over " + channel;
    }
}
