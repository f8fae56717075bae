package tw.minsheng.statistics.moments;

/** Pearson's r from a cross-product and the product of the two sums of squares. */
final class Pearson {

    private Pearson() {}

    /** Rounding must not carry r over its limits. */
    static double bounded(double cross, double squares) {
        return StrictMath.max(-1, StrictMath.min(1, cross / StrictMath.sqrt(squares)));
    }
}
