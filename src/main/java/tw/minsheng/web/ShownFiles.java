package tw.minsheng.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which files a page told to be waiting: so that none of them is missed in silence when it is no longer there. */
public final class ShownFiles {

    /** The hidden field of each. */
    public static final String FIELD = "shown_file";

    /** An id and a name. */
    private static final Pattern LINE = Pattern.compile("([0-9a-f-]{36}) (.{1,255})", Pattern.DOTALL);

    private ShownFiles() {}

    /** What the field of a file holds. */
    public static String value(String id, String name) {
        return id + " " + name;
    }

    /** Names by ids; what is no such line is left out. */
    public static Map<String, String> read(List<String> values) {
        Map<String, String> shown = new LinkedHashMap<>();
        for (String value : values) {
            Matcher line = LINE.matcher(value);
            if (line.matches()) {
                shown.put(line.group(1), line.group(2));
            }
        }
        return shown;
    }
}
