package tw.minsheng.collect;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One text for equal JSON values: the order of keys does not matter, everything else does. */
final class CanonicalBody {

    private CanonicalBody() {}

    static String of(@Nullable Object value) {
        StringBuilder text = new StringBuilder();
        write(value, text);
        return text.toString();
    }

    private static void write(@Nullable Object value, StringBuilder text) {
        if (value instanceof Map<?, ?> map) {
            TreeMap<String, @Nullable Object> sorted = new TreeMap<>();
            map.forEach((key, each) -> sorted.put(String.valueOf(key), each));
            text.append('{');
            sorted.forEach((key, each) -> {
                quote(key, text);
                write(each, text.append(':'));
                text.append(',');
            });
            text.append('}');
        } else if (value instanceof List<?> list) {
            text.append('[');
            list.forEach(each -> {
                write(each, text);
                text.append(',');
            });
            text.append(']');
        } else if (value instanceof String string) {
            quote(string, text);
        } else {
            text.append(value);
        }
    }

    /** The length in front makes quoting unambiguous without escapes. */
    private static void quote(String string, StringBuilder text) {
        text.append(string.length()).append('"').append(string);
    }
}
