package tw.minsheng.web.staff;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A form that was sent after the session had ended: it waits inside the sign-in page and is offered again afterwards.
 * Forms with passwords are not kept.
 *
 * @param action where it was sent, a path of the staff pages; "" when nothing is kept
 */
public record KeptForm(String action, List<Map.Entry<String, String>> fields) {

    static final KeptForm NONE = new KeptForm("", List.of());

    private static final Pattern ACTION = Pattern.compile("/agency/[A-Za-z0-9._/@-]{1,200}");
    private static final int LONGEST = 32_768;

    public KeptForm {
        fields = List.copyOf(fields);
    }

    public boolean isKept() {
        return !action.isEmpty();
    }

    static KeptForm of(String action, Map<String, List<String>> form) {
        boolean secret = form.keySet().stream().anyMatch(name -> name.contains("password"));
        if (secret || !ACTION.matcher(action).matches() || action.contains("//") || action.contains("..")) {
            return NONE;
        }
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        form.forEach((name, values) -> {
            if (!name.equals("csrf")) {
                values.forEach(value -> fields.add(Map.entry(name, value)));
            }
        });
        KeptForm kept = new KeptForm(action, fields);
        return kept.written().length() > LONGEST ? NONE : kept;
    }

    /** As one hidden field. */
    public String written() {
        return fields.stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** The form from the hidden fields of the sign-in page; anything that cannot be one is dropped. */
    static KeptForm read(String action, String written) {
        if (written.length() > LONGEST) {
            return NONE;
        }
        Map<String, List<String>> form = new LinkedHashMap<>();
        for (String field : written.split("&", -1)) {
            int sign = field.indexOf('=');
            if (sign > 0) {
                form.computeIfAbsent(decode(field.substring(0, sign)), name -> new ArrayList<>())
                        .add(decode(field.substring(sign + 1)));
            }
        }
        return of(action, form);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException damaged) {
            return "";
        }
    }
}
