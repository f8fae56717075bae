package tw.minsheng.report.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tw.minsheng.petition.Contact;
import tw.minsheng.petition.Redaction;
import tw.minsheng.petition.theme.CaseTexts;
import tw.minsheng.petition.theme.WordCounts;
import tw.minsheng.report.ResultTable;

/** Words that rise, and squares with many cases. */
class ThemeTablesTest {

    private static final Redaction REDACTION = Redaction.shipped();

    private static WordCounts add(WordCounts counts, String text, int many) {
        for (int i = 0; i < many; i++) {
            counts.add(text, Contact.NONE);
        }
        return counts;
    }

    private static List<String> row(ResultTable table, int row) {
        return table.rows().get(row).stream().map(ResultTable.Entry::plain).toList();
    }

    /** 30 of 100 petitions are about mosquitoes, 50 of 500 were; 70 and 450 are about street lights, which fell. */
    @Test
    void onlyWhatRoseIsListed() {
        WordCounts now = add(add(WordCounts.ofAll(REDACTION), "蚊子", 30), "路燈", 70);
        WordCounts before = add(add(WordCounts.of(now.matters(5).keySet(), REDACTION), "蚊子", 50), "路燈", 450);
        WordTables tables = WordTables.of(now, before);
        assertEquals(2, tables.tests());
        assertEquals(1, tables.rising().rows().size());
        assertEquals(
                List.of("蚊子", "30", "0.3", "50", "0.1"), row(tables.rising(), 0).subList(0, 5));
        assertEquals(List.of("路燈", "70", "0.7"), row(tables.frequent(), 0));
        double p = Double.parseDouble(row(tables.rising(), 0).get(6));
        assertEquals(2 * p, Double.parseDouble(row(tables.rising(), 0).get(7)), 1e-15, "two words were looked at");
    }

    @Test
    void fewerThanFiveTextsAreNotToldEvenOfThePast() {
        WordCounts now = add(add(WordCounts.ofAll(REDACTION), "蚊子", 40), "路燈", 60);
        add(now, "噪音", 4);
        WordCounts before = add(add(WordCounts.of(now.matters(5).keySet(), REDACTION), "蚊子", 3), "路燈", 500);
        WordTables tables = WordTables.of(now, before);
        assertEquals(
                List.of("蚊子", "small_cell", "small_cell"),
                List.of(
                        row(tables.rising(), 0).get(0),
                        row(tables.rising(), 0).get(3),
                        row(tables.rising(), 0).get(7)));
        assertTrue(tables.frequent().rows().stream()
                .noneMatch(each -> each.get(0).plain().equals("噪音")));
    }

    @Test
    void withoutTextsBeforeNothingRises() {
        WordTables tables =
                WordTables.of(add(add(WordCounts.ofAll(REDACTION), "蚊子", 30), "路燈", 10), WordCounts.ofAll(REDACTION));
        assertEquals(0, tables.rising().rows().size());
        assertEquals(2, tables.frequent().rows().size());
    }

    private static CaseTexts.Squares squares(CaseTexts.Square... squares) {
        return new CaseTexts.Squares(.002, .002, List.of(squares));
    }

    /**
     * 20, 10, 4 and 2 cases: mean 9, s² = 49, so a = 49 − 9 = 40 and each is drawn by 40/49 of its difference: 20 becomes
     * 9 + 40/49 · 11 = 17.98.
     */
    @Test
    void squaresOfFewCasesAreNotToldAndTheOthersDrawn() {
        HotSpots map = HotSpots.of(
                squares(
                        new CaseTexts.Square(10, 30, 20),
                        new CaseTexts.Square(12, 28, 10),
                        new CaseTexts.Square(11, 29, 4),
                        new CaseTexts.Square(90, 90, 2)),
                250);
        assertEquals(2, map.spots().size());
        assertEquals(36, map.cases());
        assertEquals(6, map.left());
        HotSpots.Spot first = map.spots().get(0);
        assertEquals(List.of(0, 0), List.of(first.column(), first.row()));
        assertEquals(
                List.of(2, 2),
                List.of(map.spots().get(1).column(), map.spots().get(1).row()));
        assertEquals(9 + 40.0 / 49 * 11, first.drawn(), 1e-12);
        assertEquals(30.5 * .002, first.latitude(), 1e-12);
        assertEquals("20", row(map.table(), 0).get(3));
    }

    /** A hundred squares across are joined until forty suffice. */
    @Test
    void aWideCityHasLargerSquares() {
        List<CaseTexts.Square> wide = new ArrayList<>();
        for (int column = 0; column < 100; column++) {
            wide.add(new CaseTexts.Square(column, 7, 5));
        }
        HotSpots map = HotSpots.of(squares(wide.toArray(CaseTexts.Square[]::new)), 250);
        assertEquals(1_000, map.metres());
        assertEquals(25, map.spots().size());
        assertEquals(20, map.spots().get(0).cases());
    }

    @Test
    void withoutACaseThereIsNoMap() {
        HotSpots map = HotSpots.of(squares(), 250);
        assertEquals(0, map.cases());
        assertEquals(List.of(), map.spots());
    }
}
