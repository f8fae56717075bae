package tw.minsheng.panel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * By which number of experts an item needs which I-CVI (Lynn 1986; Polit and Beck 2006). Read from {@code content-validity.properties}.
 *
 * @param items least I-CVI by the least number of experts to which it applies
 * @param average least S-CVI/Ave
 */
public record ContentLimits(Map<Integer, Double> items, double average) {

    private static final String FILE = "content-validity.properties";
    private static final String ITEM = "item.";

    public ContentLimits {
        items = Map.copyOf(items);
    }

    /** Those of the product. */
    public static ContentLimits shipped() {
        Properties read = new Properties();
        try (InputStream in = ContentLimits.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("no " + FILE);
            }
            read.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<Integer, Double> items = new TreeMap<>();
        read.stringPropertyNames().stream()
                .filter(name -> name.startsWith(ITEM))
                .forEach(name -> items.put(
                        Integer.valueOf(name.substring(ITEM.length())), Double.valueOf(read.getProperty(name))));
        return new ContentLimits(items, Double.parseDouble(read.getProperty("average", "")));
    }

    /** The least I-CVI for so many experts; 1 for fewer than any row names. */
    public double item(int experts) {
        return items.entrySet().stream()
                .filter(row -> row.getKey() <= experts)
                .max(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .orElse(1.0);
    }
}
