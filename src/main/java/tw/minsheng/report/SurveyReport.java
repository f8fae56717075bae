package tw.minsheng.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.document.HtmlWriter;
import tw.minsheng.document.PdfWriter;
import tw.minsheng.report.analysis.WeightCheck;
import tw.minsheng.report.chapter.Material;
import tw.minsheng.report.chapter.Proposals;
import tw.minsheng.report.chapter.SurveyDocument;

/**
 * One survey report and its files. Page, PDF, charts, tables and JSON come from the same results. Making a PDF takes
 * seconds: call it on a worker thread.
 */
public final class SurveyReport implements PrintedReport {

    private final Material material;
    private final HtmlWriter html;
    private final Publication publication;

    SurveyReport(Material material, HtmlWriter html, PdfWriter pdf) {
        this.material = material;
        this.html = html;
        this.publication = new Publication(
                replaced -> SurveyDocument.report(material, replaced),
                material.results().book(),
                out -> ResultsJson.write(material.results(), out),
                html,
                pdf);
    }

    public Results results() {
        return material.results();
    }

    /** Whether it is 核定; else it is a draft. */
    public boolean isApproved() {
        return publication.isApproved();
    }

    /** What keeps it a draft, each with where to give it, in the language of the report. */
    public List<String> missing() {
        return SurveyDocument.missing(material);
    }

    @Override
    public String page() {
        return publication.page();
    }

    /** The whole report as part of another page, which brings {@link ReportPress#style}. */
    public String fragment() {
        return publication.fragment();
    }

    /** What staff look at while answers come in, as part of another page. */
    public String analysis() {
        return html.fragment(SurveyDocument.live(material));
    }

    /** 信度與效度 while answers come in, as part of another page. */
    public String scales() {
        return html.fragment(SurveyDocument.scales(material));
    }

    /**
     * Who differs, what matters, what changed, as part of another page.
     *
     * @param item that is crossed, {@code by} the question that makes the groups; "" for the usual ones
     */
    public String comparisons(String item, String by) {
        return html.fragment(SurveyDocument.comparisons(material, item, by));
    }

    /** The answers in words that stand above the comparisons, up to the heading under which a cross table is chosen. */
    public String answers() {
        return html.fragment(SurveyDocument.answers(material));
    }

    /**
     * What the weights of these results do, as part of another page.
     *
     * @param checks what was looked at before
     * @param trial whether these weights are not those of the report
     */
    public String weighting(List<WeightCheck> checks, boolean trial) {
        return html.fragment(SurveyDocument.weighting(material, checks, trial));
    }

    /** What item analysis proposes for each item. */
    public List<ItemProposal> proposals() {
        return new Proposals(material).all();
    }

    /** One table of the results as CSV, or the data of a figure of the live pages. */
    public Optional<byte[]> table(String key) {
        return publication.table(
                key,
                List.of(
                        SurveyDocument.scales(material),
                        SurveyDocument.live(material),
                        SurveyDocument.comparisons(material, "", "")));
    }

    /** Writes the report as PDF, with appendix H when characters had to be replaced; the stream stays open. */
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
