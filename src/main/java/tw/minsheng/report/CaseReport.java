package tw.minsheng.report;

import tw.minsheng.document.HtmlWriter;
import tw.minsheng.document.PdfWriter;
import tw.minsheng.report.petition.CaseDocument;
import tw.minsheng.report.petition.CaseMaterial;

/** One report on petitions: its files, and what staff look at, from the same results. */
public final class CaseReport {

    private final CaseMaterial material;
    private final HtmlWriter html;
    private final PrintedReport files;

    CaseReport(CaseMaterial material, HtmlWriter html, PdfWriter pdf) {
        this.material = material;
        this.html = html;
        this.files = new Publication(
                replaced -> CaseDocument.of(material),
                material.results().book(),
                out -> ResultsJson.write(material.results(), out),
                html,
                pdf);
    }

    public PrintedReport files() {
        return files;
    }

    /** Key figures and charts with their data tables, as part of another page, which brings {@link ReportPress#style}. */
    public String analysis() {
        return html.fragment(CaseDocument.live(material));
    }
}
