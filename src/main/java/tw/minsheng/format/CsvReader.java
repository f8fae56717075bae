package tw.minsheng.format;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.kernel.Problem;

/**
 * Reads CSV row by row in bounded memory: UTF-8 with or without a byte order mark unless another encoding is asked for,
 * RFC 4180, every row as long as the first. Refuses with a {@link Problem} that names file, row and column; empty lines are skipped. Not for sharing
 * between threads.
 *
 * <p>Codes: {@code csv.not_utf8}, {@code csv.big5}, {@code csv.utf16}, {@code csv.not_big5} (arg {@code line}); {@code csv.broken_quote},
 * {@code csv.open_quote}, {@code csv.field_too_long}, {@code csv.too_many_fields}, {@code csv.ragged} (args
 * {@code row}, {@code column}); {@code csv.no_commas}, {@code csv.spreadsheet}, {@code csv.too_large}.
 */
public final class CsvReader implements Closeable {

    private final String name;
    private final CsvLimits limits;
    private final Encoding encoding;
    private final Rows rows;
    private final CloseableIterator<CsvRow> iterator;

    private CsvReader(String name, InputStream in, CsvLimits limits, Encoding encoding) {
        this.name = name;
        this.limits = limits;
        this.encoding = encoding;
        this.rows = new Rows();
        this.iterator = de.siegmar.fastcsv.reader.CsvReader.builder()
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(limits.fieldBytes() * 2 + 32 * 1024)
                .build(rows, new StrictReader(in, limits.bytes(), encoding))
                .iterator();
    }

    /**
     * Opens a file in UTF-8; the first row is read like any other.
     *
     * @param name how the file is called in messages
     */
    public static CsvReader open(String name, InputStream in, CsvLimits limits) {
        return open(name, in, limits, Encoding.UTF_8);
    }

    /** The same for a file in another encoding. */
    public static CsvReader open(String name, InputStream in, CsvLimits limits, Encoding encoding) {
        return new CsvReader(name, in, limits, encoding);
    }

    /** The next row, empty at the end of the file. */
    public Optional<CsvRow> next() {
        while (hasNext()) {
            CsvRow row = iterator.next();
            if (!row.fields().isEmpty()) {
                checkSeparator(row);
                checkWidth(row);
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        iterator.close();
    }

    private boolean hasNext() {
        try {
            return iterator.hasNext();
        } catch (CsvParseException | UncheckedIOException e) {
            Throwable cause = e.getCause();
            throw cause == null ? refused(e) : refused(cause, e);
        }
    }

    private Problem refused(RuntimeException e) {
        String message = String.valueOf(e.getMessage());
        if (message.startsWith("The maximum buffer size")) {
            return at("csv.field_too_long", rows.column());
        }
        return at(message.startsWith("Unclosed") ? "csv.open_quote" : "csv.broken_quote", rows.column());
    }

    private Problem refused(Throwable cause, RuntimeException whole) {
        if (cause instanceof Problem problem) {
            return problem;
        }
        if (cause instanceof StrictReader.Undecodable wrong) {
            Map<String, String> args = Map.of("file", name, "line", Long.toString(wrong.line()));
            String code = encoding == Encoding.UTF_8 ? wrong.guess().code() : encoding.refusal();
            return Problem.of(Problem.Kind.INVALID, "csv." + code, args);
        }
        if (cause instanceof StrictReader.TooLarge) {
            String limit = Long.toString(limits.bytes() / 1_000_000);
            return Problem.of(Problem.Kind.INVALID, "csv.too_large", Map.of("file", name, "limit", limit));
        }
        throw whole;
    }

    private Problem at(String code, int column) {
        Map<String, String> args =
                Map.of("file", name, "row", Long.toString(rows.number()), "column", Integer.toString(column));
        return Problem.of(Problem.Kind.INVALID, code, args);
    }

    /** A first row in one piece is most likely the file of a program that separates otherwise. */
    private void checkSeparator(CsvRow row) {
        String first = row.fields().get(0);
        boolean other = first.indexOf(';') >= 0 || first.indexOf('\t') >= 0;
        if (rows.isFirst() && row.fields().size() == 1 && other) {
            throw Problem.of(Problem.Kind.INVALID, "csv.no_commas", Map.of("file", name));
        }
    }

    private void checkWidth(CsvRow row) {
        int width = rows.width(row.fields().size());
        int found = row.fields().size();
        if (found != width) {
            Map<String, String> args = Map.of(
                    "file", name,
                    "row", Long.toString(row.number()),
                    "column", Integer.toString(Math.min(found, width) + 1),
                    "found", Integer.toString(found),
                    "expected", Integer.toString(width));
            throw Problem.of(Problem.Kind.INVALID, "csv.ragged", args);
        }
    }

    /** Collects the fields of a row and knows where the parser is. */
    private final class Rows extends AbstractBaseCsvCallbackHandler<CsvRow> {
        private final List<String> fields = new ArrayList<>();
        private long number;
        private int width;

        @Override
        protected void handleBegin(long startingLine) {
            fields.clear();
            number++;
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            if (index >= limits.fields()) {
                throw at("csv.too_many_fields", index + 1);
            }
            String field = length == 0 ? "" : new String(buffer, offset, length);
            if (length > limits.fieldBytes() / 3
                    && field.getBytes(StandardCharsets.UTF_8).length > limits.fieldBytes()) {
                throw at("csv.field_too_long", index + 1);
            }
            if (!quoted && field.indexOf('"') >= 0) {
                throw at("csv.broken_quote", index + 1);
            }
            fields.add(field);
        }

        @Override
        protected void handleEmpty() {
            fields.clear();
        }

        @Override
        protected CsvRow buildRecord() {
            return new CsvRow(number, fields);
        }

        private long number() {
            return number;
        }

        private int column() {
            return fields.size() + 1;
        }

        private boolean isFirst() {
            return width == 0;
        }

        /** The width that every row must have: that of the first. */
        private int width(int found) {
            if (width == 0) {
                width = found;
            }
            return width;
        }
    }
}
