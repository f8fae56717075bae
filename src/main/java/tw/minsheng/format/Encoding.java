package tw.minsheng.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** How the letters of a file are written as bytes. */
public enum Encoding {
    UTF_8("UTF-8", StandardCharsets.UTF_8, "not_utf8"),
    /** as Windows writes it: code page 950 */
    BIG5("Big5", Charset.forName("x-windows-950"), "not_big5");

    private final String word;
    private final Charset charset;
    private final String refusal;

    Encoding(String word, Charset charset, String refusal) {
        this.word = word;
        this.charset = charset;
        this.refusal = refusal;
    }

    /** The encoding of this name, as a mapping file writes it; large and small letters are the same. */
    public static Optional<Encoding> named(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word.equalsIgnoreCase(word))
                .findFirst();
    }

    /** The name, for example {@code UTF-8}. */
    public String word() {
        return word;
    }

    Charset charset() {
        return charset;
    }

    /** Last part of the message code for bytes that are not of this encoding. */
    String refusal() {
        return refusal;
    }
}
