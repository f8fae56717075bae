package tw.minsheng.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import org.jfree.chart.text.TextUtils;
import tw.minsheng.typeface.Typefaces;
import tw.minsheng.typeface.Weight;

/** The look of every chart: no chart has a colour, font or size that is not named here. */
final class Theme {

    /** Titles and values. */
    static final Color INK = new Color(0x1B2733);

    /** Axes and legends. */
    static final Color TEXT = new Color(0x3C4650);

    /** Subtitle, source, axis titles. */
    static final Color MUTED = new Color(0x66727F);

    static final Color GRID = new Color(0xE4E8EC);
    static final Color AXIS = new Color(0xA9B2BB);
    static final Color GROUND = Color.WHITE;

    /** What is compared with, and the rest; 1.8:1 on white, so it always has an outline or a printed value. */
    static final Color REST = new Color(0xB9C3CD);

    /** Series, in this order. */
    static final List<Color> SERIES = List.of(
            new Color(0x0B6FA4),
            new Color(0xC7660A),
            new Color(0x0A8563),
            new Color(0xA8457F),
            new Color(0x5A6B7B),
            new Color(0x8A6D00));

    /** From little to much. */
    static final List<Color> SEQUENTIAL = List.of(
            new Color(0xEFF6FA),
            new Color(0xCFE4F0),
            new Color(0x9FCAE1),
            new Color(0x63A8CC),
            new Color(0x2B78A8),
            new Color(0x125A8A),
            new Color(0x083B60));

    /** Ground of what is important and good. */
    static final Color KEEP = new Color(0xEEF5F9);

    /** Ground of what is important and not good. */
    static final Color IMPROVE = new Color(0xFCF1E7);

    /** Ground of the rest. */
    static final Color QUIET = new Color(0xF7F8F9);

    /** A point that is important and not good. */
    static final Color POOR = new Color(0xA6480F);

    /** A point that is not important. */
    static final Color OTHER = new Color(0x7C8894);

    /** Alarm. */
    static final Color ALERT = new Color(0xB3261E);

    /** Text in the colour of the second series, which itself is too light for text. */
    static final Color SECOND_TEXT = new Color(0xA9560A);

    static final BasicStroke HAIRLINE = new BasicStroke(1f);
    static final BasicStroke DASHED =
            new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10f, new float[] {5, 4}, 0);

    /** Least contrast of text. */
    static final double READABLE = 4.5;

    private final Typefaces faces;

    Theme(Typefaces faces) {
        this.faces = faces;
        // otherwise JFreeChart writes rotated text as outlines
        TextUtils.setUseDrawRotatedStringWorkaround(false);
    }

    Font title() {
        return faces.font(Weight.BOLD, 17);
    }

    Font subtitle() {
        return faces.font(Weight.REGULAR, 12.5);
    }

    /** Legends, tick labels, axis titles, names of rows. */
    Font axis() {
        return faces.font(Weight.REGULAR, 12);
    }

    /** Names of groups of rows. */
    Font group() {
        return faces.font(Weight.BOLD, 12);
    }

    /** Numbers inside marks. */
    Font inside() {
        return faces.font(Weight.REGULAR, 11.5);
    }

    /** Sums beside the marks. */
    Font sum() {
        return faces.font(Weight.BOLD, 13);
    }

    /** Names written at the marks themselves. */
    Font direct() {
        return faces.font(Weight.BOLD, 12.5);
    }

    Font note() {
        return faces.font(Weight.REGULAR, 10.5);
    }

    /** White or ink, whichever is easier to read on this ground. */
    static Color textOn(Color ground) {
        return contrast(Color.WHITE, ground) >= READABLE ? Color.WHITE : INK;
    }

    /** Contrast of two colours from 1 to 21, as WCAG 2.2 defines it. */
    static double contrast(Color one, Color other) {
        double light = Math.max(luminance(one), luminance(other));
        double dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : StrictMath.pow((value + 0.055) / 1.055, 2.4);
    }
}
