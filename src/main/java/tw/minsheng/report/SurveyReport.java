package tw.minsheng.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
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
import tw.minsheng.report.chapter.Material;
import tw.minsheng.report.chapter.SurveyDocument;
import tw.minsheng.typeface.Printable;

/**
 * One survey report and its files. Page, PDF, charts, tables and JSON come from the same results. Making a PDF takes
 * seconds: call it on a worker thread.
 */
public final class SurveyReport {

    private final Material material;
    private final HtmlWriter html;
    private final PdfWriter pdf;
    private final AtomicReference<@Nullable Document> made = new AtomicReference<>();

    SurveyReport(Material material, HtmlWriter html, PdfWriter pdf) {
        this.material = material;
        this.html = html;
        this.pdf = pdf;
    }

    /** The whole report, made when it is first asked for: the live page and the JSON do without. */
    private Document document() {
        Document known = made.get();
        if (known == null) {
            known = SurveyDocument.report(material, List.of());
            made.set(known);
        }
        return known;
    }

    public Results results() {
        return material.results();
    }

    /** Whether it is 核定; else it is a draft. */
    public boolean isApproved() {
        return SurveyDocument.isApproved(material);
    }

    /** The whole report as a page that needs nothing else. */
    public String page() {
        try {
            StringBuilder out = new StringBuilder();
            html.write(document(), out);
            return out.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole report as part of another page, which brings {@link ReportPress#style}. */
    public String fragment() {
        return html.fragment(document());
    }

    /** What staff look at while answers come in, as part of another page. */
    public String analysis() {
        return html.fragment(SurveyDocument.live(material));
    }

    /** Writes the report as PDF, with appendix H when characters had to be replaced; the stream stays open. */
    public void pdf(OutputStream out) throws IOException {
        List<Printable.Replacement> replaced = pdf.replacements(document());
        pdf.write(replaced.isEmpty() ? document() : SurveyDocument.report(material, replaced), out);
    }

    /** {@code results.json}. */
    public byte[] json() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ResultsJson.write(material.results(), out);
        out.write('\n');
        return out.toByteArray();
    }

    /** Every figure as SVG with outlined text, by its key. */
    public Map<String, byte[]> charts() {
        Map<String, byte[]> charts = new LinkedHashMap<>();
        figures()
                .forEach(figure -> charts.put(
                        figure.key(),
                        SvgWriter.svg(figure.wide(), figure.key().replace('.', '-'), SvgWriter.TextMode.OUTLINES)
                                .getBytes(StandardCharsets.UTF_8)));
        return charts;
    }

    /** Every table of the results, and the data of every figure, as CSV by its key. */
    public Map<String, byte[]> tables() {
        Map<String, byte[]> tables = new LinkedHashMap<>();
        for (ResultTable table : material.results().tables()) {
            tables.put(table.key(), csv(table));
        }
        figures().forEach(figure -> figure.data().forEach(table -> tables.put(figure.key(), csv(table))));
        return tables;
    }

    private Stream<Figure> figures() {
        return document().blocks().stream().filter(Figure.class::isInstance).map(Figure.class::cast);
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
