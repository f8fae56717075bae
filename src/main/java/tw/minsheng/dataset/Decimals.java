package tw.minsheng.dataset;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers as people and statistical programs write them: ASCII digits, one point, perhaps an exponent. What only a
 * programming language takes for a number (0x1p3, 1d, NaN, blanks around it) is none.
 */
public final class Decimals {

    /** Longer than any number that is meant: a double needs 24 characters. */
    private static final int LONGEST = 40;

    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?");

    private Decimals() {}

    /** The number; empty when the cell is none. */
    public static Optional<BigDecimal> of(String cell) {
        boolean decimal = cell.length() <= LONGEST && DECIMAL.matcher(cell).matches();
        return decimal ? Optional.of(new BigDecimal(cell)) : Optional.empty();
    }
}
