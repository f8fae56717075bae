package tw.minsheng.web.staff;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import tw.minsheng.petition.attach.Content;

/** The bytes of a file that arrived, from its first one. For one thread. */
final class ArrivedStream extends InputStream {

    private final Content content;
    private long at;

    ArrivedStream(Content content) {
        this.content = content;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        Objects.checkFromIndexSize(from, length, into.length);
        if (length == 0) {
            return 0;
        }
        int read = content.read(at, into, from, length);
        at += read;
        return read == 0 ? -1 : read;
    }
}
