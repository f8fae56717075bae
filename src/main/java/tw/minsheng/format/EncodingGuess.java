package tw.minsheng.format;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/** What bytes that are not UTF-8 probably are; offices still save Big5. */
enum EncodingGuess {
    BIG5("big5"),
    UTF_16("utf16"),
    /** A workbook, which is a ZIP of XML. */
    SPREADSHEET("spreadsheet"),
    UNKNOWN("not_utf8");

    /** Looked at; more adds no certainty. */
    private static final int SAMPLE = 64 * 1024;

    private final String code;

    EncodingGuess(String code) {
        this.code = code;
    }

    /** Last part of the message code. */
    String code() {
        return code;
    }

    static EncodingGuess of(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            return UTF_16;
        }
        if (startsWith(bytes, 'P', 'K')) {
            return SPREADSHEET;
        }
        return isBig5(ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, SAMPLE))) ? BIG5 : UNKNOWN;
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && bytes[0] == (byte) first && bytes[1] == (byte) second;
    }

    /** Big5 when everything decodes (a character cut off at the end aside) and most of what is not ASCII is Han. */
    private static boolean isBig5(ByteBuffer bytes) {
        CharsetDecoder decoder = Charset.forName("x-windows-950")
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer chars = CharBuffer.allocate(bytes.remaining() + 1);
        CoderResult result = decoder.decode(bytes, chars, false);
        if (result.isError()) {
            return false;
        }
        chars.flip();
        long foreign = chars.chars().filter(c -> c >= 0x80).count();
        long han = chars.chars().filter(Character::isIdeographic).count();
        return han > 0 && han * 2 >= foreign;
    }
}
