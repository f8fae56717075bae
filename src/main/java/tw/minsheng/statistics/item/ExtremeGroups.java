package tw.minsheng.statistics.item;

import java.util.Arrays;

/**
 * 高低分組: those with the lowest and the highest sum scores. Kelley 1939. Ties at a border stay in, so that groups may be larger
 * than m (C17).
 *
 * @param m floor(share·n + .5)
 * @param low the m-th smallest total; the low group has totals up to it
 * @param high the m-th largest total; the high group has totals from it
 * @param lowSize people in the low group
 * @param highSize people in the high group
 */
public record ExtremeGroups(int m, double low, double high, int lowSize, int highSize) {

    /** The usual share of each group. */
    public static final double USUAL = .27;

    /**
     * @param totals sum scores, 2 or more
     * @param share of each group, in (0, .5]
     */
    public static ExtremeGroups of(double[] totals, double share) {
        double[] sorted = totals.clone();
        Arrays.sort(sorted);
        int m = (int) StrictMath.max(1, StrictMath.floor(share * sorted.length + .5));
        double low = sorted[m - 1];
        double high = sorted[sorted.length - m];
        return new ExtremeGroups(
                m,
                low,
                high,
                (int) Arrays.stream(totals).filter(t -> t <= low && t < high).count(),
                (int) Arrays.stream(totals).filter(t -> t >= high).count());
    }

    /** Whether both groups exist apart; {@code groups_overlap} otherwise. */
    public boolean isApart() {
        return low < high;
    }

    public boolean isLow(double total) {
        return total <= low && total < high;
    }

    public boolean isHigh(double total) {
        return total >= high;
    }
}
