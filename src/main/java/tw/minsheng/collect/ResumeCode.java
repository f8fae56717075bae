package tw.minsheng.collect;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import tw.minsheng.kernel.CodeLetters;

/**
 * The resume code (接續碼) with which an unfinished answer is found again: 20 letters and digits, 100 random bits.
 *
 * @param value without hyphens, upper case, of Crockford's base 32
 */
public record ResumeCode(String value) {

    private static final int LENGTH = 20;

    /** @throws IllegalArgumentException when it is not of this form */
    public ResumeCode {
        if (!CodeLetters.isCode(value, LENGTH)) {
            throw new IllegalArgumentException("not a resume code");
        }
    }

    static ResumeCode random(SecureRandom random) {
        return new ResumeCode(CodeLetters.random(random, LENGTH));
    }

    /** As typed by people ({@link CodeLetters#typed}). */
    public static Optional<ResumeCode> typed(String text) {
        return CodeLetters.typed(text, LENGTH).map(ResumeCode::new);
    }

    /** In groups of four, as people read and copy it. */
    public String grouped() {
        return CodeLetters.grouped(value);
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
