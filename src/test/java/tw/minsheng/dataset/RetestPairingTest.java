package tw.minsheng.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tw.minsheng.collect.AnswerSheet;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Display;
import tw.minsheng.collect.Outcome;
import tw.minsheng.collect.Source;
import tw.minsheng.kernel.Language;
import tw.minsheng.report.SmallSurvey;
import tw.minsheng.survey.Answer;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.Version;

/** The small survey has the items e1, e2, e3 in one construct, c1 and the reversed c2 in another, and the text {@code note}. */
class RetestPairingTest {

    private static final Survey SURVEY =
            SmallSurvey.changed("overall:", "retest: {code: note}\noverall:", SmallSurvey.CONVENIENCE);

    private final RetestPairing pairing = new RetestPairing(SURVEY, "114", "115");

    private static AnswerSheet sheet(String wave, String code, Outcome outcome, int... points) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        List<String> items = List.of("e1", "e2", "e3");
        for (int i = 0; i < points.length; i++) {
            if (points[i] > 0) {
                answers.put(items.get(i), new Answer.Point(points[i]));
            }
        }
        if (!code.isEmpty()) {
            answers.put("note", new Answer.Text(code));
        }
        return new AnswerSheet(
                SURVEY.id(),
                new Version(1, 0, 0),
                "",
                wave,
                DataSet.LIVE,
                Source.OPEN,
                Survey.Mode.WEB,
                Display.ITEMS,
                Language.ZH_TW,
                1,
                "",
                LocalDate.of(2026, 1, 1),
                Map.of(),
                outcome,
                answers);
    }

    private void answered(String wave, String code, int... points) {
        pairing.add(sheet(wave, code, Outcome.COMPLETE, points));
    }

    private RetestFigures.Measure first() {
        return pairing.figures().measures().get(0);
    }

    @Test
    void aSurveyWithoutSuchACodeIsRefused() {
        Survey without = SmallSurvey.with(SmallSurvey.CONVENIENCE);
        assertThrows(IllegalArgumentException.class, () -> new RetestPairing(without, "114", "115"));
    }

    @Test
    void fewerPairsThanTheSmallestGroupTellNothing() {
        for (int i = 0; i < SURVEY.privacy().minCellSize() - 1; i++) {
            answered("114", "code" + i, 1 + i % 5, 2, 3);
            answered("115", "code" + i, 1 + i % 5, 2, 4);
        }
        assertEquals(SURVEY.privacy().minCellSize() - 1, first().n());
        assertTrue(first().withheld());
        assertFalse(first().retest().pearson().r().isKnown());
        assertFalse(first().retest().icc().forms().get(0).icc().isKnown());
        assertFalse(first().retest().difference().isKnown());
    }

    @Test
    void nothingIsPairedWithoutCodes() {
        answered("114", "", 1, 2, 3);
        answered("115", " - ", 1, 2, 3);
        RetestFigures figures = pairing.figures();
        assertEquals(0, figures.paired());
        assertEquals(new RetestFigures.Wave("114", 1, 1, 0), figures.first());
        assertEquals(new RetestFigures.Wave("115", 1, 1, 0), figures.second());
    }

    /** Both answers of a code that stands twice are left out, and a third one, too. */
    @Test
    void aCodeThatStandsTwiceBelongsToNobody() {
        answered("114", "AB12", 1, 2, 3);
        answered("114", "ab-12", 5, 5, 5);
        answered("115", "AB12", 1, 2, 3);
        assertEquals(new RetestFigures.Wave("114", 2, 0, 2), pairing.figures().first());
        assertEquals(0, pairing.figures().paired());
        answered("114", "ＡＢ １２", 4, 4, 4);
        assertEquals(3, pairing.figures().first().repeated());
    }

    @Test
    void unfinishedAnswersAndOtherWavesAreLeftAlone() {
        pairing.add(sheet("114", "a", Outcome.SCREENED_OUT, 1, 2, 3));
        answered("113", "a", 1, 2, 3);
        assertEquals(0, pairing.figures().first().answers());
    }

    /** Means of e1 to e3, first against second: the same five people, each one third of a point better. */
    @Test
    void figuresAreThoseOfTheScoredMeans() {
        for (int i = 0; i < 5; i++) {
            answered("115", "P-" + i, 1 + i % 4, 2, 3);
            answered("114", "p" + i, 1 + i % 4, 2, 2);
        }
        answered("114", "half", 1, 0, 3);
        answered("115", "half", 1, 2, 3);
        assertEquals(6, pairing.figures().paired());
        RetestFigures.Measure measure = first();
        assertEquals(5, measure.n(), "who left an item out does not count");
        assertFalse(measure.withheld());
        assertEquals(1, measure.retest().pearson().r().number(), 1e-12);
        assertEquals(-1 / 3.0, measure.retest().difference().number(), 1e-12);
        assertEquals(0, measure.retest().standardError().number(), 1e-12);
        assertEquals(
                SURVEY.constructs().size() + 1, pairing.figures().measures().size());
    }

    @Test
    void theOrderOfAnswersChangesNothing() {
        RetestPairing other = new RetestPairing(SURVEY, "114", "115");
        List<AnswerSheet> sheets = List.of(
                sheet("114", "a", Outcome.COMPLETE, 1, 2, 3),
                sheet("114", "b", Outcome.COMPLETE, 3, 2, 5),
                sheet("114", "c", Outcome.COMPLETE, 4, 4, 1),
                sheet("115", "a", Outcome.COMPLETE, 2, 2, 3),
                sheet("115", "b", Outcome.COMPLETE, 3, 3, 5),
                sheet("115", "c", Outcome.COMPLETE, 4, 5, 1),
                sheet("114", "d", Outcome.COMPLETE, 5, 2, 3),
                sheet("115", "d", Outcome.COMPLETE, 5, 2, 2),
                sheet("114", "e", Outcome.COMPLETE, 1, 1, 3),
                sheet("115", "e", Outcome.COMPLETE, 1, 2, 3));
        sheets.forEach(pairing::add);
        for (int i = sheets.size() - 1; i >= 0; i--) {
            other.add(sheets.get(i));
        }
        assertEquals(pairing.figures(), other.figures());
        assertFalse(first().withheld());
    }
}
