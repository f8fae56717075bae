package tw.minsheng.petition;

import java.security.SecureRandom;
import java.util.Optional;
import tw.minsheng.kernel.CodeLetters;

/**
 * The secret that opens the progress of a case together with its number (案件密碼): 12 letters and digits, 60 random
 * bits. Only its hash is stored.
 *
 * @param value without hyphens, upper case, of Crockford's base 32
 */
public record QueryCode(String value) {

    static final int LENGTH = 12;

    /** @throws IllegalArgumentException when it is not of this form */
    public QueryCode {
        if (!CodeLetters.isCode(value, LENGTH)) {
            throw new IllegalArgumentException("not a query code");
        }
    }

    /** A new one, which follows from nothing. */
    public static QueryCode random(SecureRandom random) {
        return new QueryCode(CodeLetters.random(random, LENGTH));
    }

    /** As typed by people ({@link CodeLetters#typed}). */
    public static Optional<QueryCode> typed(String text) {
        return CodeLetters.typed(text, LENGTH).map(QueryCode::new);
    }

    /** In groups of four, as people read and copy it. */
    public String grouped() {
        return CodeLetters.grouped(value);
    }

    /** A code opens a case, so it must not get into logs by way of a message. */
    @Override
    public String toString() {
        return "QueryCode";
    }
}
