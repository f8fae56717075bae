package tw.minsheng.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tw.minsheng.kernel.Language;
import tw.minsheng.report.analysis.WeightChecks;
import tw.minsheng.statistics.battery.Extent;
import tw.minsheng.survey.Survey;

/** No text about a sample that was not drawn has a word of drawn ones, in any output of it and in either language. */
class HonestWordsTest {

    private static final List<Language> LANGUAGES = List.of(Language.ZH_TW, Language.EN);

    /** Ways to have answers of people who were not drawn. */
    private enum Kind {
        OPEN_LINK("", SmallSurvey.CONVENIENCE),
        OPEN_LINK_WEIGHTED("", SmallSurvey.CONVENIENCE, SmallSurvey.WEIGHTED),
        QUOTA("", SmallSurvey.QUOTA),
        QUOTA_WEIGHTED("", SmallSurvey.QUOTA, SmallSurvey.WEIGHTED),
        OPEN_ANSWERS_OF_A_DRAWN_DESIGN("open", SmallSurvey.STRATIFIED);

        private final String source;
        private final String sections;

        Kind(String source, String... sections) {
            this.source = source;
            this.sections = String.join("\n", sections);
        }

        Survey survey() {
            return SmallSurvey.with(sections);
        }

        String answers() {
            return SmallSurvey.answers(200, 3, source);
        }
    }

    /** Every output in words, under its name. */
    private static Map<String, String> texts(Kind kind, Results results, Language language) {
        Survey survey = kind.survey();
        SurveyReport report = SmallSurvey.report(survey, Facts.NONE, results, language);
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("report.html", report.page());
        texts.put(
                "light report.html",
                SmallSurvey.report(survey, Facts.NONE, results, language, Profile.LIGHT)
                        .page());
        texts.put("results.json", new String(report.json(), StandardCharsets.UTF_8));
        report.tables().forEach((key, csv) -> texts.put(key, new String(csv, StandardCharsets.UTF_8)));
        texts.put("results page", report.analysis());
        texts.put("reliability page", report.scales());
        texts.put("analysis page", report.answers() + report.comparisons("", ""));
        texts.put(
                "weighting page", report.weighting(WeightChecks.of(SmallSurvey.parts(survey, kind.answers())), false));
        return texts;
    }

    @ParameterizedTest
    @EnumSource
    void noTextOfPeopleWhoWereNotDrawnHasAWordOfDrawnOnes(Kind kind) {
        Extent extent =
                kind == Kind.OPEN_LINK_WEIGHTED ? Extent.WHOLE_PAGE : Extent.PAGE; // one has also what takes seconds
        Results results = SmallSurvey.analysed(kind.survey(), Facts.NONE, kind.answers(), extent);
        List<String> found = new ArrayList<>();
        for (Language language : LANGUAGES) {
            List<String> sentences = sentences(results, language);
            texts(kind, results, language)
                    .forEach((name, text) ->
                            ForbiddenWords.in(text, sentences).forEach(words -> found.add(name + ": " + words)));
        }
        assertEquals(List.of(), found);
    }

    /** The files for programs carry the sentence in both languages. */
    private static List<String> sentences(Results results, Language language) {
        List<String> all = new ArrayList<>(ForbiddenWords.sentences(results, language));
        for (Language other : LANGUAGES) {
            all.addAll(ForbiddenWords.sentences(results, other));
        }
        return all;
    }

    /** Line ends and marks of the page stand inside sentences there, so blanks do not count. */
    @Test
    void textOfThePdfHasNone() throws IOException {
        Results results = SmallSurvey.analysed(Kind.QUOTA_WEIGHTED.survey(), Facts.NONE, Kind.QUOTA_WEIGHTED.answers());
        String sentence = results.head().sample().sentence().in(Language.ZH_TW);
        String text = pdf(
                SmallSurvey.report(Kind.QUOTA_WEIGHTED.survey(), Facts.NONE, results, Language.ZH_TW, Profile.LIGHT));
        assertTrue(text.contains("無法計算抽樣誤差"), "the sentence can be read");
        assertEquals(List.of(), ForbiddenWords.in(text, List.of(sentence.replaceAll("\\s", ""), "無法計算抽樣誤差")));
    }

    private static String pdf(SurveyReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        report.pdf(out);
        try (PDDocument read = Loader.loadPDF(out.toByteArray())) {
            return new PDFTextStripper().getText(read).replaceAll("\\s", "");
        }
    }

    /** A search that finds nothing proves nothing: the same outputs of a drawn sample have the words. */
    @Test
    void searchFindsTheWordsWhereAMarginIsTold() {
        Survey survey = SmallSurvey.with(SmallSurvey.SRS);
        Results results = SmallSurvey.analysed(survey, Facts.NONE, SmallSurvey.answers(200, 3, ""));
        for (Language language : LANGUAGES) {
            String page =
                    SmallSurvey.report(survey, Facts.NONE, results, language).page();
            assertTrue(ForbiddenWords.in(page, List.of()).size() > 2, language.toString());
        }
    }
}
