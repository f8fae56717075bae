package tw.minsheng.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import tw.minsheng.document.HtmlWriter;
import tw.minsheng.document.PdfWriter;
import tw.minsheng.report.petition.CaseDocument;
import tw.minsheng.report.petition.CaseMaterial;

/** One report on petitions (陳情案件分析報告) and its files. */
public final class CaseReport implements PrintedReport {

    private final CaseMaterial material;
    private final Publication publication;

    CaseReport(CaseMaterial material, HtmlWriter html, PdfWriter pdf) {
        this.material = material;
        this.publication = new Publication(
                replaced -> CaseDocument.of(material), material.results().book(), html, pdf);
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
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ResultsJson.write(material.results(), out);
        out.write('\n');
        return out.toByteArray();
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
