package tw.minsheng.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Chosen columns of a plain CSV file, straight from its bytes: many times faster than text. It decides nothing: a file with a quote,
 * a row of another length or a cell that is not understood is not plain, and is read again with {@link CsvReader}, which says what
 * is wrong and where.
 */
abstract class PlainRows {

    /** What {@link #row} found. */
    static final int DONE = 0;

    static final int ROW = 1;
    static final int ODD = 2;

    private static final int BUFFER = 1 << 16;
    private static final int MOST_HEADER = 1 << 20;

    private final InputStream in;
    final byte[] buffer = new byte[BUFFER];
    int at;
    int end;

    PlainRows(InputStream in) {
        this.in = in;
    }

    /** Reads one row; {@code place} is for each column of the file the number of the wanted one, or −1. */
    abstract int row(int[] place) throws IOException;

    /**
     * @param columns from the header to the wanted columns, each once; none when the header will not do
     * @param taken takes the row that was read; false when it will not do
     * @return whether the whole file was plain
     */
    final boolean read(Function<List<String>, int[]> columns, BooleanSupplier taken) throws IOException {
        String header = header();
        if (header.isEmpty() || header.indexOf('"') >= 0) {
            return false;
        }
        List<String> names = List.of(header.split(",", -1));
        int[] wanted = columns.apply(names);
        if (wanted.length == 0) {
            return false;
        }
        int[] place = new int[names.size()];
        Arrays.fill(place, -1);
        for (int i = 0; i < wanted.length; i++) {
            place[wanted[i]] = i;
        }
        boolean any = false;
        for (int state = row(place); state != DONE; state = row(place)) {
            if (state == ODD || !taken.getAsBoolean()) {
                return false;
            }
            any = true;
        }
        return any;
    }

    /** What ends a row of the right length; {@code b} is the byte behind the last cell. */
    final int endOfRow(int b) throws IOException {
        return b != '\r' || next() == '\n' ? ROW : ODD;
    }

    /** The first line without byte order mark and line end; "" when there is none or it is too long. */
    private String header() throws IOException {
        byte[] line = new byte[BUFFER];
        int length = 0;
        for (int b = next(); b >= 0 && b != '\n'; b = next()) {
            if (length == line.length) {
                if (length >= MOST_HEADER) {
                    return "";
                }
                line = Arrays.copyOf(line, length * 2);
            }
            line[length++] = (byte) b;
        }
        String text = new String(line, 0, length, StandardCharsets.UTF_8);
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return plain.endsWith("\r") ? plain.substring(0, plain.length() - 1) : plain;
    }

    final int next() throws IOException {
        if (at == end) {
            end = in.read(buffer, 0, buffer.length);
            at = 0;
            if (end <= 0) {
                end = 0;
                return -1;
            }
        }
        return buffer[at++] & 0xFF;
    }
}
