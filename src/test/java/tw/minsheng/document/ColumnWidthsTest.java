package tw.minsheng.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ColumnWidthsTest {

    private static final String LONG = "整體而言，46.5% 表示滿意，平均 3.20 分，滿意指回答非常滿意與滿意。".repeat(3);

    private static Optional<List<Double>> widths(double room, Table.Row... rows) {
        return ColumnWidths.of(
                new Table(
                        "T1",
                        "",
                        "",
                        List.of(Table.Column.text("發現"), Table.Column.text("證據"), Table.Column.number("n")),
                        List.of(rows),
                        ""),
                room);
    }

    @Test
    void tablesThatFitAreLeftToTheEngine() {
        assertTrue(widths(50, Table.Row.of(Cell.text("甲"), Cell.text("乙"), Cell.number(1, "1")))
                .isEmpty());
        assertTrue(widths(50).isEmpty(), "no rows");
    }

    @Test
    void longTextLeavesRoomForCodesAndNumbers() {
        List<Double> widths = widths(
                        30,
                        Table.Row.group("組名很長".repeat(20)),
                        Table.Row.of(Cell.text(LONG), Cell.text("ac_streets"), Cell.number(1068, "1,068")))
                .orElseThrow();
        assertEquals(100, widths.stream().mapToDouble(Double::doubleValue).sum(), 1e-9);
        assertTrue(widths.get(0) > widths.get(1));
        assertTrue(widths.get(1) * 30 / 100 >= ColumnWidths.width("ac_streets"), "the code stays on one line");
        assertTrue(widths.get(2) * 30 / 100 >= ColumnWidths.width("1,068"), "the number stays on one line");
    }

    @Test
    void tooManyColumnsShareWhatThereIs() {
        List<Double> widths = widths(4, Table.Row.of(Cell.text(LONG), Cell.text(LONG), Cell.number(1, "1,000,000")))
                .orElseThrow();
        assertEquals(100, widths.stream().mapToDouble(Double::doubleValue).sum(), 1e-9);
        assertTrue(widths.stream().allMatch(width -> width > 0));
    }
}
