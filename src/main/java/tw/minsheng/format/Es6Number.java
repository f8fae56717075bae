package tw.minsheng.format;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as ECMAScript prints them, which RFC 8785 asks for: the shortest digits that read back to the same double,
 * plain from 1e-6 up to below 1e21, else with an exponent.
 */
final class Es6Number {

    private Es6Number() {}

    /** @throws IllegalArgumentException when the number is not finite */
    static String of(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("not a finite number: " + number);
        }
        if (number == 0) {
            return "0"; // also for −0, which JSON readers do not agree on
        }
        BigDecimal shortest = shortest(number);
        String digits = shortest.unscaledValue().abs().toString();
        int point = digits.length() - shortest.scale();
        return (number < 0 ? "-" : "") + place(digits, point);
    }

    /** Schubfach, because Double.toString of JDK 17 is not always the shortest; it keeps two digits where one may do. */
    private static BigDecimal shortest(double number) {
        BigDecimal exact = new BigDecimal(NumberOutput.toString(number, true)).stripTrailingZeros();
        BigDecimal single = exact.round(new MathContext(1, RoundingMode.HALF_EVEN));
        return single.doubleValue() == number ? single.stripTrailingZeros() : exact;
    }

    /** @param point how many digits stand before the decimal point */
    private static String place(String digits, int point) {
        int count = digits.length();
        if (count <= point && point <= 21) {
            return digits + "0".repeat(point - count);
        }
        if (0 < point && point <= 21) {
            return digits.substring(0, point) + "." + digits.substring(point);
        }
        if (-6 < point && point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        String mantissa = count == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return mantissa + "e" + (point > 0 ? "+" : "") + (point - 1);
    }
}
