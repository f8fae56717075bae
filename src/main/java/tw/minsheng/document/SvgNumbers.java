package tw.minsheng.document;

import java.awt.Shape;
import java.awt.geom.PathIterator;

/** Numbers and paths of SVG, with two decimals. */
final class SvgNumbers {

    private static final String COMMANDS = "MLQCZ";
    private static final int[] NUMBERS = {2, 2, 4, 6, 0};

    private SvgNumbers() {}

    static String number(double value) {
        double rounded = Math.round(value * 100) / 100.0;
        if (rounded == 0) {
            return "0";
        }
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    /** The {@code d} of a path; "" for a shape without points. */
    static String path(Shape shape) {
        StringBuilder out = new StringBuilder();
        double[] points = new double[6];
        for (PathIterator at = shape.getPathIterator(null); !at.isDone(); at.next()) {
            int kind = at.currentSegment(points);
            out.append(COMMANDS.charAt(kind));
            for (int i = 0; i < NUMBERS[kind]; i++) {
                String number = number(points[i]);
                out.append(i > 0 && number.charAt(0) != '-' ? " " : "").append(number);
            }
        }
        return out.toString();
    }
}
