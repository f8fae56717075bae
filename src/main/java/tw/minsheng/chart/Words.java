package tw.minsheng.chart;

/**
 * The words around a chart.
 *
 * @param title the conclusion, in one line
 * @param subtitle what is measured, unit, filter, kind of interval; "" for none
 * @param note source, wave, n and the sentence of the sample; "" for none
 * @param description the main values, for readers who cannot see the chart
 * @param noData printed where a row has no value
 */
public record Words(String title, String subtitle, String note, String description, String noData) {}
