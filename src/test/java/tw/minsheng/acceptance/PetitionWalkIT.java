package tw.minsheng.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import tw.minsheng.calendar.ProductCalendar;
import tw.minsheng.notify.PostOffice;

/**
 * P2: one case from the citizen's form over the survey after closing to its second round, in a real browser without scripts,
 * with a real mail server; petitioner, handler and head in turn. The survey comes at once here; that its delay is kept is
 * shown where the clock is the test's.
 */
class PetitionWalkIT {

    private static final Pattern LINK = Pattern.compile("http://\\S+(/petition/confirm/[A-Za-z0-9_-]{43})");
    private static final Pattern INVITED = Pattern.compile("http://\\S+(/s/kcg-after-closing/i/[A-Za-z0-9_-]+)");
    private static final String ASK = "main form button.go";
    private static final PostOffice OFFICE = new PostOffice().open();

    private static final Path SURVEYS = surveys();

    private static final ServedProduct PRODUCT = new ServedProduct(
                    "--demo",
                    "--surveys",
                    SURVEYS.toString(),
                    "--smtp",
                    "smtp+plain://127.0.0.1:" + OFFICE.address().port(),
                    "--mail-from",
                    "notice@example.org")
            .unlimited();

    @RegisterExtension
    static final Chromium BROWSER = new Chromium(PRODUCT);

    private String number = "";
    private String code = "";

    @AfterAll
    static void close() {
        OFFICE.close();
    }

    /** The shipped surveys, with the one after closing published and asked without delay. */
    private static Path surveys() {
        try {
            Path folder = Files.createTempDirectory("surveys");
            try (Stream<Path> all = Files.walk(Path.of("surveys"))) {
                for (Path each : all.toList()) {
                    Path to = folder.resolve(Path.of("surveys").relativize(each));
                    if (Files.isDirectory(each)) {
                        Files.createDirectories(to);
                    } else {
                        Files.copy(each, to);
                    }
                }
            }
            Path plan = folder.resolve("after-closing.yaml");
            Files.writeString(
                    plan,
                    Files.readString(plan)
                            .replace("delayDays: 3", "delayDays: 0")
                            .replaceFirst("since: [0-9-]+", "since: 2026-01-01"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aCaseGoesItsWholeWay() throws Exception {
        Product.Run published = Product.run(
                "survey",
                "publish",
                SURVEYS.resolve("kcg/after-closing").toString(),
                "--by",
                "研考會",
                "--accept",
                "L32=有填答的人不代表所有陳情人，以上下界呈現");
        assertEquals(0, published.exit(), published.err());
        BROWSER.sized(1280, 900).scripts(false);
        send();
        assertEquals("待確認", standing());
        confirm();
        assertEquals("已收件", standing());

        as("head");
        act("assign", "unit", "kcg-pwb", "handler", "demo-handler");
        as("handler");
        act("start");
        act("ask", "question", "請告訴我們是哪一盞路燈", "channel", "phone");
        assertTrue(standing().startsWith("待您補正"));
        assertTrue(seen().contains("請告訴我們是哪一盞路燈"));
        as("handler");
        act("resume", "answer", "路口東側第二盞");
        assertEquals("處理中", standing());

        as("head");
        LocalDate until = ProductCalendar.read()
                .days()
                .onOrAfter(LocalDate.now(ZoneId.of("Asia/Taipei")).plusDays(13));
        act(
                "extend",
                "until",
                until.toString(),
                "reason",
                "燈具缺料",
                "progress",
                "已向廠商訂料",
                "approver",
                "agency_head",
                "channel",
                "phone",
                "document",
                "工養字第1號");
        assertTrue(standing().equals("處理中") && seen().contains("燈具缺料"), seen());

        as("handler");
        reply("路燈已於今日修復");
        assertFalse(seenBy("petitioner").contains("路燈已於今日修復"), "nothing is told before it is approved");
        as("head");
        act("approve");
        assertEquals("已答復結案", standing());
        assertTrue(seen().contains("路燈已於今日修復"));

        answerTheSurvey();
        assertEquals("已答復結案", standing());
        BROWSER.driver().findElement(By.name("reason")).sendKeys("昨晚又熄了");
        BROWSER.press("button[value=reopen]");
        assertTrue(seen().contains("重啟"), seen());
        as("handler");
        act("start");
        reply("已更換安定器");
        as("head");
        act("approve");
        assertEquals("已答復結案", standing());
        assertTrue(seen().contains("已更換安定器"));
        everyTransitionHasItsEvent();
    }

    private void send() {
        BROWSER.driver().manage().deleteAllCookies();
        BROWSER.open("/petition?lang=zh-TW");
        pick("input[value=repair]");
        pick("input[value=street-light]");
        type(BROWSER.driver().findElement(By.name("text")), "路口的路燈不亮");
        type(BROWSER.driver().findElement(By.name("email")), "petitioner@example.org");
        BROWSER.press("#petition button[value=finish]");
        number = BROWSER.driver().findElement(By.id("receipt")).getText();
        code = BROWSER.driver().findElement(By.id("code")).getText();
    }

    private static void pick(String css) {
        BROWSER.driver().findElement(By.cssSelector(css)).click();
    }

    /** By the link in the mail. */
    private static void confirm() throws InterruptedException {
        BROWSER.open(mailed(LINK));
        BROWSER.press(ASK);
    }

    /** The link of the first mail that has one of these. */
    private static String mailed(Pattern pattern) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (System.nanoTime() < end) {
            for (MimeMessage mail : OFFICE.taken()) {
                Matcher link = pattern.matcher(PostOffice.text(mail));
                if (link.find()) {
                    return link.group(1);
                }
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no mail came with " + pattern);
    }

    /** By the link in the mail, without signing in; the link is spent afterwards. */
    private static void answerTheSurvey() throws InterruptedException {
        BROWSER.driver().manage().deleteAllCookies();
        String link = mailed(INVITED) + "?lang=zh-TW";
        BROWSER.open(link);
        BROWSER.press(ASK);
        for (String answers : List.of("attitude=5 speed=4 clarity=4", "result=2", "wish_again=no", "")) {
            for (String answer : answers.isEmpty() ? new String[0] : answers.split(" ", -1)) {
                String[] named = answer.split("=", -1);
                pick("input[name='" + named[0] + "'][value='" + named[1] + "']");
            }
            BROWSER.press("main form button.go[value=next]");
        }
        BROWSER.press("main form button.go[value=finish]");
        assertTrue(seen().contains("謝謝您"), seen());
        BROWSER.driver().manage().deleteAllCookies();
        BROWSER.open(link);
        assertTrue(seen().contains("已經"), seen());
    }

    /** What the petitioner reads of its state. */
    private String standing() {
        BROWSER.driver().manage().deleteAllCookies();
        BROWSER.open("/case?lang=zh-TW");
        type(BROWSER.driver().findElement(By.name("number")), number);
        type(BROWSER.driver().findElement(By.name("code")), code);
        BROWSER.press(ASK);
        return BROWSER.driver().findElement(By.id("state")).getText();
    }

    private String seenBy(String who) {
        assertEquals("petitioner", who);
        standing();
        return seen();
    }

    private static String seen() {
        return BROWSER.driver().findElement(By.id("main")).getText();
    }

    private void as(String role) {
        DemoStaff staff = DemoStaff.of(PRODUCT.product(), role);
        BROWSER.driver().manage().deleteAllCookies();
        BROWSER.open("/login?lang=zh-TW");
        type(BROWSER.driver().findElement(By.name("name")), staff.name());
        type(BROWSER.driver().findElement(By.name("password")), staff.password());
        BROWSER.press("main form button.go");
    }

    private void reply(String text) {
        act(
                "propose",
                "outcome",
                "solved",
                "text",
                text,
                "ground",
                "本局路燈維護要點",
                "nextStep",
                "如再熄滅請來電",
                "contactName",
                "路燈股",
                "contactPhone",
                "07-3368333");
    }

    /** One step on the page of the case, by its form. */
    private void act(String act, String... namesAndValues) {
        BROWSER.open("/agency/cases/" + number + "?lang=zh-TW");
        WebElement panel = BROWSER.driver().findElement(By.id("do-" + act));
        if (panel.getAttribute("open") == null) {
            panel.findElement(By.tagName("summary")).click();
        }
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fill(panel.findElement(By.name(namesAndValues[i])), namesAndValues[i + 1]);
        }
        BROWSER.press("#do-" + act + " button.go");
        assertTrue(
                BROWSER.driver().findElements(By.cssSelector("[role=alert]")).isEmpty(),
                () -> act + ": " + BROWSER.driver().findElement(By.id("main")).getText());
    }

    private static void fill(WebElement field, String value) {
        if (field.getTagName().equals("select")) {
            new Select(field).selectByValue(value);
        } else if (field.getAttribute("type").equals("date")) {
            // typing into a date field depends on the language of the browser
            BROWSER.driver().executeScript("arguments[0].value = arguments[1]", field, value);
        } else {
            type(field, value);
        }
    }

    private static void type(WebElement field, String value) {
        field.clear();
        field.sendKeys(value);
    }

    /** In the database: as many events as revisions, each beginning where the one before had ended. */
    private static void everyTransitionHasItsEvent() throws IOException, SQLException {
        Properties server = new Properties();
        try (InputStream in = Files.newInputStream(PRODUCT.data().resolve("connection"))) {
            server.load(in);
        }
        String url = "jdbc:postgresql://" + server.getProperty("host") + ":" + server.getProperty("port") + "/"
                + server.getProperty("database");
        try (Connection connection =
                        DriverManager.getConnection(url, server.getProperty("user"), server.getProperty("secret"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select c.no, c.state, c.revision, count(e.*) as events,
                          (array_agg(e.to_state order by e.number desc))[1] as reached,
                          bool_and(e.number = 1 or e.from_state = (
                            select b.to_state from case_event b where b.no = e.no and b.number = e.number - 1)) as chained
                        from petition_case c left join case_event e on e.no = c.no group by c.no""")) {
            List<String> wrong = new ArrayList<>();
            int cases = 0;
            while (rows.next()) {
                cases++;
                boolean right = rows.getInt("revision") == rows.getInt("events")
                        && rows.getString("state").equals(rows.getString("reached"))
                        && rows.getBoolean("chained");
                if (!right) {
                    wrong.add(rows.getString("no") + " " + rows.getString("state"));
                }
            }
            assertEquals(List.of(), wrong);
            assertEquals(1, cases);
        }
    }
}
