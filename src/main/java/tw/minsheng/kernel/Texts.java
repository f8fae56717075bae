package tw.minsheng.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of one room for people: {@code messages_zh_TW.properties} and {@code messages_en.properties} beside the
 * room's classes, UTF-8, with named placeholders such as {@code {n}}. Read when the first word is asked for, because a command that
 * is over in a second says little. Safe to share.
 */
public final class Texts {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_]*)}");

    private static final String CHINESE = "messages_zh_TW.properties";
    private static final String ENGLISH = "messages_en.properties";

    private final Class<?> room;
    private final ConcurrentMap<String, Properties> read = new ConcurrentHashMap<>();

    private Texts(Class<?> room) {
        this.room = room;
    }

    /** The messages that lie in the package of this class. */
    public static Texts of(Class<?> room) {
        return new Texts(room);
    }

    /**
     * The message in this language (zh-TW for any language the product does not speak), placeholders filled.
     *
     * @throws IllegalArgumentException when the key is unknown: a fault of the program, found by its tests
     */
    public String text(Language language, String key, Map<String, ?> args) {
        String pattern = bundle(language).getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no message " + key + " in " + language);
        }
        return fill(pattern, args);
    }

    public String text(Language language, String key) {
        return text(language, key, Map.of());
    }

    public boolean has(String key) {
        return bundle(CHINESE).containsKey(key);
    }

    /** All keys of one language, sorted. */
    public Set<String> keys(Language language) {
        return new TreeSet<>(bundle(language).stringPropertyNames());
    }

    /** Replaces {@code {name}} by its value; a placeholder without a value stays as it is. */
    public static String fill(String pattern, Map<String, ?> args) {
        Matcher matcher = PLACEHOLDER.matcher(pattern);
        return matcher.replaceAll(found -> {
            Object value = args.get(found.group(1));
            return Matcher.quoteReplacement(value == null ? found.group() : value.toString());
        });
    }

    private Properties bundle(Language language) {
        return bundle(language.tag().startsWith("en") ? ENGLISH : CHINESE);
    }

    private Properties bundle(String name) {
        return read.computeIfAbsent(name, file -> read(room, file));
    }

    private static Properties read(Class<?> room, String name) {
        try (InputStream in = room.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no " + name + " beside " + room.getName());
            }
            Properties read = new Properties();
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
