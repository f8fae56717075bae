package tw.minsheng.petition.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.minsheng.format.CsvLimits;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;

/** Foreign files of cases: what is refused, what is noted, what is read. */
class CaseFileTest {

    private static final Charset BIG5 = Charset.forName("x-windows-950");

    /** What came out of a file. */
    private record Read(ImportSummary summary, List<ImportedCase> cases, List<Refusal> refusals) {

        Refusal refusal() {
            assertEquals(1, refusals.size(), refusals.toString());
            return refusals.get(0);
        }
    }

    private static Read read(String mapping, byte[] csv) {
        List<ImportedCase> cases = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        CaseMapping read = CaseMappingFile.read("m.yaml", mapping.getBytes(StandardCharsets.UTF_8));
        ImportSummary summary = new CaseFile("c.csv", read)
                .read(new ByteArrayInputStream(csv), CsvLimits.DEFAULT, new CaseTaker() {
                    @Override
                    public void take(ImportedCase taken) {
                        cases.add(taken);
                    }

                    @Override
                    public void refuse(Refusal refusal) {
                        refusals.add(refusal);
                    }
                });
        return new Read(summary, cases, refusals);
    }

    private static Read read(String mapping, String csv) {
        return read(mapping, csv.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> faults(String mapping) {
        Problem problem = assertThrows(Problem.class, () -> read(mapping, "number,received\n"));
        return problem.faults().stream().map(CaseFileTest::told).toList();
    }

    private static String told(Fault fault) {
        return fault.place() + " " + fault.code();
    }

    @Test
    void everyFaultOfAMappingIsNamedWithItsLine() {
        String mapping = """
                colums: {number: A}
                columns: {number: A, colour: B, type: C}
                values: {received: {x: y}}
                missing: {colour: {x: none}}
                constants: {type: roads, due: 2026-01-01}
                encoding: EBCDIC
                formats: {received: "bb/QQQQQQ", type: roc}
                closed_status: {a: b}
                """;
        assertEquals(
                List.of(
                        "m.yaml:1 mapping.unknown_key",
                        "m.yaml:2 mapping.unknown_field",
                        "m.yaml:5 mapping.unknown_field",
                        "m.yaml:5 mapping.twice",
                        "m.yaml:3 mapping.unknown_field",
                        "m.yaml:4 mapping.unknown_field",
                        "m.yaml:6 mapping.encoding",
                        "m.yaml:7 mapping.unknown_field",
                        "m.yaml:7 mapping.format",
                        "m.yaml:8 mapping.not_list"),
                faults(mapping));
    }

    @Test
    void everyFaultOfAHeaderIsNamed() {
        String mapping = "columns: {number: No, received: Date, type: Kind, due: Kind2}\nignore: [spare]\n";
        Problem problem =
                assertThrows(Problem.class, () -> read(mapping, "No,No,Date,spare,colour\n1,1,2026-01-01,,\n"));
        assertEquals("cases.faults", problem.code());
        List<String> told = problem.faults().stream()
                .map(fault -> fault.code() + " " + fault.args().get("column"))
                .sorted()
                .toList();
        assertEquals(
                List.of(
                        "cases.column_twice No",
                        "cases.mapped_column_absent Kind",
                        "cases.mapped_column_absent Kind2",
                        "cases.unknown_column colour"),
                told);
    }

    @Test
    void withoutNumberAndReceiptThereAreNoCases() {
        Problem problem = assertThrows(Problem.class, () -> read("ignore: '*'\n", "a,b\n1,2\n"));
        assertEquals(
                List.of("c.csv:1 cases.column_needed", "c.csv:1 cases.column_needed"),
                problem.faults().stream().map(CaseFileTest::told).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|cases.no_rows",
                "number,received|cases.no_rows",
                "number,received\\n1,\"2026|csv.open_quote",
                "number,received\\n1|csv.ragged",
                "number,received\\n1,2\"3|csv.broken_quote"
            })
    void filesThatAreNoneAreRefused(String csv, String code) {
        Problem problem = assertThrows(Problem.class, () -> read("{}", csv.replace("\\n", "\n")));
        assertEquals(code, problem.code());
    }

    @Test
    void anotherEncodingIsNamed() {
        byte[] big5 = "number,received,type\n1,2026-01-01,路燈故障通報\n".getBytes(BIG5);
        assertEquals(
                "csv.big5", assertThrows(Problem.class, () -> read("{}", big5)).code());
        byte[] utf8 = "number,received,type\n1,2026-01-01,路燈\n".getBytes(StandardCharsets.UTF_8);
        assertEquals(
                "csv.not_big5",
                assertThrows(Problem.class, () -> read("encoding: Big5", utf8)).code());
    }

    @ParameterizedTest
    @CsvSource({
        "',2026-01-01,,,,', number, '', NO_NUMBER",
        "'1,,,,,', received, '', NO_RECEIVED",
        "'1,2026-02-30,,,,', received, 2026-02-30, NO_TIME",
        "'1,0115-01-01,,,,', received, 0115-01-01, YEAR_OUT_OF_RANGE",
        "'1,2026-01-01,soon,,,', due, soon, NO_TIME",
        "'1,2026-01-01,,lost,,', status, lost, UNKNOWN_VALUE",
        "'1,2026-01-01,,,north,120', lat, north, NO_COORDINATE",
        "'1,2026-01-01,,,22,920', lat, 22.0 920.0, OFF_THE_MAP"
    })
    void aRowIsRefusedWithColumnValueAndReason(String row, String column, String value, Refusal.Reason reason) {
        String good = "9,2026-01-01,,done,22.6,120.3";
        Read read = read(
                "values: {status: {fertig: done, done: done}}",
                "number,received,due,status,lat,lon\n" + row + "\n" + good + "\n");
        assertEquals(new Refusal(2, column, value, reason), read.refusal());
        assertEquals(1, read.summary().refused());
        assertEquals(1, read.summary().taken());
    }

    /** A column of texts that was mapped as a kind by mistake. */
    @Test
    void aTextIsNoKind() {
        Read read = read("{}", "number,received,type\n1,2026-01-01," + "字".repeat(201) + "\n2,2026-01-01,路燈\n");
        assertEquals(Refusal.Reason.LONG_WORD, read.refusal().reason());
        assertEquals(1, read.summary().taken());
    }

    @Test
    void anUnknownWordIsListedOnceWithItsRows() {
        Read read = read(
                "values: {status: {done: done}}",
                "number,received,status\n1,2026-01-01,odd\n2,2026-01-01,odd\n3,2026-01-01,\n");
        assertEquals(Map.of(CaseField.STATUS, Map.of("odd", 2L)), read.summary().unknown());
        assertEquals(Map.of(Refusal.Reason.UNKNOWN_VALUE, 2L), read.summary().reasons());
        assertEquals(1, read.cases().size());
    }

    @Test
    void aNumberCountsOnce() {
        Read read = read("{}", "number,received\n7,2026-01-01\n8,2026-01-01\n7,2026-01-02\n");
        assertEquals(new Refusal(4, "number", "7", Refusal.Reason.DUPLICATE_NUMBER), read.refusal());
    }

    @Test
    void manyNumbersAreAllRemembered() {
        NumberSet seen = new NumberSet();
        for (int i = 0; i < 100_000; i++) {
            assertTrue(seen.add("C-" + i));
        }
        for (int i = 0; i < 100_000; i++) {
            assertFalse(seen.add("C-" + i));
        }
    }

    @Test
    void whatARowLacksIsNoted() {
        String mapping = """
                closed_status: [done, copy]
                duplicate_status: [copy]
                ignore: [spare]
                columns: {district: area}
                """;
        Read read = read(mapping, """
                number,received,due,closed,status,area,lat,lon,spare
                1,2026-01-02 08:00,,2026-01-01,done,,22,120,
                2,2026-01-02 08:00,2026-01-01,,done,x,,,y
                3,2026-01-02 08:00,2026-01-03,2026-01-02 08:00,open,x,22.5,120.25,
                4,2026-01-02 08:00,2026-01-03,2026-01-02 08:00,copy,x,22.5,,
                """);
        ImportSummary summary = read.summary();
        assertEquals(1, summary.noted(Note.NO_DUE));
        assertEquals(1, summary.noted(Note.NO_CLOSED));
        assertEquals(1, summary.noted(Note.NO_DISTRICT));
        assertEquals(1, summary.noted(Note.COARSE_PLACE));
        assertEquals(2, summary.noted(Note.NO_PLACE));
        assertEquals(1, summary.noted(Note.CLOSED_BEFORE_RECEIVED));
        assertEquals(1, summary.noted(Note.DUE_BEFORE_RECEIVED));
        assertEquals(1, summary.noted(Note.CLOSED_WITHOUT_TIME));
        assertEquals(1, summary.noted(Note.OPEN_WITH_CLOSING_TIME));
        assertEquals(2, summary.noted(Note.CLOSED_AT_ONCE));
        assertEquals(1, summary.noted(Note.DUPLICATE_STATUS));
        assertEquals(0, summary.noted(Note.NO_TYPE)); // the file has no such column
        assertEquals(Map.of("spare", 3L), summary.ignored());
        assertEquals(new Place(22.5, 120.25), read.cases().get(2).place());
        assertFalse(read.cases().get(0).hasDuration());
        assertFalse(read.cases().get(0).place().isGiven());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "iso|2026-11-20|2026-11-20T00:00|true",
                "iso|2026-11-20T14:05|2026-11-20T14:05|false",
                "iso|2026-11-20 14:05:09.25|2026-11-20T14:05:09.250|false",
                "MM/dd/yyyy hh:mm:ss a|01/02/2014 12:49:39 AM|2014-01-02T00:49:39|false",
                "MM/dd/yyyy hh:mm:ss a|12/31/2014 12:00:00 pm|2014-12-31T12:00|false",
                "yyyy/M/d a h:mm|2026/3/4 下午 2:05|2026-03-04T14:05|false",
                "roc|115/11/20|2026-11-20T00:00|true",
                "roc|99.1.2 23:59:58|2010-01-02T23:59:58|false",
                "roc|民國115年2月28日 上午12:30|2026-02-28T00:30|false",
                "roc|115/02/28 02:05 PM|2026-02-28T14:05|false",
                "roc|1151120|2026-11-20T00:00|true"
            })
    void timesAreReadAsTheyAreWritten(String format, String text, LocalDateTime at, boolean dayOnly) {
        assertEquals(new Moment(at, dayOnly), TimeFormat.of(format).read(text).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "iso|20/11/2026",
                "iso|2026-11-31",
                "roc|115/2/30",
                "roc|115/2/3 下午13:00",
                "roc|2026/11/20",
                "MM/dd/yyyy|13/01/2014"
            })
    void whatIsNoTimeIsNotGuessed(String format, String text) {
        assertTrue(TimeFormat.of(format).read(text).isEmpty(), text);
    }

    @Test
    void aDueDayLastsUntilMidnight() {
        Read read = read(
                "{}",
                "number,received,due,closed\n1,2026-01-01,2026-01-03,2026-01-03 23:59\n2,2026-01-01,2026-01-03,2026-01-04\n");
        assertFalse(read.cases().get(0).isLate());
        assertTrue(read.cases().get(1).isLate());
    }

    @Test
    void wordsForNothingAndConstants() {
        Read read = read(
                "missing: {'*': {無: none}, type: {'-': none}}\nconstants: {unit: 工務局}\nvalues: {channel: {無: other}}",
                "number,received,due,type,channel\n1,2026-01-01,無,-,無\n");
        ImportedCase only = read.cases().get(0);
        assertFalse(only.due().isGiven());
        assertEquals("", only.type());
        assertEquals("other", only.channel()); // values win
        assertEquals("工務局", only.unit());
    }

    @Test
    void big5IsRead() {
        byte[] big5 = "案號,收件,類別\n1,115/1/2,路燈\n".getBytes(BIG5);
        Read read =
                read("encoding: big5\ncolumns: {number: 案號, received: 收件, type: 類別}\nformats: {received: roc}", big5);
        assertEquals("路燈", read.cases().get(0).type());
        assertEquals(Map.of(), read.summary().reasons());
    }

    @Test
    void theFileIsWatchedFromTheFirstReceiptToTheLastTime() {
        Read read = read("{}", "number,received,closed\n1,2026-01-05,2026-02-01\n2,2026-01-03,\n");
        assertEquals(
                LocalDateTime.parse("2026-01-03T00:00"), read.summary().first().at());
        assertEquals(
                LocalDateTime.parse("2026-02-01T00:00"), read.summary().last().at());
    }
}
