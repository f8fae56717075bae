package tw.minsheng.statistics.draw;

import java.util.stream.IntStream;

/**
 * Systematic draws with a fractional interval (系統抽樣) (DR2): row ⌊u·k + i·k⌋ + 1 with k = N/n, so that every row has the
 * probability n/N, also where n does not divide N (Särndal, Swensson and Wretman 1992, section 3.4).
 */
public final class SystematicDraw {

    private SystematicDraw() {}

    /**
     * @param rows N, 1 or more
     * @param n 1 to N
     * @param u the start as a part of the interval, in [0, 1)
     * @return rows drawn, counted from 0, ascending
     * @throws IllegalArgumentException when n or u is outside
     */
    public static int[] of(int rows, int n, double u) {
        if (n < 1 || n > rows || !(u >= 0 && u < 1)) {
            throw new IllegalArgumentException("n of 1 to N, and a start in [0, 1)");
        }
        double interval = (double) rows / n;
        return IntStream.range(0, n)
                .map(i -> (int) StrictMath.floor(u * interval + interval * i))
                .map(row -> Math.min(row, rows - 1)) // the last start below 1 may round up to N
                .toArray();
    }
}
