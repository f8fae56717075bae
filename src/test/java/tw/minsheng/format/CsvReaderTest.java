package tw.minsheng.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Problem;
import tw.minsheng.kernel.Texts;

class CsvReaderTest {

    @Test
    void brokenQuoteNamesRowAndColumn() {
        assertRefused("csv.broken_quote", 2, 2, "a,b\n1,x\"y\n");
        assertRefused("csv.broken_quote", 3, 1, "a,b\n1,2\n\"x\"y,2\n");
    }

    @Test
    void quoteLeftOpenNamesTheRowWhereItBegan() {
        assertRefused("csv.open_quote", 2, 2, "a,b\n1,\"x\n2,3\n");
    }

    @Test
    void rowOfAnotherWidthIsRefused() {
        assertRefused("csv.ragged", 3, 2, "a,b\n1,2\n1\n");
        assertRefused("csv.ragged", 2, 3, "a,b\n1,2,3\n");
    }

    @Test
    void otherSeparatorsAndWorkbooksAreNamed() {
        for (String file : List.of("a;b\n1;2\n", "a\tb\n1\t2\n")) {
            Problem problem = assertThrows(Problem.class, () -> rows(file));
            assertEquals("csv.no_commas", problem.code());
            assertEquals("f.csv", problem.args().get("file"));
        }
        assertEquals(2, rows("a;b,c\n1;2,3\n").size());
        assertEquals(2, rows("a\n1;2\n").size());
        byte[] workbook = {'P', 'K', 3, 4, 0x14, 0, (byte) 0x86, (byte) 0xE2, (byte) 0x9C, (byte) 0x4B, (byte) 0xFF};
        assertEquals(
                "csv.spreadsheet",
                assertThrows(Problem.class, () -> rows(workbook)).code());
    }

    @Test
    void fieldOver64KbIsRefusedWhereItStands() {
        String chinese = "滿".repeat(64 * 1024 / 3 + 1);
        assertRefused("csv.field_too_long", 2, 2, "a,b\n1," + chinese + "\n");
        assertRefused("csv.field_too_long", 2, 2, "a,b\n1,\"" + "x\n".repeat(500_000));
        assertEquals(2, rows("a\n" + "x".repeat(64 * 1024)).size());
    }

    @Test
    void rowOver4096FieldsIsRefused() {
        assertRefused("csv.too_many_fields", 1, 4097, "a" + ",a".repeat(4096));
        assertEquals(1, rows("a" + ",a".repeat(4095)).size());
    }

    @Test
    void big5IsNamedWithTheWayToConvert() {
        byte[] big5 = "項目,意見\n1,環境整潔，服務親切\n".getBytes(Charset.forName("Big5"));
        Problem problem = assertThrows(Problem.class, () -> rows(big5));
        assertEquals("csv.big5", problem.code());
        assertEquals("1", problem.args().get("line"));
        String words = Texts.of(CsvReader.class).text(Language.ZH_TW, problem.code(), problem.args());
        assertTrue(words.contains("Big5") && words.contains("iconv -f BIG5 -t UTF-8"), words);
    }

    @Test
    void big5FarInTheFileNamesItsLine() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("a,b\n".repeat(30_000).getBytes(StandardCharsets.UTF_8));
        out.writeBytes("1,環境整潔，服務親切\n".getBytes(Charset.forName("Big5")));
        Problem problem = assertThrows(Problem.class, () -> rows(out.toByteArray()));
        assertEquals("csv.big5", problem.code());
        assertEquals("30001", problem.args().get("line"));
    }

    @Test
    void otherBytesAreNotUtf8() {
        assertEquals(
                "csv.not_utf8",
                assertThrows(Problem.class, () -> rows(new byte[] {'a', (byte) 0xC3, '\n'}))
                        .code());
        byte[] utf16 = "a,b\n".getBytes(StandardCharsets.UTF_16);
        assertEquals("csv.utf16", assertThrows(Problem.class, () -> rows(utf16)).code());
    }

    @Test
    void fileOverTheLimitIsRefused() {
        InputStream in = new ByteArrayInputStream("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        CsvReader reader = CsvReader.open("f.csv", in, CsvLimits.DEFAULT.withBytes(7));
        assertEquals(
                "csv.too_large", assertThrows(Problem.class, () -> all(reader)).code());
    }

    @Test
    void rowsAreNumberedAsInASpreadsheet() {
        List<CsvRow> rows = rows("\uFEFFa,b\r\n1,\"x\r\n\"\"y\"\"\"\r\n\r\n3,\n");
        assertEquals(
                List.of(
                        new CsvRow(1, List.of("a", "b")),
                        new CsvRow(2, List.of("1", "x\r\n\"y\"")),
                        new CsvRow(4, List.of("3", ""))),
                rows);
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        List<String> texts = List.of("=1+1", "'x", "''", "a,b", "一\r\n二", "\"", "", "+", "-1", "@", "\tx", "\r", "x");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvWriter writer = new CsvWriter(out)) {
            writer.texts(texts);
            texts.forEach(text -> writer.empty());
            writer.endRow();
        }
        List<CsvRow> rows = rows(out.toByteArray());
        assertEquals(
                texts, rows.get(0).fields().stream().map(CsvWriter::unguard).toList());
        assertEquals(2, rows.size());
    }

    @Test
    void textsAreGuardedAndNumbersAreNot() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvWriter writer = new CsvWriter(out)) {
            writer.text("-1").number(-1).number(-0.5).text("@x").endRow();
        }
        assertEquals("\uFEFF'-1,-1,-0.5,'@x\r\n", out.toString(StandardCharsets.UTF_8));
    }

    private static void assertRefused(String code, int row, int column, String csv) {
        Problem problem = assertThrows(Problem.class, () -> rows(csv));
        assertEquals(code, problem.code());
        assertEquals(Integer.toString(row), problem.args().get("row"), "row");
        assertEquals(Integer.toString(column), problem.args().get("column"), "column");
        assertEquals("f.csv", problem.args().get("file"));
    }

    private static List<CsvRow> rows(String csv) {
        return rows(csv.getBytes(StandardCharsets.UTF_8));
    }

    private static List<CsvRow> rows(byte[] csv) {
        return all(CsvReader.open("f.csv", new ByteArrayInputStream(csv), CsvLimits.DEFAULT));
    }

    private static List<CsvRow> all(CsvReader opened) {
        try (CsvReader reader = opened) {
            List<CsvRow> rows = new ArrayList<>();
            for (Optional<CsvRow> row = reader.next(); row.isPresent(); row = reader.next()) {
                rows.add(row.get());
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
