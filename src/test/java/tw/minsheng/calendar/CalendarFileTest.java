package tw.minsheng.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Problem;
import tw.minsheng.kernel.Texts;

class CalendarFileTest {

    private static final String YEARLY = "西元日期,星期,是否放假,備註\n";
    private static final Charset BIG5 = Charset.forName("MS950");

    private static OfficeCalendar read(byte[] bytes) {
        try {
            return CalendarFile.read("c.csv", new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static OfficeCalendar read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Problem refused(String text) {
        Problem problem = assertThrows(Problem.class, () -> read(text));
        Texts words = Texts.of(OfficeCalendar.class);
        problem.faults().stream()
                .filter(fault -> fault.code().startsWith("calendar."))
                .forEach(fault -> {
                    String sentence = words.text(Language.ZH_TW, fault.code(), fault.args());
                    assertFalse(sentence.contains("{"), sentence);
                    assertTrue(sentence.contains("c.csv 第 "), sentence);
                });
        return problem;
    }

    private static List<String> faults(String text) {
        return refused(text).faults().stream()
                .map(fault -> fault.place() + " " + fault.code())
                .toList();
    }

    @Test
    void anotherHeaderIsRefusedAndBothLayoutsAreNamed() {
        Problem problem = refused("Date,Kind\n2026-01-01,off\n");
        assertEquals("calendar.layout", problem.code());
        String words = Texts.of(OfficeCalendar.class).text(Language.ZH_TW, problem.code(), problem.args());
        assertTrue(words.contains("date,kind,name") && words.contains("西元日期,星期,是否放假,備註"), words);
        assertEquals("calendar.layout", refused("").code());
    }

    @Test
    void headerAloneIsNoCalendar() {
        assertEquals("calendar.no_rows", refused("date,kind,name\n").code());
        assertEquals("calendar.no_rows", refused(YEARLY).code());
    }

    @Test
    void everyFaultOfOwnLayoutIsNamedAtOnce() {
        assertEquals(
                List.of(
                        "c.csv:2 calendar.date",
                        "c.csv:3 calendar.kind",
                        "c.csv:5 calendar.doubled",
                        "c.csv:6 calendar.date",
                        "c.csv:7 calendar.year_missing"),
                faults("""
                        date,kind,name
                        2026-02-30,off,x
                        2026-01-02,free,x
                        2026-01-01,off,x
                        2026-01-01,off,x
                        20260103,off,x
                        2028-01-03,off,x
                        """));
    }

    @Test
    void everyFaultOfAYearlyFileIsNamedAtOnce() {
        assertEquals(
                List.of(
                        "c.csv:3 calendar.flag",
                        "c.csv:4 calendar.weekday",
                        "c.csv:5 calendar.doubled",
                        "c.csv:6 calendar.date",
                        "c.csv:7 calendar.gap"),
                faults(YEARLY + """
                        20260101,四,2,開國紀念日
                        20260102,五,1,
                        20260103,五,2,
                        20260103,六,2,
                        2026-01-04,日,2,
                        20260105,一,0,
                        """));
    }

    @Test
    void aGapIsNamedWithItsDays() {
        Fault gap = refused(YEARLY + "20260101,四,2,\n20260105,一,0,\n").faults().get(0);
        assertEquals("2026-01-02", gap.args().get("from"));
        assertEquals("2026-01-04", gap.args().get("until"));
    }

    @Test
    void raggedRowHidesNoFaultBeforeIt() {
        assertEquals(
                List.of("c.csv:2 calendar.kind", "c.csv csv.ragged"),
                faults("date,kind,name\n2026-01-01,holiday,x\n2026-01-02,off\n"));
    }

    @Test
    void neitherUtf8NorBig5IsRefused() {
        byte[] latin = "date,kind,name\n2026-01-01,off,\u00ff\n".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(
                "csv.not_utf8", assertThrows(Problem.class, () -> read(latin)).code());
    }

    @Test
    void fileThatIsNoCalendarBySizeIsRefused() {
        byte[] large = new byte[1_000_001];
        assertEquals(
                "calendar.too_large",
                assertThrows(Problem.class, () -> read(large)).code());
    }

    @Test
    void calendarsThatDoNotJoinAreRefused() {
        OfficeCalendar late = read("date,kind,name\n2029-01-01,off,開國紀念日\n");
        Problem problem =
                assertThrows(Problem.class, () -> ProductCalendar.read().with(late));
        assertEquals("calendar.apart", problem.code());
    }

    /** As published: UTF-8 with a mark for some years, Big5 for others. */
    @Test
    void yearlyFileIsReadInUtf8AndInBig5() {
        String text = yearly(ProductCalendar.read(), 2026);
        OfficeCalendar utf8 = read("\uFEFF" + text);
        OfficeCalendar big5 = read(text.getBytes(BIG5));
        assertEquals(utf8.version(), big5.version());
        assertEquals(LocalDate.of(2026, 1, 1), big5.coversFrom());
        assertEquals(LocalDate.of(2026, 12, 31), big5.coversUntil());
        assertEquals(
                "農曆除夕", big5.exception(LocalDate.of(2026, 2, 16)).orElseThrow().name());
    }

    /** The year as the data set lists it, every day in a row. */
    private static String yearly(OfficeCalendar calendar, int year) {
        OfficeDays days = calendar.days();
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .map(day -> String.format(
                        "%tY%<tm%<td,%s,%s,%s",
                        day,
                        "一二三四五六日".charAt(day.getDayOfWeek().getValue() - 1),
                        days.isWorking(day) ? "0" : "2",
                        calendar.exception(day).map(ExceptionDay::name).orElse("")))
                .collect(Collectors.joining("\n", YEARLY, "\n"));
    }

    @Test
    void theSameYearAgainChangesNothingButTheVersionFollowsTheContent() {
        OfficeCalendar product = ProductCalendar.read();
        OfficeCalendar again = product.with(read(yearly(product, 2026)));
        assertEquals(product.version(), again.version());
        OfficeCalendar changed =
                product.with(read(yearly(product, 2026).replace("20260105,一,0,", "20260105,一,2,臨時放假")));
        assertFalse(changed.days().isWorking(LocalDate.of(2026, 1, 5)));
        assertTrue(product.days().isWorking(LocalDate.of(2026, 1, 5)));
        assertFalse(product.version().equals(changed.version()));
    }

    @Test
    void nextYearMakesTheCalendarLonger() {
        OfficeCalendar product = ProductCalendar.read();
        OfficeCalendar longer = product.with(read("date,kind,name\n2028-01-03,off,補假\n"));
        assertEquals(LocalDate.of(2017, 1, 1), longer.coversFrom());
        assertEquals(LocalDate.of(2028, 12, 31), longer.coversUntil());
        assertTrue(product.endsSoon(LocalDate.of(2027, 10, 2)));
        assertFalse(product.endsSoon(LocalDate.of(2027, 10, 1)));
        assertFalse(longer.endsSoon(LocalDate.of(2027, 10, 2)));
    }

    /** 2005-10-10 is the case of the specification: the exceptions of one year cover that year. */
    @Test
    void exceptionsCoverTheirWholeYears() {
        OfficeCalendar calendar = read("date,kind,name\r\n2005-10-10,off,國慶日\r\n");
        assertEquals(LocalDate.of(2005, 1, 1), calendar.coversFrom());
        assertEquals(LocalDate.of(2005, 12, 31), calendar.coversUntil());
        assertFalse(calendar.days().isWorking(LocalDate.of(2005, 10, 10)));
    }

    /** 179 is the number of lines of the source without its header. */
    @Test
    void productKnowsTheDaysOf2017To2027() {
        OfficeCalendar product = ProductCalendar.read();
        OfficeDays days = product.days();
        assertEquals(LocalDate.of(2017, 1, 1), product.coversFrom());
        assertEquals(LocalDate.of(2027, 12, 31), product.coversUntil());
        assertEquals(179, product.exceptions().size());
        assertFalse(days.isWorking(LocalDate.of(2026, 2, 17)));
        assertFalse(days.isWorking(LocalDate.of(2025, 9, 29)));
        assertTrue(days.isWorking(LocalDate.of(2025, 2, 8)));
        assertTrue(product.exceptions().stream().allMatch(ExceptionDay::isUnusual));
    }

    @Test
    void productHasTheFactsOfTheSource() throws IOException {
        String folder = System.getProperty("data.dir", "");
        assumeTrue(!folder.isEmpty(), "no -Ddata.dir: the source is not here");
        Path source = Path.of(folder, "taiwan-office-calendar", "exceptions-2017-2027.csv");
        assertEquals(
                read(Files.readAllBytes(source)).version(),
                ProductCalendar.read().version());
    }
}
