package tw.minsheng.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import tw.minsheng.document.HtmlWriter;
import tw.minsheng.document.PdfWriter;
import tw.minsheng.report.petition.CaseDocument;
import tw.minsheng.report.petition.CaseMaterial;

/** One report on petitions and its files, all from the same results. Making a PDF takes seconds. */
public final class CaseReport implements PrintedReport {

    private final CaseMaterial material;
    private final HtmlWriter html;
    private final Publication publication;

    CaseReport(CaseMaterial material, HtmlWriter html, PdfWriter pdf) {
        this.material = material;
        this.html = html;
        this.publication = new Publication(
                replaced -> CaseDocument.of(material),
                material.results().book(),
                out -> ResultsJson.write(material.results(), out),
                html,
                pdf);
    }

    public CaseResults results() {
        return material.results();
    }

    /** Key figures and charts with their data tables, as part of another page, which brings {@link ReportPress#style}. */
    public String analysis() {
        return html.fragment(CaseDocument.live(material));
    }

    @Override
    public String page() {
        return publication.page();
    }

    @Override
    public void pdf(OutputStream out) throws IOException {
        publication.pdf(out);
    }

    @Override
    public byte[] json() {
        return publication.json();
    }

    @Override
    public Map<String, byte[]> charts() {
        return publication.charts();
    }

    @Override
    public Map<String, byte[]> tables() {
        return publication.tables();
    }
}
