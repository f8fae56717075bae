package tw.minsheng.report.wording;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import tw.minsheng.statistics.Value;

/**
 * Numbers as they are printed; rounding happens only here. Percentages have one decimal, five-point means two, 0–100
 * scores one, coefficients three and no zero before the point.
 */
public final class Printed {

    private static final double LIMIT_P = .05;
    private static final int MOST_P = 6;
    private static final double LEAST_P = 0.001;

    private Printed() {}

    /** 1,068. */
    public static String count(long n) {
        StringBuilder digits = new StringBuilder(Long.toString(Math.abs(n)));
        for (int place = digits.length() - 3; place > 0; place -= 3) {
            digits.insert(place, ',');
        }
        return (n < 0 ? "−" : "") + digits;
    }

    /** A number rounded to a whole one, with separators. */
    public static String whole(double number) {
        return count(rounded(number, 0).longValueExact());
    }

    /** Degrees of freedom: digits alone, for a comma in brackets looks like two numbers. */
    public static String degrees(double df) {
        return rounded(df, 0).toPlainString();
    }

    /** A share as a percentage with one decimal: .4618 is 46.2%. */
    public static String percent(double share) {
        return fixed(share * 100, 1) + "%";
    }

    /** A share as a whole percentage, for charts: .4618 is 46%. */
    public static String percentWhole(double share) {
        return fixed(share * 100, 0) + "%";
    }

    /** A percentage without its sign, for tables whose head says %. */
    public static String percentNumber(double share) {
        return fixed(share * 100, 1);
    }

    /** A difference of shares in percentage points, with its sign. */
    public static String points(double difference) {
        String text = fixed(difference * 100, 1);
        return difference > 0 && !"0.0".equals(text) ? "+" + text : text;
    }

    /** Mean of a scale of points. */
    public static String mean(double mean) {
        return fixed(mean, 2);
    }

    /** Score from 0 to 100. */
    public static String score(double score) {
        return fixed(score, 1);
    }

    /** Coefficient that lies between −1 and 1: .824. */
    public static String coefficient(double value) {
        String text = fixed(value, 3);
        if (text.startsWith("0.")) {
            return text.substring(1);
        }
        return text.startsWith("−0.") ? "−" + text.substring(2) : text;
    }

    /** A limit as it is usually written, with two decimals, or as many as it has: .70, .005, 1.00; 3.5 above 1. */
    public static String limit(double limit) {
        BigDecimal exact = BigDecimal.valueOf(limit).stripTrailingZeros();
        boolean share = exact.abs().compareTo(BigDecimal.ONE) <= 0;
        String text = fixed(limit, Math.max(share ? 2 : 1, exact.scale()));
        return text.startsWith("0.") ? text.substring(1) : text;
    }

    /** The least and the greatest of known coefficients; one number where both look alike. */
    public static String range(List<Value> values) {
        String low =
                coefficient(values.stream().mapToDouble(Value::number).min().orElse(0));
        String high =
                coefficient(values.stream().mapToDouble(Value::number).max().orElse(0));
        return low.equals(high) ? low : low + "–" + high;
    }

    /** 290, or 290–300 where they differ; 0 of none. */
    public static String span(List<Long> counts) {
        long least = counts.stream().mapToLong(Long::longValue).min().orElse(0);
        long most = counts.stream().mapToLong(Long::longValue).max().orElse(0);
        return least == most ? count(most) : count(least) + "–" + count(most);
    }

    /** p with three digits, {@code < .001} below. */
    public static String p(double p) {
        return p < LEAST_P ? "< .001" : probability(p);
    }

    /** p in a sentence: {@code p＜.001} or {@code p＝.012}, without the letter. */
    public static String pWithSign(double p) {
        return p < LEAST_P ? "< .001" : "= " + probability(p);
    }

    /** Three decimals, or as many as tell on which side of .05 it lies: what is said of it must agree with what is shown. */
    private static String probability(double p) {
        int decimals = 3;
        while (decimals < MOST_P && p != LIMIT_P && rounded(p, decimals).doubleValue() == LIMIT_P) {
            decimals++;
        }
        String text = rounded(p, decimals).toPlainString();
        return decimals == 3 ? coefficient(p) : text.substring(text.indexOf('.'));
    }

    /** A number with this many decimals, halves away from zero, a true minus sign, and no minus before zero. */
    public static String fixed(double number, int decimals) {
        BigDecimal rounded = rounded(number, decimals);
        String text = rounded.abs().toPlainString();
        int point = text.indexOf('.');
        String whole = point < 0 ? text : text.substring(0, point);
        String grouped = count(Long.parseLong(whole)) + (point < 0 ? "" : text.substring(point));
        return rounded.signum() < 0 ? "−" + grouped : grouped;
    }

    /** A confidence level in percent, without its sign and with no more digits than it has: 95, 99.5. */
    public static String level(double level) {
        return BigDecimal.valueOf(level).movePointRight(2).stripTrailingZeros().toPlainString();
    }

    private static BigDecimal rounded(double number, int decimals) {
        return BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP);
    }
}
