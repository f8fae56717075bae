package tw.minsheng.petition.attach;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What is kept of the Exif data of a photo whose place is taken out: which side is up, and when it was taken, which an
 * office needs to know. Camera, owner, software, maker notes, previews and place are not carried over. Exif 2.32, section 4.6.
 */
final class PhotoTimes {

    private static final int ORIENTATION = 0x0112;
    private static final int CHANGED = 0x0132;
    private static final int MORE = 0x8769;
    private static final int TAKEN = 0x9003;
    private static final int ZONE = 0x9011;
    private static final int SHORT = 3;
    private static final int ASCII = 2;
    private static final int LONG = 4;
    private static final int MOST_ENTRIES = 400;
    private static final int HEADER = 8;
    private static final int FIELD = 12;

    private static final Pattern TIME = Pattern.compile("[0-9]{4}:[0-9]{2}:[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}\0");
    private static final Pattern OFFSET = Pattern.compile("[+-][0-9]{2}:[0-9]{2}\0");

    private final ByteBuffer tiff;
    private final Map<Integer, byte[]> first = new TreeMap<>();
    private final Map<Integer, byte[]> more = new TreeMap<>();

    private PhotoTimes(byte[] tiff) {
        this.tiff = ByteBuffer.wrap(tiff);
    }

    /**
     * @param tiff the Exif data, from their {@code II} or {@code MM} on
     * @return the few that are kept, as a TIFF structure; empty when there is nothing to keep, or what is there cannot be read
     */
    static byte[] of(byte[] tiff) {
        PhotoTimes times = new PhotoTimes(tiff);
        try {
            times.read();
        } catch (IndexOutOfBoundsException broken) {
            return new byte[0];
        }
        return times.first.isEmpty() && times.more.isEmpty() ? new byte[0] : times.written();
    }

    private void read() {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        if (tiff.getShort(2) == 42) {
            directory(tiff.getInt(4), first);
        }
    }

    private void directory(int at, Map<Integer, byte[]> kept) {
        int count = Math.min(tiff.getShort(at) & 0xffff, MOST_ENTRIES);
        for (int i = 0; i < count; i++) {
            int entry = at + 2 + i * FIELD;
            int tag = tiff.getShort(entry) & 0xffff;
            if (tag == MORE && kept == first) {
                directory(tiff.getInt(entry + 8), more);
            } else if (tag == ORIENTATION && kept == first) {
                int side = tiff.getShort(entry + 8);
                if (side > 1 && side <= 8) {
                    kept.put(tag, new byte[] {0, (byte) side});
                }
            } else if (kept == first ? tag == CHANGED : tag == TAKEN || tag == ZONE) {
                text(entry, tag, kept);
            }
        }
    }

    private void text(int entry, int tag, Map<Integer, byte[]> kept) {
        int length = tiff.getInt(entry + 4);
        Pattern form = tag == ZONE ? OFFSET : TIME;
        if (length <= 0 || length > 20) {
            return;
        }
        byte[] bytes = new byte[length];
        tiff.get(tiff.getInt(entry + 8), bytes);
        if (form.matcher(new String(bytes, StandardCharsets.ISO_8859_1)).matches()) {
            kept.put(tag, bytes);
        }
    }

    private byte[] written() {
        int pointer = more.isEmpty() ? 0 : 1;
        int second = HEADER + length(first, pointer);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {'M', 'M', 0, 42, 0, 0, 0, HEADER});
        out.writeBytes(directory(first, HEADER, pointer == 0 ? 0 : second));
        if (pointer > 0) {
            out.writeBytes(directory(more, second, 0));
        }
        return out.toByteArray();
    }

    /** Of a directory with its texts. */
    private static int length(Map<Integer, byte[]> entries, int pointers) {
        int texts = entries.values().stream()
                .mapToInt(value -> value.length > 4 ? value.length : 0)
                .sum();
        return 2 + (entries.size() + pointers) * FIELD + 4 + texts;
    }

    /** @param second where the other directory begins, 0 when there is none */
    private static byte[] directory(Map<Integer, byte[]> entries, int at, int second) {
        int pointers = second > 0 ? 1 : 0;
        ByteBuffer out = ByteBuffer.allocate(length(entries, pointers));
        out.putShort((short) (entries.size() + pointers));
        int texts = at + 2 + (entries.size() + pointers) * FIELD + 4;
        for (Map.Entry<Integer, byte[]> entry : entries.entrySet()) {
            byte[] value = entry.getValue();
            boolean isText = entry.getKey() != ORIENTATION;
            out.putShort(entry.getKey().shortValue()).putShort((short) (isText ? ASCII : SHORT));
            out.putInt(isText ? value.length : 1);
            if (isText) {
                out.putInt(texts);
                texts += value.length;
            } else {
                out.put(value).putShort((short) 0);
            }
        }
        if (second > 0) {
            out.putShort((short) MORE).putShort((short) LONG).putInt(1).putInt(second);
        }
        out.putInt(0);
        entries.values().stream().filter(value -> value.length > 4).forEach(out::put);
        return out.array();
    }
}
