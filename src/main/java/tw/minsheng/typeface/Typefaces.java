package tw.minsheng.typeface;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;

/**
 * Noto Sans TC, read from the class path and cured: the text layer of a PDF made with it holds ordinary ideographs, not
 * radicals that look alike, and letters, not ligatures. Made once and passed on; the faces are read at first use, about a third of a second each,
 * and kept (7 MB each). Safe for many threads.
 *
 * <p>The faces are registered with Java's font system, because only {@code new Font(family, BOLD, …)} is taken for bold
 * by drawing code; a static bold file from {@code createFont} counts as plain.
 */
public final class Typefaces {

    /** The name under which drawing code and documents ask for the typeface. */
    public static final String FAMILY = "Noto Sans TC";

    /** The medium weight is a family of its own to Java. */
    public static final String MEDIUM_FAMILY = "Noto Sans TC Medium";

    private final Map<Weight, Lazy<byte[]>> files = new EnumMap<>(Weight.class);
    private final Lazy<Map<Weight, Font>> fonts = new Lazy<>(this::register);
    private final Lazy<Coverage> coverage = new Lazy<>(() -> new Coverage(cured(original(Weight.REGULAR))));

    public Typefaces() {
        for (Weight weight : Weight.values()) {
            files.put(weight, new Lazy<>(() -> cure(original(weight))));
        }
    }

    /** The bytes of the cured font file, a stream of its own for each call. */
    public InputStream file(Weight weight) {
        return new ByteArrayInputStream(of(files, weight).get());
    }

    /** A font for drawing, size in units of the drawing. */
    public Font font(Weight weight, double size) {
        return of(fonts.get(), weight).deriveFont((float) size);
    }

    /** What the typeface can print. */
    public Coverage coverage() {
        return coverage.get();
    }

    private static <T> T of(Map<Weight, T> map, Weight weight) {
        T found = map.get(weight);
        if (found == null) {
            throw new IllegalStateException("no weight " + weight);
        }
        return found;
    }

    private static FontFile original(Weight weight) {
        try (InputStream in = Typefaces.class.getResourceAsStream(weight.resource())) {
            if (in == null) {
                throw new IllegalStateException("the class path has no " + weight.resource());
            }
            return FontFile.read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CharacterMap.Cured cured(FontFile font) {
        return CharacterMap.read(font.table("cmap")).cured();
    }

    /** Without substitutions: a ligature would stand in the text layer as one sign, and "confidence" not be found. */
    private static byte[] cure(FontFile font) {
        return font.with("cmap", cured(font).map().write()).without("GSUB").write();
    }

    private Map<Weight, Font> register() {
        GraphicsEnvironment environment = GraphicsEnvironment.getLocalGraphicsEnvironment();
        for (Weight weight : Weight.values()) {
            // false when the system has a font of this name already: then that one is used, which draws the same
            boolean unused = environment.registerFont(create(weight));
        }
        Map<Weight, Font> registered = new EnumMap<>(Weight.class);
        registered.put(Weight.REGULAR, new Font(FAMILY, Font.PLAIN, 12));
        registered.put(Weight.MEDIUM, new Font(MEDIUM_FAMILY, Font.PLAIN, 12));
        registered.put(Weight.BOLD, new Font(FAMILY, Font.BOLD, 12));
        return registered;
    }

    private Font create(Weight weight) {
        try (InputStream in = file(weight)) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (FontFormatException | IOException e) {
            throw new IllegalStateException("Java cannot read the cured font", e);
        }
    }
}
