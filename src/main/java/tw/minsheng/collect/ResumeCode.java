package tw.minsheng.collect;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The resume code (接續碼) with which an unfinished answer is found again: 20 letters and digits, 100 random bits.
 *
 * @param value without hyphens, upper case, of Crockford's base 32
 */
public record ResumeCode(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 20;
    private static final int GROUP = 4;
    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Pd}_.]");

    /** @throws IllegalArgumentException when it is not of this form */
    public ResumeCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a resume code");
        }
    }

    static ResumeCode random(SecureRandom random) {
        return new ResumeCode(letters(random, LENGTH));
    }

    /** Random letters and digits that nobody mixes up, 5 bits each. */
    static String letters(SecureRandom random, int length) {
        StringBuilder letters = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            letters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return letters.toString();
    }

    /** As typed by people: any case, full width, with or without hyphens; O is 0, I and L are 1, U is V. */
    public static Optional<ResumeCode> typed(String text) {
        String plain = BETWEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1')
                .replace('U', 'V');
        return FORM.matcher(plain).matches() ? Optional.of(new ResumeCode(plain)) : Optional.empty();
    }

    /** In groups of four, as people read and copy it. */
    public String grouped() {
        return group(value);
    }

    static String group(String letters) {
        StringBuilder grouped = new StringBuilder(letters.length() * 5 / GROUP);
        for (int i = 0; i < letters.length(); i++) {
            if (i > 0 && i % GROUP == 0) {
                grouped.append('-');
            }
            grouped.append(letters.charAt(i));
        }
        return grouped.toString();
    }

    /** As it stands in addresses. */
    public String inAddress() {
        return grouped().toLowerCase(Locale.ROOT);
    }

    /** A code opens an answer, so it must not get into logs by way of a message. */
    @Override
    public String toString() {
        return "ResumeCode";
    }
}
