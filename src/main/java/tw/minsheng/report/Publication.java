package tw.minsheng.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tw.minsheng.document.Cell;
import tw.minsheng.document.Document;
import tw.minsheng.document.Figure;
import tw.minsheng.document.HtmlWriter;
import tw.minsheng.document.PdfWriter;
import tw.minsheng.document.SvgWriter;
import tw.minsheng.document.Table;
import tw.minsheng.format.CsvWriter;
import tw.minsheng.typeface.Printable;

/** A report as its files: page, PDF, charts and tables of one document, and the numbers behind it as JSON. */
final class Publication implements PrintedReport {

    private final Function<List<Printable.Replacement>, Document> written;
    private final ResultBook book;
    private final Consumer<OutputStream> results;
    private final HtmlWriter html;
    private final PdfWriter pdf;
    private final AtomicReference<@Nullable Document> made = new AtomicReference<>();

    /**
     * @param written writes the document; with the characters that had to be replaced on paper, none for the page
     * @param book the numbers behind it
     * @param results writes them as JSON
     */
    Publication(
            Function<List<Printable.Replacement>, Document> written,
            ResultBook book,
            Consumer<OutputStream> results,
            HtmlWriter html,
            PdfWriter pdf) {
        this.written = written;
        this.book = book;
        this.results = results;
        this.html = html;
        this.pdf = pdf;
    }

    /** The whole report, made when it is first asked for: the live page and the JSON do without. */
    private Document document() {
        Document known = made.get();
        if (known == null) {
            known = written.apply(List.of());
            made.set(known);
        }
        return known;
    }

    /** Whether no page of it is marked as a draft. */
    boolean isApproved() {
        return document().draftMark().isEmpty();
    }

    @Override
    public String page() {
        try {
            StringBuilder out = new StringBuilder();
            html.write(document(), out);
            return out.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole report as part of another page. */
    String fragment() {
        return html.fragment(document());
    }

    @Override
    public void pdf(OutputStream out) throws IOException {
        List<Printable.Replacement> replaced = pdf.replacements(document());
        pdf.write(replaced.isEmpty() ? document() : written.apply(replaced), out);
    }

    @Override
    public byte[] json() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        results.accept(out);
        out.write('\n');
        return out.toByteArray();
    }

    @Override
    public Map<String, byte[]> charts() {
        Map<String, byte[]> charts = new LinkedHashMap<>();
        figures()
                .forEach(figure -> charts.put(
                        figure.key(),
                        SvgWriter.svg(figure.wide(), figure.key().replace('.', '-'), SvgWriter.TextMode.OUTLINES)
                                .getBytes(StandardCharsets.UTF_8)));
        return charts;
    }

    @Override
    public Map<String, byte[]> tables() {
        Map<String, byte[]> tables = new LinkedHashMap<>();
        for (ResultTable table : book.tables()) {
            tables.put(table.key(), csv(table));
        }
        figures().forEach(figure -> figure.data().forEach(table -> tables.put(figure.key(), csv(table))));
        return tables;
    }

    /** One table of the book, else the data of a figure in these documents. */
    Optional<byte[]> table(String key, List<Document> documents) {
        return book.table(key)
                .map(Publication::csv)
                .or(() -> documents.stream()
                        .flatMap(Publication::figures)
                        .filter(figure -> figure.key().equals(key))
                        .flatMap(figure -> figure.data().stream())
                        .findFirst()
                        .map(Publication::csv));
    }

    private Stream<Figure> figures() {
        return figures(document());
    }

    private static Stream<Figure> figures(Document document) {
        return document.blocks().stream().filter(Figure.class::isInstance).map(Figure.class::cast);
    }

    private static byte[] csv(ResultTable table) {
        return written(csv -> {
            csv.texts(table.columns());
            for (List<ResultTable.Entry> row : table.rows()) {
                row.forEach(entry -> entry.to(csv));
                csv.endRow();
            }
        });
    }

    private static byte[] csv(Table table) {
        return written(csv -> {
            csv.texts(table.columns().stream().map(Table.Column::header).toList());
            table.rows().forEach(row -> {
                for (Cell cell : row.cells()) {
                    cell.number().ifPresentOrElse(csv::number, () -> csv.text(cell.text()));
                }
                csv.endRow();
            });
        });
    }

    /** Something that writes rows. */
    private interface Rows {
        void to(CsvWriter csv);
    }

    private static byte[] written(Rows rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvWriter csv = new CsvWriter(out)) {
            rows.to(csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
