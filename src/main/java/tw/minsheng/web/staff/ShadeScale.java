package tw.minsheng.web.staff;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Five shades at most, from light to dark, with round limits from 0 on.
 *
 * @param step width of a shade
 * @param count shades that are used
 */
record ShadeScale(double step, int count) {

    private static final int MOST = 5;
    private static final double[] ROUND = {1, 2, 5};
    /** Of the drawing of a city, a bar of about this length is good to compare with. */
    private static final double BAR_METRES = 2_000;

    /** @param largest value that has a shade */
    static ShadeScale of(double largest) {
        double power = 1;
        while (true) {
            for (double lead : ROUND) {
                double step = lead * power;
                if (largest <= step * MOST) {
                    return new ShadeScale(step, Math.max(1, (int) StrictMath.ceil(largest / step)));
                }
            }
            power *= 10;
        }
    }

    /** From 1 on. */
    int shade(double value) {
        return (int) Math.max(1, Math.min(count, StrictMath.ceil(value / step)));
    }

    /** Its tone, 1 to 5: few shades are spread from the lightest to the darkest. */
    int tone(int shade) {
        return count == 1 ? (MOST + 1) / 2 : 1 + Math.round((shade - 1f) * (MOST - 1) / (count - 1));
    }

    List<Integer> shades() {
        return IntStream.rangeClosed(1, count).boxed().toList();
    }

    String range(int shade) {
        return plain((shade - 1) * step) + "–" + plain(shade * step);
    }

    /** Squares of a scale bar, one at least. */
    static int squares(double metres) {
        return (int) Math.max(1, Math.round(BAR_METRES / metres));
    }

    static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
