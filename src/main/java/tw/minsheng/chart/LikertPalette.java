package tw.minsheng.chart;

import java.awt.Color;

/** Colours of a scale from worst to best: orange over grey to blue, darker towards the ends. */
final class LikertPalette {

    static final Color WORST = new Color(0xA6480F);
    static final Color BAD = new Color(0xE9A66B);
    static final Color NEUTRAL = new Color(0xDDE1E5);
    static final Color GOOD = new Color(0x83BAD8);
    static final Color BEST = new Color(0x1A6496);

    private LikertPalette() {}

    /**
     * The colour of one point.
     *
     * @param points number of scale points
     * @param neutral index of the middle point, -1 for none
     */
    static Color color(int point, int points, int neutral) {
        if (point == neutral) {
            return NEUTRAL;
        }
        int below = neutral >= 0 ? neutral : points / 2;
        if (point < below) {
            return between(WORST, BAD, point, below);
        }
        int above = neutral >= 0 ? points - 1 - neutral : points - below;
        return between(BEST, GOOD, points - 1 - point, above);
    }

    /** The colour of step {@code step} of {@code steps}, from the strong to the pale end, on which text can be read. */
    private static Color between(Color strong, Color pale, int step, int steps) {
        double part = steps < 2 ? 0 : (double) step / (steps - 1);
        Color color = mixed(strong, pale, part);
        while (Theme.contrast(Theme.textOn(color), color) < Theme.READABLE) {
            part += 0.02; // between dark and pale lies a stretch on which neither white nor ink is readable
            color = mixed(strong, pale, part);
        }
        return color;
    }

    private static Color mixed(Color strong, Color pale, double part) {
        return new Color(
                mix(strong.getRed(), pale.getRed(), part),
                mix(strong.getGreen(), pale.getGreen(), part),
                mix(strong.getBlue(), pale.getBlue(), part));
    }

    private static int mix(int from, int to, double part) {
        return (int) Math.round(from + (to - from) * part);
    }
}
