package tw.minsheng.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.kernel.Problem;

/** The bytes of a calendar file, which older offices save as Big5. */
final class CalendarText {

    /** Ten years of every day are 150 KB. */
    private static final int MOST = 1_000_000;

    private static final Charset BIG5 = Charset.forName("x-windows-950");

    private CalendarText() {}

    /** @throws Problem {@code calendar.too_large} */
    static byte[] bytes(String name, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST + 1);
        if (bytes.length > MOST) {
            throw Problem.of(Problem.Kind.INVALID, "calendar.too_large", Map.of("file", name));
        }
        return bytes;
    }

    /** What is no UTF-8 but Big5, as UTF-8; all else as it is, for the reader to judge. */
    static byte[] utf8(byte[] bytes) {
        if (decoded(bytes, StandardCharsets.UTF_8).isPresent()) {
            return bytes;
        }
        return decoded(bytes, BIG5)
                .map(text -> text.toString().getBytes(StandardCharsets.UTF_8))
                .orElse(bytes);
    }

    private static Optional<CharBuffer> decoded(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes)));
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }
}
