package tw.minsheng.chart;

/** What a row of dots shows: nothing, a value, or a value with its interval. */
public sealed interface Mark {

    /** The smallest number that must be on the axis; +∞ for none. */
    double least();

    /** The largest number that must be on the axis; -∞ for none. */
    double greatest();

    /** The value as printed; "" for none. */
    String text();

    /** Draws itself. */
    void paint(Brush brush);

    /** What a mark is drawn with. */
    interface Brush {

        void nothing();

        void span(double low, double high);

        void dot(double value);
    }

    /** Nothing to show; the chart prints its word for no data. */
    record None() implements Mark {

        @Override
        public double least() {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public double greatest() {
            return Double.NEGATIVE_INFINITY;
        }

        @Override
        public String text() {
            return "";
        }

        @Override
        public void paint(Brush brush) {
            brush.nothing();
        }
    }

    /** A value without interval, as in open-link surveys; text as printed. */
    record Point(double value, String text) implements Mark {

        public Point {
            Finite.check(value);
        }

        @Override
        public double least() {
            return value;
        }

        @Override
        public double greatest() {
            return value;
        }

        @Override
        public void paint(Brush brush) {
            brush.dot(value);
        }
    }

    /** A value with the ends of its interval, which need not be equally far; text as printed. */
    record Interval(double value, double low, double high, String text) implements Mark {

        public Interval {
            Finite.check(value);
            Finite.check(low);
            Finite.check(high);
        }

        @Override
        public double least() {
            return Math.min(low, value);
        }

        @Override
        public double greatest() {
            return Math.max(high, value);
        }

        @Override
        public void paint(Brush brush) {
            brush.span(low, high);
            brush.dot(value);
        }
    }
}
