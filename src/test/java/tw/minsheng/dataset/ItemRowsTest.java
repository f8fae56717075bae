package tw.minsheng.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import tw.minsheng.report.SmallSurvey;
import tw.minsheng.statistics.Missing;
import tw.minsheng.survey.Scale;
import tw.minsheng.survey.Survey;

class ItemRowsTest {

    private static final Survey SURVEY = SmallSurvey.with(SmallSurvey.CONVENIENCE);
    private static final List<Column> ITEMS = Layout.of(SURVEY).items();
    private static final Scale SCALE = SURVEY.scale(ITEMS.get(0).variable().scale());

    private static Row row(int code, String mode) {
        int[] codes = new int[Layout.of(SURVEY).size()];
        java.util.Arrays.fill(codes, code);
        return new Row(
                codes, new double[codes.length], new Origin(mode, "", "", Source.UNSTATED, 1, "", "", Origin.NO_DAY));
    }

    @Test
    void anItemThatIsNotKeptIsRefused() {
        ItemRows rows = new ItemRows(ITEMS.subList(0, 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> rows.scores(ITEMS.subList(1, 2), List.of(SCALE), rows.everyRow()));
    }

    @Test
    void missingAnswersStayMissingAndOthersAreScored() {
        ItemRows rows = new ItemRows(ITEMS);
        rows.add(row(-1, "web"));
        rows.add(row(0, "paper"));
        ItemScores scores = rows.scores(ITEMS, Collections.nCopies(ITEMS.size(), SCALE), rows.everyRow());
        assertTrue(Missing.is(scores.at(0, 0)));
        assertEquals(
                SCALE.score(
                        SCALE.points().get(0).value(), ITEMS.get(0).variable().reverse()),
                scores.at(1, 0));
        assertEquals(1, rows.rowsOf(ItemRows.Label.MODE, "paper")[0]);
        assertEquals(List.of("web", "paper"), rows.words(ItemRows.Label.MODE));
        assertFalse(rows.isSample());
    }

    @Test
    void moreAnswersThanFitLeaveARandomSample() {
        int kept = 100;
        ItemRows rows = new ItemRows(ITEMS, kept * (ITEMS.size() + 3));
        int many = 10_000;
        for (int i = 0; i < many; i++) {
            rows.add(row(i < many / 2 ? 0 : 1, "web"));
        }
        assertEquals(kept, rows.size());
        assertTrue(rows.isSample());
        double later = 0;
        for (int row : rows.everyRow()) {
            later += rows.code(row, 0);
        }
        // half of them, give or take four standard errors of 100 draws
        assertEquals(.5, later / kept, 4 * .05);
    }
}
