package tw.minsheng.petition.attach;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A content in memory, and what builds one. */
public final class Bytes implements Content {

    private final byte[] bytes;

    public Bytes(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public int read(long at, byte[] into, int from, int length) {
        int count = (int) Math.min(length, bytes.length - at);
        System.arraycopy(bytes, (int) at, into, from, count);
        return count;
    }

    /** Letters, each one byte, and arrays, one after the other. */
    public static byte[] joined(Object... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Object part : parts) {
            if (part instanceof String text) {
                all.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
            } else if (part instanceof Integer number) {
                all.write(number);
            } else {
                all.writeBytes((byte[]) part);
            }
        }
        return all.toByteArray();
    }

    /** Number of 2 or 4 bytes, the first one in front. */
    public static byte[] big(long number, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (number >> (8 * (length - 1 - i)));
        }
        return bytes;
    }

    /** The last byte in front. */
    public static byte[] little(long number, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (number >> (8 * i));
        }
        return bytes;
    }

    /** All of it, read in blocks of an odd length. */
    static byte[] all(Content content) throws IOException {
        byte[] all = new byte[(int) content.size()];
        for (int at = 0; at < all.length; ) {
            at += content.read(at, all, at, Math.min(7, all.length - at));
        }
        return all;
    }
}
