package tw.minsheng.statistics.moments;

import tw.minsheng.statistics.Missing;

/**
 * Count and the first four sums of powers of one column, taken about its first value, so that large numbers with a small
 * spread keep their digits. O(1) memory; not safe for several threads, but parts can be merged.
 */
public final class PowerSums {

    private long n;
    private double origin;
    private double first;
    private double second;
    private double third;
    private double fourth;

    /** Adds a value; {@link Missing#ANSWER} is passed over. */
    public void add(double value) {
        if (Missing.is(Missing.checked(value))) {
            return;
        }
        if (n == 0) {
            origin = value;
        }
        n++;
        double d = value - origin;
        double square = d * d;
        first += d;
        second += square;
        third += square * d;
        fourth += square * square;
    }

    /** Adds what another part has collected; exact for whole numbers, whatever the order. */
    public void merge(PowerSums other) {
        if (other.n == 0) {
            return;
        }
        if (n == 0) {
            origin = other.origin;
        }
        double s = other.origin - origin;
        double s2 = s * s;
        n += other.n;
        fourth += other.fourth
                + 4 * s * other.third
                + 6 * s2 * other.second
                + 4 * s2 * s * other.first
                + s2 * s2 * other.n;
        third += other.third + 3 * s * other.second + 3 * s2 * other.first + s2 * s * other.n;
        second += other.second + 2 * s * other.first + s2 * other.n;
        first += other.first + s * other.n;
    }

    public Moments moments() {
        if (n == 0) {
            return Moments.NONE;
        }
        double m = first / n;
        double m2 = second - n * m * m;
        double m3 = third - 3 * m * second + 2 * n * m * m * m;
        double m4 = fourth - 4 * m * third + 6 * m * m * second - 3 * n * m * m * m * m;
        return new Moments(n, origin + m, n == 1 ? 0 : StrictMath.max(m2, 0), m3, StrictMath.max(m4, 0));
    }
}
