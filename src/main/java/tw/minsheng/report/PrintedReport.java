package tw.minsheng.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** A report that can be written as files. Page, PDF, charts, tables and JSON come from the same results. */
public interface PrintedReport {

    /** The whole report as a page that needs nothing else. */
    String page();

    /** Writes the report as PDF; takes seconds, so call it on a worker thread. The stream stays open. */
    void pdf(OutputStream out) throws IOException;

    /** {@code results.json}. */
    byte[] json();

    /** Every figure as SVG with outlined text, by its key. */
    Map<String, byte[]> charts();

    /** Every table of the results, and the data of every figure, as CSV by its key. */
    Map<String, byte[]> tables();
}
