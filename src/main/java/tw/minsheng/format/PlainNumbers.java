package tw.minsheng.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Reads chosen columns of a CSV file that holds nothing but plain numbers and empty cells, straight from its bytes: many times
 * faster than text. It decides nothing: a file with anything else (a quote, a word, a row of another length) is not plain, and is
 * read again with {@link CsvReader}, which says what is wrong and where.
 */
public final class PlainNumbers {

    private static final int DONE = 0;
    private static final int ROW = 1;
    private static final int ODD = 2;
    private static final int NO_POINT = -1;
    private static final int BUFFER = 1 << 16;
    private static final int MOST_DIGITS = 15; // so many digits a double holds exactly
    private static final int MOST_HEADER = 1 << 20;
    private static final double[] TENS = new double[MOST_DIGITS + 1];

    static {
        TENS[0] = 1;
        for (int i = 1; i < TENS.length; i++) {
            TENS[i] = TENS[i - 1] * 10;
        }
    }

    private final InputStream in;
    private final double missing;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;

    private PlainNumbers(InputStream in, double missing) {
        this.in = in;
        this.missing = missing;
    }

    /**
     * @param missing stands for an empty cell
     * @param columns from the header to the wanted columns, each once; none when the header will not do
     * @param rows takes the numbers of each row, in the order of the wanted columns, always in the same array; false when they will
     *     not do
     * @return whether the whole file was plain; if not, what was handed over must be forgotten
     */
    public static boolean read(
            InputStream in, double missing, Function<List<String>, int[]> columns, Predicate<double[]> rows)
            throws IOException {
        return new PlainNumbers(in, missing).read(columns, rows);
    }

    private boolean read(Function<List<String>, int[]> columns, Predicate<double[]> rows) throws IOException {
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
        double[] row = new double[wanted.length];
        int taken = 0;
        for (int state = row(place, row); state != DONE; state = row(place, row)) {
            if (state == ODD || !rows.test(row)) {
                return false;
            }
            taken++;
        }
        return taken > 0;
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

    /**
     * One row; columns that are not wanted may hold any plain text. The place in the buffer is kept beside the loop: a field that is
     * written for each byte would cost half the time.
     */
    private int row(int[] place, double[] row) throws IOException {
        int column = 0;
        int b = next();
        if (b < 0) {
            return DONE;
        }
        while (column < place.length) {
            int target = place[column++];
            long mantissa = 0;
            int digits = 0;
            int point = NO_POINT;
            boolean negative = target >= 0 && b == '-';
            if (negative) {
                b = next();
            }
            int from = at;
            while (b != ',' && b != '\n' && b != '\r' && b >= 0) {
                int digit = b - '0';
                if (digit >= 0 && digit <= 9) {
                    mantissa = mantissa * 10 + digit;
                    digits++;
                } else if (b == '.' && point == NO_POINT) {
                    point = digits;
                } else if (target >= 0 || b == '"') {
                    return ODD;
                }
                if (from == end) {
                    at = from;
                    b = next();
                    from = at;
                } else {
                    b = buffer[from++] & 0xFF;
                }
            }
            at = from;
            if (target >= 0) {
                if (digits > MOST_DIGITS || (digits == 0 && (negative || point != NO_POINT))) {
                    return ODD;
                }
                double number = point == NO_POINT ? mantissa : mantissa / TENS[digits - point];
                row[target] = digits == 0 ? missing : negative ? -number : number;
            }
            if (b != ',') {
                return column == place.length && (b != '\r' || next() == '\n') ? ROW : ODD;
            }
            b = next();
        }
        return ODD;
    }

    private int next() throws IOException {
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
