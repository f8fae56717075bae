package tw.minsheng.petition.attach;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads numbers and letters of a file through a window of 64 KB. Numbers have the first byte in front unless said. */
final class Reading {

    private static final int WINDOW = 65_536;

    private final Content content;
    private final byte[] window = new byte[WINDOW];
    private long start;
    private int filled;

    Reading(Content content) {
        this.content = content;
    }

    long size() {
        return content.size();
    }

    /** @throws BrokenFile when the file is shorter */
    int u8(long at) {
        if (at < start || at >= start + filled) {
            slide(at);
        }
        return window[(int) (at - start)] & 0xff;
    }

    private void slide(long at) {
        if (at < 0 || at >= content.size()) {
            throw new BrokenFile("ends before byte " + at);
        }
        try {
            filled = content.read(at, window, 0, WINDOW);
            start = at;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int u16(long at) {
        return u8(at) << 8 | u8(at + 1);
    }

    long u32(long at) {
        return (long) u16(at) << 16 | u16(at + 2);
    }

    /** @throws BrokenFile when it is larger than any file */
    long u64(long at) {
        long value = u32(at) << 32 | u32(at + 4);
        if (value < 0) {
            throw new BrokenFile("an absurd length");
        }
        return value;
    }

    /** A number of 0, 2, 4 or 8 bytes; of no bytes it is 0. */
    long number(long at, int bytes) {
        return switch (bytes) {
            case 0 -> 0;
            case 2 -> u16(at);
            case 4 -> u32(at);
            case 8 -> u64(at);
            default -> throw new BrokenFile("a number of " + bytes + " bytes");
        };
    }

    /** The last byte in front. */
    int little16(long at) {
        return u8(at) | u8(at + 1) << 8;
    }

    /** The last byte in front. */
    long little32(long at) {
        return little16(at) | (long) little16(at + 2) << 16;
    }

    byte[] bytes(long at, int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) u8(at + i);
        }
        return bytes;
    }

    /** So many bytes as letters, each byte one. */
    String letters(long at, int count) {
        return new String(bytes(at, count), StandardCharsets.ISO_8859_1);
    }

    /** Whether these letters stand there; false also where the file is shorter. */
    boolean has(long at, String letters) {
        return at >= 0
                && at + letters.length() <= size()
                && letters(at, letters.length()).equals(letters);
    }
}
