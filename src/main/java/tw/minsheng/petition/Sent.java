package tw.minsheng.petition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A petition as it was sent, by form or API, before any check; the names are those of both.
 *
 * @param fields by name, those of {@link #NAMES} and {@link #BESIDE}; what is not there is ""
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

    /** The point as it was copied out of a map, in place of {@code lat} and {@code lon}; of the citizen's form alone. */
    public static final String POINT = "point";

    /** What staff write down beside it, and what only a citizen's form carries along: {@code former} and the point. */
    public static final List<String> BESIDE =
            List.of("former", POINT, "meeting", "day", "received", "read_back", "signed", "correction");

    private static final Set<String> OF_CITIZEN = Set.of("former", POINT);

    public Sent {
        fields = Map.copyOf(fields);
    }

    /** As it was sent, without blanks around it. */
    public String get(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    /** Without what only staff may write beside a petition. */
    Sent ofCitizen() {
        Map<String, String> own = new LinkedHashMap<>(fields);
        BESIDE.stream().filter(name -> !OF_CITIZEN.contains(name)).forEach(own::remove);
        return new Sent(own, channel, notice);
    }

    /** The same for the same petition, to tell another one under the same key. */
    String canonical() {
        StringBuilder body = new StringBuilder();
        NAMES.forEach(name -> add(body, name));
        BESIDE.stream().filter(name -> !get(name).isEmpty()).forEach(name -> add(body, name));
        return body.toString();
    }

    private void add(StringBuilder body, String name) {
        body.append(name)
                .append('=')
                .append(get(name).length())
                .append(':')
                .append(get(name))
                .append('\n');
    }

    @Override
    public String toString() {
        return "Sent over " + channel;
    }
}
