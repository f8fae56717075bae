package tw.minsheng.statistics.power;

import java.util.Map;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;

/** The power of a test as the sample grows (PW1). It rises with n. */
@FunctionalInterface
public interface PowerCurve {

    /** The largest sample that is looked for. */
    double MOST = 1e9;

    /** Power with n, which need not be whole, per group where there are groups. */
    double at(double n);

    /** The smallest n, not whole: 2 or more. */
    default double least() {
        return 2;
    }

    /**
     * The n with this power, not rounded, to 1e-10 of itself; {@code no_variation} when a billion is not enough, as for an
     * effect of 0.
     *
     * @param power in (0, 1)
     */
    default Value sizeFor(double power) {
        if (!(power > 0 && power < 1)) {
            throw new IllegalArgumentException("power lies in (0, 1): " + power);
        }
        double low = least();
        if (at(low) >= power) {
            return Value.of(low);
        }
        double high = low;
        while (at(high) < power) {
            high *= 2;
            if (high > MOST) {
                return Value.undefined(Reason.NO_VARIATION, Map.of("n", "1000000000"));
            }
        }
        for (int step = 0; step < 100; step++) {
            double middle = (low + high) / 2;
            if (at(middle) < power) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Value.of(high);
    }
}
