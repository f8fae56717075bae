package tw.minsheng.petition.attach;

import java.text.Normalizer;
import java.util.Locale;

/** A name from outside, as it is kept and shown: without paths, line breaks, letters that turn the writing round, and devices. */
final class FileName {

    private static final int LONGEST = 100;
    private static final String PLAIN = "file";
    private static final String NOT_IN_NAMES = "<>:\"/\\|?*%;";

    private FileName() {}

    /** Never empty; ends as names of its kind do, so that nobody opens it as something else. */
    static String of(String sent, FileKind kind) {
        String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        StringBuilder clean = new StringBuilder();
        Normalizer.normalize(last, Normalizer.Form.NFC)
                .codePoints()
                .map(FileName::letter)
                .forEach(clean::appendCodePoint);
        String name = clean.toString().strip().replaceAll("\\s+", " ").replaceAll("^[. ]+|[. ]+$", "");
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        boolean right = kind.endings().contains(ending);
        String stem = shortened(right ? name.substring(0, dot) : name);
        return (stem.isBlank() ? PLAIN : stem) + "."
                + (right ? ending : kind.endings().get(0));
    }

    /** For words about a file that was not taken. */
    static String shown(String sent) {
        String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        StringBuilder clean = new StringBuilder();
        last.codePoints().map(FileName::letter).forEach(clean::appendCodePoint);
        return shortened(clean.toString().strip());
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST));
    }

    private static int letter(int point) {
        int type = Character.getType(point);
        boolean wrong = type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || NOT_IN_NAMES.indexOf(point) >= 0;
        return wrong ? '_' : point;
    }
}
