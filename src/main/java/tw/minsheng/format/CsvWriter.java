package tw.minsheng.format;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes CSV that spreadsheets open without harm: UTF-8 with a byte order mark, CRLF, quoted by RFC 4180, and texts
 * that a spreadsheet would take for a formula defused by {@link #guard}. Not for sharing between threads.
 */
public final class CsvWriter implements Closeable {

    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final String TRIGGERS = "'=+-@\t\r";

    private final de.siegmar.fastcsv.writer.CsvWriter writer;
    private final List<String> row = new ArrayList<>();

    /** Starts a file; the stream is closed with the writer. */
    public CsvWriter(OutputStream out) throws IOException {
        out.write(BOM);
        writer = de.siegmar.fastcsv.writer.CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(QuoteStrategies.REQUIRED)
                .build(out, StandardCharsets.UTF_8);
    }

    /** Adds a cell with words of people, guarded. */
    @CanIgnoreReturnValue
    public CsvWriter text(String text) {
        row.add(guard(text));
        return this;
    }

    @CanIgnoreReturnValue
    public CsvWriter number(long number) {
        row.add(Long.toString(number));
        return this;
    }

    /** @throws IllegalArgumentException when the number is not finite */
    @CanIgnoreReturnValue
    public CsvWriter number(double number) {
        row.add(Es6Number.of(number));
        return this;
    }

    /** Adds a cell without a value. */
    @CanIgnoreReturnValue
    public CsvWriter empty() {
        row.add("");
        return this;
    }

    @CanIgnoreReturnValue
    public CsvWriter endRow() {
        writer.writeRecord(row);
        row.clear();
        return this;
    }

    /** Adds a row of guarded texts, a header for example. */
    @CanIgnoreReturnValue
    public CsvWriter texts(List<String> texts) {
        texts.forEach(text -> row.add(guard(text)));
        return endRow();
    }

    /** Hands over to the stream what was written so far, so that a long file can be sent in pieces. */
    public void flush() throws IOException {
        writer.flush();
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    /** A text with one more {@code '} when it begins with {@code ' = + - @}, tab or CR. */
    public static String guard(String text) {
        return !text.isEmpty() && TRIGGERS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** Takes off what {@link #guard} has put on. */
    public static String unguard(String text) {
        boolean guarded = text.length() > 1 && text.charAt(0) == '\'' && TRIGGERS.indexOf(text.charAt(1)) >= 0;
        return guarded ? text.substring(1) : text;
    }
}
