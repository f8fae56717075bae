package tw.minsheng.typeface;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** A TrueType file as its tables. See OpenType specification 1.9, "Organization of an OpenType Font". */
record FontFile(int version, Map<String, byte[]> tables) {

    private static final int HEADER = 12;
    private static final int ENTRY = 16;
    private static final int CHECKSUM_MAGIC = 0xB1B0AFBA;

    static FontFile read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int count = in.getShort(4);
        Map<String, byte[]> tables = new LinkedHashMap<>();
        for (int table = 0; table < count; table++) {
            int entry = HEADER + ENTRY * table;
            int offset = in.getInt(entry + 8);
            String tag = new String(bytes, entry, 4, StandardCharsets.ISO_8859_1);
            tables.put(tag, Arrays.copyOfRange(bytes, offset, offset + in.getInt(entry + 12)));
        }
        return new FontFile(in.getInt(0), tables);
    }

    byte[] table(String tag) {
        byte[] table = tables.get(tag);
        if (table == null) {
            throw new IllegalArgumentException("the font has no table " + tag);
        }
        return table;
    }

    FontFile with(String tag, byte[] table) {
        Map<String, byte[]> changed = new LinkedHashMap<>(tables);
        changed.put(tag, table);
        return new FontFile(version, changed);
    }

    FontFile without(String tag) {
        Map<String, byte[]> changed = new LinkedHashMap<>(tables);
        changed.remove(tag);
        return new FontFile(version, changed);
    }

    /** The file, with fresh checksums. */
    byte[] write() {
        int count = tables.size();
        int size = HEADER
                + ENTRY * count
                + tables.values().stream()
                        .mapToInt(table -> padded(table.length))
                        .sum();
        ByteBuffer out = ByteBuffer.allocate(size);
        writeHeader(out, count);
        int offset = HEADER + ENTRY * count;
        int head = -1;
        for (Map.Entry<String, byte[]> entry : tables.entrySet()) {
            byte[] table = entry.getValue().clone();
            if (entry.getKey().equals("head")) {
                head = offset;
                Arrays.fill(table, 8, 12, (byte) 0); // counts as zero in its own checksum
            }
            System.arraycopy(table, 0, out.array(), offset, table.length);
            out.put(entry.getKey().getBytes(StandardCharsets.ISO_8859_1));
            out.putInt(checksum(out.array(), offset, padded(table.length)));
            out.putInt(offset).putInt(table.length);
            offset += padded(table.length);
        }
        out.putInt(head + 8, CHECKSUM_MAGIC - checksum(out.array(), 0, size));
        return out.array();
    }

    private void writeHeader(ByteBuffer out, int count) {
        int power = 31 - Integer.numberOfLeadingZeros(count);
        int range = ENTRY << power;
        out.putInt(version).putShort((short) count);
        out.putShort((short) range).putShort((short) power).putShort((short) (ENTRY * count - range));
    }

    private static int padded(int length) {
        return (length + 3) & ~3;
    }

    private static int checksum(byte[] bytes, int from, int length) {
        ByteBuffer in = ByteBuffer.wrap(bytes, from, length);
        int sum = 0;
        while (in.remaining() >= 4) {
            sum += in.getInt();
        }
        return sum;
    }
}
