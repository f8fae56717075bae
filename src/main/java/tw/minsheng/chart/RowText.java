package tw.minsheng.chart;

import java.awt.Color;

/**
 * What is written around the marks of one row.
 *
 * @param label the name of the row
 * @param n behind the name; "" for none
 * @param left between name and marks; "" for none
 * @param right behind the marks; "" for none
 * @param heading true for the name of a group of rows
 */
record RowText(String label, String n, Beside left, Beside right, boolean heading) {

    /** A short text beside the marks, bold when it is a sum. */
    record Beside(String text, Color color, boolean bold) {

        static final Beside NOTHING = new Beside("", Theme.INK, false);
    }
}
