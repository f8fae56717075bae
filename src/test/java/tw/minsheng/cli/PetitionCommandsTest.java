package tw.minsheng.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.minsheng.format.Json;
import tw.minsheng.format.Node;

/** What a clerk does with an export of another system: a file, a mapping, nothing running. */
class PetitionCommandsTest {

    private static final Path EXAMPLE = Path.of("surveys/examples/case-1999");
    private static final Path REQUESTS = Path.of(System.getProperty("data.dir", ""), "baltimore-311", "requests.csv");

    @TempDir
    private Path folder;

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private Shell.Ran analyze(Path cases, Path mapping) {
        return Shell.run("petition", "analyze", cases.toString(), "--mapping", mapping.toString());
    }

    private static Node json(Shell.Ran ran) {
        assertEquals(Exit.DONE, ran.code(), ran.err());
        return Json.read("out", ran.out().getBytes(StandardCharsets.UTF_8));
    }

    private static String result(Node json, String key) {
        return json.get("results").elements().stream()
                .filter(each -> each.get("key").text().equals(key))
                .map(each -> each.get("value").text())
                .findFirst()
                .orElse("no result " + key);
    }

    private static Map<String, String> table(Node json, String key) {
        Map<String, String> rows = new LinkedHashMap<>();
        json.get("tables").elements().stream()
                .filter(each -> each.get("key").text().equals(key))
                .flatMap(each -> each.get("rows").elements().stream())
                .forEach(row -> rows.put(
                        row.elements().get(0).isGiven() ? row.elements().get(0).text() : "null",
                        row.elements().get(1).text()));
        return rows;
    }

    @Test
    void badInputIsRefusedByRowAndColumn() throws IOException {
        Path mapping = file("m.yaml", "formats: {received: roc}\n");
        Map<String, String> expected = new LinkedHashMap<>();
        expected.put("number,received,color\n1,115/1/2,red\n", "第 1 列有不認得的欄位「color」");
        expected.put("number,received\n1,\"115/1/2\n", "第 2 列第 2 欄的引號直到檔尾");
        expected.put("number,received\n", "沒有任何一件案件");
        expected.put("", "沒有任何一件案件");
        expected.put("number,received\n1,2026-01-02\n2,x\n", "第 2 列「received」的「2026-01-02」");
        for (Map.Entry<String, String> each : expected.entrySet()) {
            Shell.Ran ran = analyze(file("c.csv", each.getKey()), mapping);
            assertEquals(Exit.FAULTS, ran.code(), each.getKey());
            assertTrue(ran.err().contains(each.getValue()), ran.err());
            assertEquals("", ran.out());
        }
        Path big5 = Files.write(
                folder.resolve("big5.csv"), "number,received,type\n1,115/1/2,路燈\n".getBytes(Charset.forName("Big5")));
        Shell.Ran ran = analyze(big5, mapping);
        assertEquals(Exit.FAULTS, ran.code());
        assertTrue(ran.err().contains("Big5"), ran.err());
    }

    @Test
    void missingFilesAndOptionsAreNamed() throws IOException {
        assertEquals(
                Exit.FAULTS,
                analyze(folder.resolve("no.csv"), EXAMPLE.resolve("mapping.yaml"))
                        .code());
        assertEquals(
                Exit.FAULTS,
                analyze(EXAMPLE.resolve("cases.csv"), folder.resolve("no.yaml")).code());
        assertEquals(
                Exit.USAGE,
                Shell.run("petition", "analyze", EXAMPLE.resolve("cases.csv").toString())
                        .code());
    }

    @Test
    void refusedRowsAreListedAndTheRestIsCounted() throws IOException {
        String rows = IntStream.rangeClosed(1, 5)
                .mapToObj(number -> number + ",2026-01-02,2026-01-04\n")
                .collect(Collectors.joining());
        Path cases = file("c.csv", "number,received,closed\n" + rows + "6,soon,\n1,2026-01-03,\n");
        Shell.Ran ran = analyze(cases, file("m.yaml", "{}"));
        Node json = json(ran);
        assertEquals("5", result(json, "cases.total"));
        assertEquals("2", result(json, "cases.refused_rows"));
        assertEquals("2", result(json, "response.median_days"));
        assertTrue(ran.err().contains("第 7 列「received」的「soon」"), ran.err());
        assertTrue(ran.err().contains("第 8 列「number」的案號「1」前面已有"), ran.err());
        assertEquals(Map.of("no_time", "1", "duplicate_number", "1"), table(json, "refusal_reasons"));
    }

    /** Counted independently: {@code awk -F, 'NR>1 {n[$5]++} END {for (t in n) print t, n[t]}' cases.csv}. */
    @Test
    void theExampleIsAnalysedWithoutRefusals() throws IOException {
        Node json = json(analyze(EXAMPLE.resolve("cases.csv"), EXAMPLE.resolve("mapping.yaml")));
        assertEquals("minsheng-results/1", json.get("format").text());
        assertEquals("cases.csv", json.get("petitions").get("source").text());
        assertFalse(json.get("survey").isGiven());
        assertEquals("0", result(json, "cases.refused_rows"));
        Map<String, Long> counted = new LinkedHashMap<>();
        try (Stream<String> lines = Files.lines(EXAMPLE.resolve("cases.csv"))) {
            lines.skip(1).map(line -> line.split(",", -1)[4]).forEach(type -> counted.merge(type, 1L, Long::sum));
        }
        Map<String, Long> types = new LinkedHashMap<>();
        table(json, "by_type").forEach((type, n) -> types.put(type, Long.valueOf(n)));
        assertEquals(counted, types);
    }

    /**
     * The real file, counted by the awk lines in docs/petitions.md: 4,963 rows, 4,744 with due and closing time, 782 of them
     * late, 139 without due time.
     */
    @Test
    void realRequestsAreCountedAsAwkCountsThem() {
        assumeTrue(
                !System.getProperty("data.dir", "").isEmpty() && Files.isRegularFile(REQUESTS),
                "data.dir does not lead to the requests of Baltimore");
        Shell.Ran ran = analyze(REQUESTS, Path.of("surveys/examples/baltimore-311/mapping.yaml"));
        Node json = json(ran);
        Map<String, String> expected = new LinkedHashMap<>();
        expected.put("cases.total", "4963");
        expected.put("cases.closed", "4856");
        expected.put("cases.open", "107");
        expected.put("cases.with_both_times", "4744");
        expected.put("cases.closed_after_due", "782");
        expected.put("cases.without_due", "139");
        expected.put("cases.refused_rows", "0");
        expected.forEach((key, value) -> assertEquals(value, result(json, key), key));
        assertEquals(1.3258101851851851, Double.parseDouble(result(json, "response.median_days")), 1e-12);
        assertEquals(1.5369907407407408, Double.parseDouble(result(json, "response.km_median_days")), 1e-12);
        assertEquals(3962.0 / 4744, Double.parseDouble(result(json, "due.on_time_share")), 1e-15);
        assertEquals(
                Map.of(
                        "Phone",
                        "2461",
                        "API",
                        "1252",
                        "Internal",
                        "1135",
                        "Mail",
                        "99",
                        "System",
                        "10",
                        "Other",
                        "3",
                        "Email",
                        "3"),
                table(json, "by_channel"));
        assertEquals("425", table(json, "by_district").get("null"));
        assertEquals("450", table(json, "by_district").get("9"));
        assertEquals("103", table(json, "by_status").get("Closed (Duplicate)"));
        assertEquals("93", table(json, "by_month").get("2014-01"));
        assertEquals(205, table(json, "by_type").size());
        assertEquals(
                Map.of(
                        "no_due", "139",
                        "no_closed", "107",
                        "no_district", "425",
                        "no_place", "289",
                        "coarse_place", "432",
                        "duplicate_status", "108",
                        "closed_at_once", "1084"),
                table(json, "notes"));
        assertEquals(
                Map.of("Neighborhood", "393", "Outcome", "4963", "StatusDate", "0"), table(json, "ignored_columns"));
        assertEquals(List.of(), List.copyOf(table(json, "refused_rows").keySet()));
    }

    /** Page, PDF, charts and tables of one folder; the numbers on the page are those of the results. */
    @Test
    void theReportSaysWhatTheResultsSay() throws IOException {
        Path out = folder.resolve("report");
        Shell.Ran ran = Shell.run(
                "petition",
                "report",
                EXAMPLE.resolve("cases.csv").toString(),
                "--mapping",
                EXAMPLE.resolve("mapping.yaml").toString(),
                "--out",
                out.toString());
        assertEquals(Exit.DONE, ran.code(), ran.err());
        Node json = Json.read("results.json", Files.readAllBytes(out.resolve("results.json")));
        String page = Files.readString(out.resolve("report.html"));
        assertTrue(page.contains("陳情案件分析報告"));
        assertTrue(page.contains(">" + result(json, "cases.total") + "<"), "the number of cases");
        assertTrue(page.contains("日曆天"));
        assertFalse(page.contains("抽樣誤差"), "cases are no sample");
        assertTrue(Files.size(out.resolve("report.pdf")) > 50_000);
        for (String chart : List.of("PF1.1", "PF1.2", "PF3.1", "PF3.2", "PF3.3", "PF3.4", "PF8.1")) {
            assertTrue(Files.isRegularFile(out.resolve("charts").resolve(chart + ".svg")), chart);
            assertTrue(Files.isRegularFile(out.resolve("tables").resolve(chart + ".csv")), chart);
        }
        assertTrue(Files.isRegularFile(out.resolve("tables/by_type.csv")));
        assertFalse(page.contains("[["), "a mention without its number");
    }

    @Test
    void aFileWithNumberAndReceiptOnlyHasAReport() throws IOException {
        Path out = folder.resolve("report");
        Path cases = file("c.csv", "number,received\n1,2026-01-02\n2,2026-01-03\n");
        Shell.Ran ran = Shell.run(
                "petition",
                "report",
                cases.toString(),
                "--mapping",
                file("m.yaml", "{}").toString(),
                "--lang",
                "en",
                "--out",
                out.toString());
        assertEquals(Exit.DONE, ran.code(), ran.err());
        String page = Files.readString(out.resolve("report.html"));
        assertTrue(page.contains("Report on petitions"));
        assertFalse(page.contains("Districts"), "absent, not announced");
        assertFalse(page.contains("Fairness"), "absent, not announced");
    }
}
