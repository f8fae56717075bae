package tw.minsheng.kernel;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Letters and digits that nobody mixes up, 5 bits each (Crockford's base 32), for codes that people read, copy and type.
 */
public final class CodeLetters {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int GROUP = 4;
    private static final Pattern ONLY_LETTERS = Pattern.compile("[" + ALPHABET + "]*");
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Pd}_.]");

    private CodeLetters() {}

    /** A random code. */
    public static String random(SecureRandom random, int length) {
        StringBuilder letters = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            letters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return letters.toString();
    }

    /**
     * The code that these bytes stand for, always the same.
     *
     * @param bytes at least as many as letters; the lowest five bits of each are used
     */
    public static String of(byte[] bytes, int length) {
        StringBuilder letters = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            letters.append(ALPHABET.charAt(bytes[i] & 31));
        }
        return letters.toString();
    }

    /** Whether this is a code of that many letters, upper case and without hyphens. */
    public static boolean isCode(String text, int length) {
        return text.length() == length && ONLY_LETTERS.matcher(text).matches();
    }

    /** As typed by people: any case, full width, with or without hyphens; O is 0, I and L are 1, U is V. */
    public static Optional<String> typed(String text, int length) {
        String plain = BETWEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1')
                .replace('U', 'V');
        return isCode(plain, length) ? Optional.of(plain) : Optional.empty();
    }

    /** In groups of four, as people read and copy it. */
    public static String grouped(String letters) {
        StringBuilder grouped = new StringBuilder(letters.length() * 5 / GROUP);
        for (int i = 0; i < letters.length(); i++) {
            if (i > 0 && i % GROUP == 0) {
                grouped.append('-');
            }
            grouped.append(letters.charAt(i));
        }
        return grouped.toString();
    }
}
