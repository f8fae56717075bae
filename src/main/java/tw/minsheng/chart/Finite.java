package tw.minsheng.chart;

/** What can be drawn: what is undefined has a mark of its own. */
final class Finite {

    private Finite() {}

    static void check(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("cannot be drawn: " + value);
        }
    }
}
