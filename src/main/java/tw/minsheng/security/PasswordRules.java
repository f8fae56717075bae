package tw.minsheng.security;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tw.minsheng.kernel.Fault;

/**
 * What a new password must be: at least 12 characters, and not one that is guessed first. No rules on capitals, digits
 * and signs: they make passwords worse (NIST SP 800-63B, 5.1.1.2).
 */
public final class PasswordRules {

    public static final int SHORTEST = 12;
    public static final int LONGEST = 128;
    /** So many former passwords are refused, the present one among them. */
    public static final int REMEMBERED = 3;

    /** A repeated piece of at most this many characters is no password, however often it is repeated. */
    private static final int PIECE = 4;

    private final Set<String> common;
    private final List<String> rows;

    public PasswordRules() {
        this.common = lines("common-passwords.txt").collect(Collectors.toUnmodifiableSet());
        this.rows = lines("keyboard-rows.txt").toList();
    }

    /** What is wrong with the password for this account; empty when it will do. */
    public Optional<Fault> fault(String password, String account) {
        String typed = Normalizer.normalize(password, Normalizer.Form.NFKC);
        int length = typed.codePointCount(0, typed.length());
        if (length < SHORTEST) {
            return Optional.of(Fault.of("password", "password.short"));
        }
        if (length > LONGEST) {
            return Optional.of(Fault.of("password", "password.long"));
        }
        if (isCommon(typed, account)) {
            return Optional.of(Fault.of("password", "password.common"));
        }
        return Optional.empty();
    }

    private boolean isCommon(String password, String account) {
        String plain = plain(password);
        String core = core(plain);
        return common.contains(plain)
                || core.length() < 4
                || common.contains(core)
                || core.equals(core(plain(account)))
                || isRepeated(plain)
                || common.contains(onePiece(core))
                || rows.stream().anyMatch(row -> row.contains(plain) || row.contains(core));
    }

    /** Lower case, with the usual signs for letters taken back: {@code P@ssw0rd} is {@code password}. */
    private static String plain(String text) {
        String lower = text.toLowerCase(Locale.ROOT).replaceAll("\\s", "");
        return lower.replace('@', 'a').replace('$', 's');
    }

    /** Without the digits and signs around it, and with digits between letters read as letters. */
    private static String core(String plain) {
        String inner = plain.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
        return inner.replace('0', 'o')
                .replace('1', 'l')
                .replace('3', 'e')
                .replace('5', 's')
                .replace('4', 'a');
    }

    private static boolean isRepeated(String text) {
        return onePiece(text).length() <= PIECE;
    }

    /** The shortest piece whose repetition gives the text; the text itself when there is none. */
    private static String onePiece(String text) {
        for (int length = 1; length <= text.length() / 2; length++) {
            String piece = text.substring(0, length);
            if (piece.repeat(text.length() / length + 1).startsWith(text)) {
                return piece;
            }
        }
        return text;
    }

    private static Stream<String> lines(String name) {
        try (InputStream in = PasswordRules.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
