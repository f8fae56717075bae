package tw.minsheng.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Chosen columns that hold nothing but plain numbers and empty cells; a column that is not wanted may hold any plain text. */
public final class PlainNumbers extends PlainRows {

    private static final int NO_POINT = -1;
    private static final int MOST_DIGITS = 15; // so many digits a double holds exactly
    private static final double[] TENS = new double[MOST_DIGITS + 1];

    static {
        TENS[0] = 1;
        for (int i = 1; i < TENS.length; i++) {
            TENS[i] = TENS[i - 1] * 10;
        }
    }

    private final double missing;
    private double[] row = new double[0];

    private PlainNumbers(InputStream in, double missing) {
        super(in);
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
        PlainNumbers numbers = new PlainNumbers(in, missing);
        return numbers.read(header -> numbers.wanted(columns.apply(header)), () -> rows.test(numbers.row));
    }

    private int[] wanted(int[] columns) {
        row = new double[columns.length];
        return columns;
    }

    /**
     * One row; columns that are not wanted may hold any plain text. The place in the buffer is kept beside the loop: a field that is
     * written for each byte would cost half the time.
     */
    @Override
    int row(int[] place) throws IOException {
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
                return column == place.length ? endOfRow(b) : ODD;
            }
            b = next();
        }
        return ODD;
    }
}
