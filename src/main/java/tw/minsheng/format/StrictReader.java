package tw.minsheng.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;

/** Decodes one encoding strictly, takes off a byte order mark, counts lines, and stops at a limit of bytes. */
final class StrictReader extends Reader {

    /** Bytes that are not of the encoding: the line, and what they probably are. */
    static final class Undecodable extends IOException {
        private static final long serialVersionUID = 1L;
        private final long line;
        private final EncodingGuess guess;

        Undecodable(long line, EncodingGuess guess) {
            super("cannot be decoded in line " + line);
            this.line = line;
            this.guess = guess;
        }

        long line() {
            return line;
        }

        EncodingGuess guess() {
            return guess;
        }
    }

    /** More bytes than allowed. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static final int CHUNK = 16 * 1024;

    private final InputStream in;
    private final long maxBytes;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
    private final Progress progress = new Progress();

    /** The moving part of a reader. */
    private static final class Progress {
        private long read;
        private long line = 1;
        private boolean started;
        private boolean ended;
    }

    StrictReader(InputStream in, long maxBytes, Encoding encoding) {
        this.in = in;
        this.maxBytes = maxBytes;
        this.decoder = encoding.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        bytes.flip();
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        CharBuffer chars = CharBuffer.wrap(target, offset, length);
        while (chars.position() == offset) {
            if (progress.ended && !bytes.hasRemaining()) {
                return -1;
            }
            if (!progress.ended) {
                fill();
            }
            decode(chars);
        }
        int count = chars.position() - offset;
        for (int i = offset; i < offset + count; i++) {
            progress.line += target[i] == '\n' ? 1 : 0;
        }
        if (!progress.started) {
            progress.started = true;
            if (target[offset] == '\uFEFF') {
                System.arraycopy(target, offset + 1, target, offset, count - 1);
                return count == 1 ? read(target, offset, length) : count - 1;
            }
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void fill() throws IOException {
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (count < 0) {
            progress.ended = true;
        } else {
            bytes.position(bytes.position() + count);
            progress.read += count;
        }
        bytes.flip();
        if (progress.read > maxBytes) {
            throw new TooLarge();
        }
    }

    private void decode(CharBuffer chars) throws IOException {
        int start = bytes.position();
        int before = chars.position();
        CoderResult result = decoder.decode(bytes, chars, progress.ended);
        if (result.isError()) {
            long line = progress.line;
            for (int i = before; i < chars.position(); i++) {
                line += chars.array()[i] == '\n' ? 1 : 0;
            }
            throw new Undecodable(line, EncodingGuess.of(Arrays.copyOfRange(bytes.array(), start, bytes.limit())));
        }
    }
}
