package tw.minsheng.document;

import java.util.regex.Pattern;

/** What a stable key of a block may look like; it becomes an id in HTML, PDF and ODF. */
final class Keys {

    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9._-]*");

    private Keys() {}

    static void check(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("not a block key: " + key);
        }
    }
}
