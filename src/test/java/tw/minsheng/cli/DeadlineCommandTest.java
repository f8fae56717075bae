package tw.minsheng.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.minsheng.format.Json;
import tw.minsheng.format.Node;

class DeadlineCommandTest {

    @TempDir
    private Path home;

    private static Shell.Ran run(String received, String limit, String basis, String... more) {
        List<String> all =
                new ArrayList<>(List.of("deadline", "--received", received, "--limit", limit, "--basis", basis));
        all.addAll(List.of(more));
        return Shell.run(all.toArray(String[]::new));
    }

    private static Node json(Shell.Ran ran) {
        assertEquals(Exit.DONE, ran.code(), ran.err());
        return Json.read("out", ran.out().getBytes(StandardCharsets.UTF_8));
    }

    private Path file(String text, Charset charset) throws IOException {
        return Files.write(home.resolve("calendar.csv"), text.getBytes(charset));
    }

    @Test
    void wrongUsageIs2AndSaysWhatIsWanted() {
        assertEquals(Exit.USAGE, Shell.run("deadline").code());
        assertEquals(Exit.USAGE, run("2026-11-20", "0", "working-day").code());
        assertEquals(Exit.USAGE, run("2026-11-20", "10001", "hour").code());
        Shell.Ran date = run("2026-02-30", "6", "working-day");
        assertEquals(Exit.USAGE, date.code());
        assertTrue(date.err().startsWith("用法有誤：--received 的值「2026-02-30」不能使用；應為：YYYY-MM-DD[THH:MM]"), date.err());
        Shell.Ran basis = run("2026-11-20", "6", "weeks");
        assertEquals(Exit.USAGE, basis.code());
        assertTrue(basis.err().contains("應為：working-day | calendar-day | hour"), basis.err());
        assertEquals(Exit.USAGE, run("+12026-11-20", "6", "hour").code());
    }

    @Test
    void missingCalendarIs1() {
        Shell.Ran ran = run("2026-11-20", "6", "working-day", "--calendar", "nowhere.csv");
        assertEquals(Exit.FAULTS, ran.code());
        assertEquals("", ran.out());
        Shell.Ran empty = run("2026-11-20", "6", "working-day", "--calendar", "-");
        assertEquals(Exit.FAULTS, empty.code());
        assertTrue(empty.err().contains("date,kind,name"), empty.err());
    }

    @Test
    void faultsOfTheCalendarAre1WithTheirRows() throws IOException {
        Path bad = file("date,kind,name\n2005-10-10,free,國慶日\n2005-13-01,off,x\n", StandardCharsets.UTF_8);
        Shell.Ran ran = run("2005-10-07", "6", "working-day", "--calendar", bad.toString());
        assertEquals(Exit.FAULTS, ran.code());
        assertTrue(ran.err().contains("第 2 列") && ran.err().contains("第 3 列"), ran.err());
        assertTrue(ran.err().contains("放假請寫 off"), ran.err());
    }

    /** The example of interfaces.md. */
    @Test
    void exampleOfTheInterface() {
        Node json = json(run("2026-11-20", "6", "working-day", "--json"));
        assertEquals("2026-11-30", json.get("due").text());
        assertEquals("working-day", json.get("basis").text());
        assertEquals("2017-01-01", json.get("calendar").get("covers_from").text());
        assertEquals("2027-12-31", json.get("calendar").get("covers_until").text());
        assertTrue(json.get("calendar").get("version").text().startsWith("2017-2027/"));
        assertEquals("false", json.get("provisional").text());
        assertEquals(5, json.get("steps").elements().size());
    }

    /** The check values of petitions.md, section 4, with a calendar file that has 2005-10-10. */
    @Test
    void checkValuesWithACalendarFile() throws IOException {
        String file = file("date,kind,name\n2005-10-10,off,國慶日\n", StandardCharsets.UTF_8)
                .toString();
        Stream.of(
                        List.of("10", "calendar-day", "2005-10-17"),
                        List.of("6", "working-day", "2005-10-18"),
                        List.of("30", "working-day", "2005-11-21"),
                        List.of("30", "calendar-day", "2005-11-06"))
                .forEach(check -> {
                    Node json = json(run("2005-10-07", check.get(0), check.get(1), "--calendar", file, "--json"));
                    assertEquals(check.get(2), json.get("due").text());
                    assertEquals("false", json.get("provisional").text());
                });
    }

    @Test
    void yearlyFileInBig5IsACalendar() throws IOException {
        String file = file("""
                        西元日期,星期,是否放假,備註
                        20051007,五,0,
                        20051008,六,2,
                        20051009,日,2,
                        20051010,一,2,國慶日
                        20051011,二,0,
                        20051012,三,0,
                        """, Charset.forName("MS950")).toString();
        Node json = json(run("2005-10-07", "2", "working-day", "--calendar", file, "--json"));
        assertEquals("2005-10-12", json.get("due").text());
        assertEquals("false", json.get("provisional").text());
        assertEquals("2005-10-12", json.get("calendar").get("covers_until").text());
        assertEquals(
                "true",
                json(run("2005-10-07", "3", "working-day", "--calendar", file, "--json"))
                        .get("provisional")
                        .text());
    }

    @Test
    void outsideTheCalendarIsProvisional() {
        assertEquals(
                "true",
                json(run("2027-12-30", "6", "working-day", "--json"))
                        .get("provisional")
                        .text());
        assertTrue(run("2027-12-30", "6", "working-day").out().contains("暫算"));
    }

    @Test
    void textSaysTheSameInBothLanguages() {
        String chinese = run("2026-11-20", "6", "working-day").out();
        assertTrue(chinese.contains("應於 2026-11-30（星期一）前（含當日）辦結。"), chinese);
        String english = run("2026-11-20", "6", "working-day", "--lang", "en").out();
        assertTrue(english.contains("Due on 2026-11-30 (Monday), that day included."), english);
        assertEquals(chinese.lines().count(), english.lines().count());
    }

    @Test
    void hoursHaveAMomentOfTheirEnd() {
        assertEquals(
                "2026-11-21T14:30",
                json(run("2026-11-20T14:30", "24", "hour", "--json")).get("due").text());
        assertEquals(
                "2026-11-21T00:00",
                json(run("2026-11-20", "24", "hour", "--json")).get("due").text());
    }
}
