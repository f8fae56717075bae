package tw.minsheng.report.chapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tw.minsheng.chart.Charts;
import tw.minsheng.document.Figure;
import tw.minsheng.document.Picture;
import tw.minsheng.document.SvgWriter;
import tw.minsheng.document.Table;
import tw.minsheng.kernel.Language;
import tw.minsheng.report.Facts;
import tw.minsheng.report.Origins;
import tw.minsheng.report.Profile;
import tw.minsheng.report.Results;
import tw.minsheng.report.SmallSurvey;
import tw.minsheng.survey.Survey;
import tw.minsheng.typeface.Typefaces;

/** The words around a figure; the letters inside it are drawn as outlines. */
class DrawingsTest {

    private static Material material(String sampling, boolean withWave) {
        Survey survey = SmallSurvey.with(sampling);
        Results found = SmallSurvey.analysed(survey, Facts.NONE, SmallSurvey.answers(60, 3, ""));
        Results.Head head = found.head();
        Results.Head told = new Results.Head(
                head.program(), head.survey(), withWave ? head.wave() : "", head.data(), head.sample(), head.open());
        return new Material(
                survey,
                new Results(told, found.all(), found.tables()),
                Facts.NONE,
                new Origins("", List.of(), List.of(), LocalDate.of(2025, 4, 1), "", "tables/"),
                Profile.FULL,
                Language.ZH_TW,
                new Charts(new Typefaces()));
    }

    private static String likertSubtitle(Material material) {
        return new Drawings(material)
                .subtitle(material.scaleOf(material.survey().overall()).orElseThrow());
    }

    @Test
    void aWaveThatIsNotGivenIsLeftOut() {
        String without = new Drawings(material(SmallSurvey.SRS, false)).note();
        assertFalse(without.contains("無資料"), without);
        assertTrue(new Drawings(material(SmallSurvey.SRS, true)).note().contains("，114；n＝60"));
    }

    /** 60 answers of 20 days against the 96 that a margin of 10 points wants of 100,000 people. */
    @Test
    void fieldworkStandsAgainstThePlan() {
        Figure figure =
                new Drawings(material(SmallSurvey.SRS, true)).fieldwork().orElseThrow();
        for (Picture picture : List.of(figure.wide(), figure.paper(), figure.narrow())) {
            assertTrue(SvgWriter.svg(picture, "x", SvgWriter.TextMode.TEXT).contains("計畫 96 份"));
        }
        List<Table.Row> rows = figure.data().get(0).rows();
        assertEquals(20, rows.size());
        assertEquals("60", rows.get(19).cells().get(2).text(), "the sum of all days");
        Figure open = new Drawings(material(SmallSurvey.CONVENIENCE, true))
                .fieldwork()
                .orElseThrow();
        assertFalse(SvgWriter.svg(open.paper(), "x", SvgWriter.TextMode.TEXT).contains("計畫"), "nothing was planned");
    }

    @Test
    void likertChartsSayThatNobodyWasDrawn() {
        assertTrue(likertSubtitle(material(SmallSurvey.CONVENIENCE, true)).endsWith("；自願填答"));
        assertTrue(likertSubtitle(material(SmallSurvey.QUOTA, true)).endsWith("；配額樣本"));
        assertTrue(likertSubtitle(material(SmallSurvey.SRS, true)).endsWith("起計為滿意"));
    }
}
