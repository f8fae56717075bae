package tw.minsheng.report.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tw.minsheng.dataset.cases.CaseTally;
import tw.minsheng.dataset.cases.WeekCounts;
import tw.minsheng.format.CsvLimits;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.imports.CaseField;
import tw.minsheng.petition.imports.CaseFile;
import tw.minsheng.petition.imports.CaseMappingFile;
import tw.minsheng.petition.imports.CaseTaker;
import tw.minsheng.petition.imports.ImportSummary;
import tw.minsheng.petition.imports.ImportedCase;
import tw.minsheng.petition.imports.Refusal;
import tw.minsheng.report.CaseResults;
import tw.minsheng.report.ResultTable;
import tw.minsheng.statistics.Reason;

/** Small files counted by hand. */
class CaseAnalysisTest {

    private static CaseResults results(String csv) {
        CaseTally tally = new CaseTally("c.csv");
        List<Refusal> refusals = new ArrayList<>();
        return CaseAnalysis.of(tally, read(csv, tally, refusals), refusals, "0", "c.csv", "");
    }

    /** As of cases that are kept, and were picked by these fields. */
    private static CaseResults picked(String csv, Set<CaseField> fields) {
        CaseTally tally = new CaseTally("c.csv");
        ImportSummary summary = read(csv, tally, new ArrayList<>());
        return CaseAnalysis.stored(tally, summary, Map.of(), fields, Map.of("n", 10_000L, "s", 20_000L), "0", "c.csv");
    }

    private static ImportSummary read(String csv, CaseTally tally, List<Refusal> refusals) {
        return new CaseFile("c.csv", CaseMappingFile.read("m", "{}".getBytes(StandardCharsets.UTF_8)))
                .read(
                        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
                        CsvLimits.DEFAULT,
                        new CaseTaker() {
                            @Override
                            public void take(ImportedCase taken) {
                                tally.add(taken);
                            }

                            @Override
                            public void refuse(Refusal refusal) {
                                refusals.add(refusal);
                            }
                        });
    }

    private static double number(CaseResults results, String key) {
        return results.book().get(key).number();
    }

    private static List<String> row(CaseResults results, String table, int row) {
        ResultTable found = results.book().table(table).orElseThrow();
        return found.rows().get(row).stream().map(ResultTable.Entry::plain).toList();
    }

    @Test
    void aFieldThatIsNoCategoryIsRefused() {
        StringBuilder csv = new StringBuilder("number,received,type\n");
        for (int i = 0; i <= 5_000; i++) {
            csv.append(i).append(",2026-01-01,").append("free text ").append(i).append('\n');
        }
        Problem problem = assertThrows(Problem.class, () -> results(csv.toString()));
        assertEquals("cases.too_many_values", problem.code());
    }

    /** 101 years are one too many; of 3,000 types and no unit 39 months can be told, 120,000 over 3,001. */
    @Test
    void aPeriodOfTooManyMonthsIsRefusedWithWhatToDo() {
        Problem ever = assertThrows(Problem.class, () -> results("number,received\n1,1951-01-01\n2,2052-01-01\n"));
        assertEquals("cases.too_long", ever.code());
        StringBuilder csv = new StringBuilder("number,received,type\n");
        for (int i = 0; i < 3_000; i++) {
            csv.append(i).append(",2026-01-01,type ").append(i).append('\n');
        }
        assertEquals(3_000, results(csv.toString()).data().used());
        Problem wide = assertThrows(Problem.class, () -> results(csv + "x,2029-06-01,type 0\n"));
        assertEquals("cases.too_long", wide.code());
        assertEquals("39", wide.args().get("most"));
        assertEquals("42", wide.args().get("months"));
    }

    @Test
    void tooManyTypesByTooManyChannelsAreRefused() {
        StringBuilder csv = new StringBuilder("number,received,type,channel\n");
        for (int i = 0; i < 500; i++) {
            csv.append(i)
                    .append(",2026-01-01,type ")
                    .append(i)
                    .append(",by ")
                    .append(i)
                    .append('\n');
        }
        assertEquals(
                "cases.too_many_cells",
                assertThrows(Problem.class, () -> results(csv.toString())).code());
    }

    @Test
    void withoutDueTimesThereIsNoRate() {
        CaseResults results = results("number,received,closed\n1,2026-01-01,2026-01-02\n");
        assertEquals(
                Optional.of(Reason.ZERO_DENOMINATOR),
                results.book().get("due.on_time_share").reason());
        assertEquals(1, number(results, "cases.without_due"));
    }

    /** Four closed cases of six: neither their times nor whether they were in time, wherever it stands. */
    @Test
    void timesOfFewerThanFiveAreWithheld() {
        CaseResults results = results("""
                number,received,due,closed
                1,2026-01-01,2026-01-04,2026-01-02
                2,2026-01-01,2026-01-03,2026-01-04
                3,2026-01-11,2026-01-31,2026-01-21
                4,2026-01-11,2026-01-31,2026-01-22
                5,2026-01-01,2026-01-08,
                6,2026-01-01,2026-01-08,
                """);
        for (String key : List.of(
                "response.median_days",
                "response.p75_days",
                "response.p90_days",
                "response.mean_days",
                "response.km_median_days",
                "response.km_p90_days",
                "due.on_time_share",
                "due.overdue_share",
                "cases.closed_after_due")) {
            assertEquals(Optional.of(Reason.SMALL_CELL), results.book().get(key).reason(), key);
            assertTrue(results.book().get(key).interval().isEmpty(), key);
        }
        assertEquals(0, results.book().get("cases.closed_after_due").n(), "nor is it told by its n");
        for (String key : List.of("PF3.1", "PF3.2", "P3.4", "PF3.3")) {
            assertEquals(List.of(), results.book().table(key).orElseThrow().rows(), key);
        }
        assertEquals("small_cell", row(results, "control_unit_month", 0).get(8));
        assertEquals("small_cell", row(results, "control_unit_month", 0).get(10));
        assertEquals(4, number(results, "cases.closed"));
        assertEquals(2, number(results, "cases.open_overdue"), "a duty is told");
    }

    /** 20 of type a and 7 of b in the north, 2 of a and 9 of c in the south; 2 are too few, and 7 are withheld with them. */
    private static final String DISTRICTS =
            made("a", "n", 20) + made("b", "n", 7) + made("a", "s", 2) + made("c", "s", 9);

    private static String made(String type, String district, int many) {
        return IntStream.range(0, many)
                .mapToObj(
                        i -> type + district + i + ",2026-01-01,2026-01-0" + (2 + i % 5) + "," + type + "," + district)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void typesWithinADistrictAreWithheldWhenFew() {
        String south = "number,received,closed,type,district\n"
                + DISTRICTS.lines().filter(row -> row.endsWith(",s")).collect(Collectors.joining("\n"));
        CaseResults results = picked(south, Set.of(CaseField.DISTRICT));
        assertEquals(List.of("c", "small_cell"), row(results, "by_type", 0));
        assertEquals(List.of("a", "small_cell"), row(results, "by_type", 1));
        assertEquals("small_cell", row(results, "P1.1", 0).get(1));
        assertEquals(
                List.of(),
                results.book().table("control_type_month").orElseThrow().rows());
        assertEquals(List.of("s", "11"), row(results, "by_district", 0));
    }

    @Test
    void districtsWithinATypeAreWithheldWhenFew() {
        String ofA = "number,received,closed,type,district\n"
                + DISTRICTS.lines().filter(row -> row.startsWith("a")).collect(Collectors.joining("\n"));
        CaseResults results = picked(ofA, Set.of(CaseField.TYPE));
        assertEquals(List.of("n", "small_cell"), row(results, "by_district", 0));
        assertEquals(List.of("s", "small_cell"), row(results, "by_district", 1));
        assertEquals("small_cell", row(results, "P2.1", 1).get(3));
        ResultTable rates = results.book().table("P2.3").orElseThrow();
        assertTrue(rates.isWithheld("rate") && !rates.isWithheld("residents"));
        assertEquals(List.of("a", "22"), row(results, "by_type", 0));
    }

    /** 20 of a in the north are withheld with 2 of them in the south: no other table may tell them. */
    @Test
    void theFrequentTypesOfADistrictAreNotToldOfPickedCases() {
        String all = "number,received,closed,type,district\n" + DISTRICTS;
        String ofA = "number,received,closed,type,district\n"
                + DISTRICTS.lines().filter(row -> row.startsWith("a")).collect(Collectors.joining("\n"));
        assertEquals(List.of("n", "a", "20"), row(picked(all, Set.of()), "P2.2", 0));
        for (CaseField field : List.of(CaseField.TYPE, CaseField.DISTRICT, CaseField.CHANNEL)) {
            assertEquals(
                    List.of(),
                    picked(ofA, Set.of(field))
                            .book()
                            .table("P2.2")
                            .orElseThrow()
                            .rows());
        }
    }

    /** How many came is told of every district; what became of three of them is not. */
    @Test
    void outcomesOfADistrictAreWithheldWhenFew() {
        String csv =
                "number,received,closed,type,district\n" + made("a", "n", 20) + made("a", "m", 9) + made("a", "s", 3);
        CaseResults results = picked(csv, Set.of());
        assertEquals(List.of("s", "3"), row(results, "by_district", 2));
        assertEquals("small_cell", row(results, "P2.1", 2).get(3));
        assertEquals("small_cell", row(results, "P2.1", 1).get(3), "else it is found by subtraction");
        assertEquals("20", row(results, "P2.1", 0).get(3));
        assertEquals(List.of("a", "32"), row(results, "by_type", 0));
    }

    @Test
    void withoutClosedCasesThereIsNoMedian() {
        CaseResults results = results("number,received\n1,2026-01-01\n2,2026-01-05\n");
        assertEquals(
                Optional.of(Reason.NO_DATA),
                results.book().get("response.median_days").reason());
        assertEquals(
                Optional.of(Reason.NO_DATA),
                results.book().get("response.km_median_days").reason());
    }

    /**
     * Thrice closed after 1, 3 and 10 days and open for 20: median of the closed 3; of twelve at risk the curve is .75, .5, .25, so
     * half are closed between day 3 and day 10: 6.5.
     */
    @Test
    void openCasesMoveTheMedian() {
        CaseResults results = results("""
                number,received,due,closed,type
                1,2026-01-01,2026-01-04,2026-01-02,a
                2,2026-01-01,2026-01-03,2026-01-04,a
                3,2026-01-11,,2026-01-21,b
                4,2026-01-01,2026-01-08,,
                5,2026-01-01,2026-01-04,2026-01-02,a
                6,2026-01-01,2026-01-03,2026-01-04,a
                7,2026-01-11,,2026-01-21,b
                8,2026-01-01,2026-01-08,,
                9,2026-01-01,2026-01-04,2026-01-02,a
                10,2026-01-01,2026-01-03,2026-01-04,a
                11,2026-01-11,,2026-01-21,b
                12,2026-01-01,2026-01-08,,
                """);
        assertEquals(3, number(results, "response.median_days"));
        assertEquals(6.5, number(results, "response.km_median_days"));
        assertEquals(.5, number(results, "due.on_time_share"));
        assertEquals(3, number(results, "cases.open_overdue"));
        assertEquals(List.of("a", "6"), row(results, "by_type", 0));
        assertEquals(List.of("", "3"), row(results, "by_type", 1));
        assertEquals(List.of("2026-01", "12"), row(results, "by_month", 0));
    }

    /** Where only the day of closing is known, a case closed on the day of its receipt took 0 days; one closed the day before none. */
    @Test
    void aDayThatIsTheDayOfReceiptIsNoTime() {
        CaseResults results = results("""
                number,received,closed
                1,2026-01-05 10:00,2026-01-05
                2,2026-01-05 11:00,2026-01-05
                3,2026-01-05 12:00,2026-01-05
                4,2026-01-05 10:00,2026-01-06 10:00
                5,2026-01-05 10:00,2026-01-06 10:00
                6,2026-01-05 10:00,2026-01-04
                """);
        assertEquals(5, results.book().get("response.median_days").n());
        assertEquals(0, number(results, "response.median_days"));
        assertEquals(.4, number(results, "response.mean_days"), 1e-12);
        assertEquals(List.of("closed_before_received", "1", "7"), row(results, "notes", 0));
    }

    /** Open at the end of January: received on the 1st (30 days old, 31 with its own) and on the 20th (12 days old). */
    @Test
    void backlogIsCountedAtMonthEndsByAge() {
        CaseResults results = results("""
                number,received,closed
                1,2026-01-01,2026-02-10
                2,2026-01-20,
                3,2026-01-05,2026-01-31
                4,2026-03-02,2026-03-03
                """);
        assertEquals(List.of("2026-01", "0", "1", "0", "1", "2"), row(results, "P3.3", 0));
        assertEquals(List.of("2026-02", "0", "0", "0", "1", "1"), row(results, "P3.3", 1));
        assertEquals(2, results.book().table("P3.3").orElseThrow().rows().size(), "March is not over");
        assertEquals(List.of("2026-02", "0", "1", "-1"), row(results, "P1.2", 1));
    }

    /** 2 of 4 late in January, 0 of 4 in February: p̄ = .25, χ² = 2·(2 − 1)²/(4·.25·.75) = 8/3, 1 df. */
    @Test
    void monthsThatVaryAreTested() {
        StringBuilder csv = new StringBuilder("number,received,due,closed\n");
        for (int i = 0; i < 8; i++) {
            String month = i < 4 ? "2026-01" : "2026-02";
            csv.append(i).append(',').append(month).append("-01,").append(month).append(i < 2 ? "-02," : "-09,");
            csv.append(month).append("-05\n");
        }
        CaseResults results = results(csv.toString());
        assertEquals(.1025, number(results, "due.dispersion_p"), 5e-5); // pchisq(8/3, 1, lower.tail = FALSE)
        assertEquals(List.of("2026-01", "4", "0.5", "", ""), row(results, "PF3.3", 0));
    }

    @Test
    void weeksBeginOnMonday() {
        LocalDate sunday = LocalDate.of(2026, 11, 22);
        assertEquals(LocalDate.of(2026, 11, 16), WeekCounts.monday(WeekCounts.weekOf(sunday)));
        assertEquals(sunday.plusDays(1), WeekCounts.monday(WeekCounts.weekOf(sunday.plusDays(1))));
    }

    /** One case of a type a week, then nine in one week: red once, for the one type is all there is. The last week must be whole. */
    @Test
    void aSurgeIsFoundInAWholeWeek() {
        StringBuilder csv = new StringBuilder("number,received,type\n");
        LocalDate monday = LocalDate.of(2026, 1, 5);
        for (int week = 0; week < 15; week++) {
            for (int n = 0; n < (week == 14 ? 9 : 1 + week % 2); n++) {
                csv.append(week * 100 + n)
                        .append(',')
                        .append(monday.plusWeeks(week))
                        .append(",lamp\n");
            }
        }
        CaseResults broken = results(csv.toString());
        assertEquals(List.of("red", "0"), row(broken, "P5.1", 1));
        csv.append("9999,").append(monday.plusWeeks(15)).append(",lamp\n");
        CaseResults whole = results(csv.toString());
        assertEquals(List.of("red", "1"), row(whole, "P5.1", 1));
        assertEquals(
                List.of("2026-04-13", "", "", "red", "9"), row(whole, "P5.2", 0).subList(0, 5));
        assertEquals(14, whole.book().table("PF5.1").orElseThrow().rows().size());
    }

    @Test
    void groupsUnderThirtyAreNotCompared() {
        StringBuilder csv = new StringBuilder("number,received,due,closed,channel\n");
        for (int i = 0; i < 59; i++) {
            csv.append(i)
                    .append(",2026-01-01,2026-01-05,2026-01-0")
                    .append(i % 5 + 2)
                    .append(i < 30 ? ",web\n" : ",desk\n");
        }
        CaseResults results = results(csv.toString());
        ResultTable fairness = results.book().table("P8.1").orElseThrow();
        assertEquals(1, fairness.rows().size());
        assertEquals("web", fairness.text(0, "value"));
        assertTrue(fairness.number(0, "lower") < fairness.number(0, "share"));
        assertFalse(results.book().table("P1.3").orElseThrow().rows().isEmpty());
    }

    /** Received in January and closed in February, open all the time, closed nobody knows when; counted by hand. */
    @Test
    void controlTablesCarryWhatIsOpenFromPeriodToPeriod() {
        CaseResults results = results("""
                number,received,due,closed,unit,status
                1,2026-01-05,2026-01-20,2026-02-10,a,x
                2,2026-01-20,,,a,x
                3,2026-03-02,2026-03-09,2026-03-03,a,x
                4,2026-04-02,,2026-04-03,b,x
                5,2026-06-01,2026-06-09,2026-06-02,z,x
                6,2026-06-01,2026-06-09,2026-06-02,z,x
                7,2026-06-01,2026-06-09,2026-06-02,z,x
                """);
        assertEquals(
                List.of("2026-01", "a", "0", "2", "0", "0", "2", "0", "0", "", "0"),
                row(results, "control_unit_month", 0));
        assertEquals(
                List.of("2026-02", "a", "2", "0", "1", "0", "1", "1", "0", "", "1"),
                row(results, "control_unit_month", 1));
        assertEquals(
                List.of("2026-Q1", "a", "0", "3", "2", "0", "1", "2", "1", "", "1"),
                row(results, "control_unit_quarter", 0));
        assertEquals(
                List.of("2026-Q2", "b", "0", "1", "1", "0", "0", "0", "0", "", "0"),
                row(results, "control_unit_quarter", 2));
        assertEquals(
                4,
                results.book()
                        .table("control_unit_quarter")
                        .orElseThrow()
                        .rows()
                        .size());
    }

    /** Two cases over the counter are too few; with them the next smallest is withheld, or subtraction would tell. */
    @Test
    void groupsUnderFiveAreWithheldWithAnother() {
        StringBuilder csv = new StringBuilder("number,received,closed,channel\n");
        for (int i = 0; i < 30; i++) {
            csv.append(i)
                    .append(",2026-01-01,2026-01-0")
                    .append(2 + i % 5)
                    .append(i < 2 ? ",desk\n" : i < 10 ? ",phone\n" : ",web\n");
        }
        CaseResults results = results(csv.toString());
        assertEquals(List.of("channel", "web", "20", "3.0", "4.0", "5.0"), row(results, "P8.2", 0));
        assertEquals(
                List.of("channel", "phone", "small_cell", "small_cell", "small_cell", "small_cell"),
                row(results, "P8.2", 1));
        assertEquals("small_cell", row(results, "P8.2", 2).get(2));
    }
}
