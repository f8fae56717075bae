package tw.minsheng.chart;

/** Where a chart will stand. */
public enum Form {
    /** on a wide page or as a file: title, subtitle and note inside */
    WIDE,
    /** on paper: without title, subtitle and note, because caption and note of the figure say them */
    PAPER,
    /** on a phone: as {@link #PAPER}, 340 pixels wide, labels above their marks */
    NARROW
}
