package tw.minsheng.report;

import tw.minsheng.chart.Charts;
import tw.minsheng.document.HtmlWriter;
import tw.minsheng.document.PdfWriter;
import tw.minsheng.kernel.Language;
import tw.minsheng.report.chapter.Material;
import tw.minsheng.report.expert.PanelTables;
import tw.minsheng.report.petition.CaseMaterial;
import tw.minsheng.survey.Survey;
import tw.minsheng.typeface.Typefaces;

/** Makes reports: typefaces, charts and writers, made once and shared. Safe for many threads. */
public final class ReportPress {

    private final Charts charts;
    private final HtmlWriter html = new HtmlWriter();
    private final PdfWriter pdf;

    public ReportPress(Typefaces faces) {
        this.charts = new Charts(faces);
        this.pdf = new PdfWriter(faces);
    }

    /** The report on these results, beside which what experts said gets tables of its own. */
    public SurveyReport report(
            Survey survey, Results results, Facts facts, Origins origins, Profile profile, Language language) {
        Results all = results.with(PanelTables.of(facts.judged().evidence(), language));
        return new SurveyReport(new Material(survey, all, facts, origins, profile, language, charts), html, pdf);
    }

    /** The report on petitions on these results. */
    public CaseReport report(CaseResults results, CaseOrigins origins, Language language) {
        return new CaseReport(new CaseMaterial(results, origins, language, charts), html, pdf);
    }

    /** The style sheet of {@link SurveyReport#fragment} and {@link SurveyReport#analysis}. */
    public String style() {
        return html.style();
    }
}
