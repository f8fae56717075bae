package tw.minsheng.statistics.association;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tw.minsheng.format.Json;
import tw.minsheng.format.Node;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.cases.CaseReference;

/** Chi-square, Cramér's V and adjusted residuals against R ({@code reference/association/association.R}). */
class CrossTableTest {

    private static final Path FILE = Path.of("src/test/resources/reference/association/association.json");

    private static long[][] counts(Node rows) {
        return rows.elements().stream()
                .map(row -> row.elements().stream()
                        .mapToLong(each -> Math.round(CaseReference.number(each)))
                        .toArray())
                .toArray(long[][]::new);
    }

    @Test
    void rowsOfDifferentLengthAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> CrossTable.of(new long[][] {{1, 2}, {3}}));
        assertThrows(IllegalArgumentException.class, () -> CrossTable.of(new long[][] {{1, -2}}));
    }

    @Test
    void whatDoesNotVaryGivesAReason() {
        assertEquals(
                Optional.of(Reason.NO_DATA), CrossTable.of(new long[0][]).p().reason());
        CrossTable one = CrossTable.of(new long[][] {{3, 0, 5}, {0, 0, 0}});
        assertEquals(Optional.of(Reason.NO_VARIATION), one.cramersV().reason());
        assertEquals(
                Optional.of(Reason.NO_VARIATION), one.adjustedResidual(0, 0).reason());
    }

    @Test
    void tablesAgreeWithR() throws IOException {
        for (Node each : Json.read("association.json", Files.readAllBytes(FILE))
                .get("tables")
                .elements()) {
            String id = each.get("id").text();
            CrossTable table = CrossTable.of(counts(each.get("counts")));
            close(id + " x2", each.get("x2"), table.chiSquare().number());
            assertEquals(CaseReference.number(each.get("df")), (double) table.degrees(), id);
            close(id + " p", each.get("p"), table.p().number());
            close(id + " v", each.get("v"), table.cramersV().number());
            assertEquals(CaseReference.number(each.get("few")), (double) table.fewExpected(), id);
            CrossTable used = CrossTable.of(counts(each.get("used")));
            List<Node> residuals = each.get("residuals").elements();
            for (int row = 0; row < residuals.size(); row++) {
                for (int column = 0; column < residuals.get(row).elements().size(); column++) {
                    String cell = id + " " + row + "," + column;
                    Node r = residuals.get(row).elements().get(column);
                    close(cell, r, used.adjustedResidual(row, column).number());
                    close(
                            cell,
                            each.get("expected").elements().get(row).elements().get(column),
                            used.expected(row, column));
                }
            }
        }
    }

    /** Differences of nearly equal numbers: near 0 an absolute measure. */
    private static void close(String what, Node expected, double actual) {
        double wanted = CaseReference.number(expected);
        assertEquals(wanted, actual, 1e-12 + 1e-9 * Math.abs(wanted), what);
    }

    /** χ² does not know which is the row; residuals of a two by two table are ±√χ²; ten times the cases, ten times χ² and the same V. */
    @Test
    void tablesKeepTheirLaws() {
        Random random = new Random(20261122L);
        for (int round = 0; round < 200; round++) {
            long[][] counts = new long[2 + random.nextInt(6)][2 + random.nextInt(6)];
            long[][] turned = new long[counts[0].length][counts.length];
            long[][] tenfold = new long[counts.length][counts[0].length];
            for (int row = 0; row < counts.length; row++) {
                for (int column = 0; column < counts[0].length; column++) {
                    counts[row][column] = 1L + random.nextInt(50);
                    turned[column][row] = counts[row][column];
                    tenfold[row][column] = 10L * counts[row][column];
                }
            }
            CrossTable table = CrossTable.of(counts);
            double x2 = table.chiSquare().number();
            assertEquals(x2, CrossTable.of(turned).chiSquare().number(), 1e-9 * (1 + x2));
            assertEquals(10 * x2, CrossTable.of(tenfold).chiSquare().number(), 1e-8 * (1 + x2));
            double v = table.cramersV().number();
            assertEquals(v, CrossTable.of(tenfold).cramersV().number(), 1e-12);
            assertTrue(v >= 0 && v <= 1, "V " + v);
            if (counts.length == 2 && counts[0].length == 2) {
                assertEquals(x2, Math.pow(table.adjustedResidual(1, 0).number(), 2), 1e-9 * (1 + x2));
            }
        }
        assertEquals(1, CrossTable.of(new long[][] {{7, 0}, {0, 9}}).cramersV().number(), 1e-15);
    }
}
