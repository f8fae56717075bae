package tw.minsheng.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.minsheng.calendar.ProductCalendar;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Language;
import tw.minsheng.notify.Channel;
import tw.minsheng.notify.NoticeTemplates;
import tw.minsheng.notify.Outbox;
import tw.minsheng.notify.Wording;
import tw.minsheng.petition.CaseDesk;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.petition.CaseSamples;
import tw.minsheng.petition.CaseStep;
import tw.minsheng.petition.CasesContract;
import tw.minsheng.petition.alert.AlertDesk;
import tw.minsheng.petition.alert.Alerts;
import tw.minsheng.petition.deadline.CitizenNotice;
import tw.minsheng.petition.deadline.DeadlineRules;

/** Reminders on a real PostgreSQL. The case is due on Monday, 30 November 2026; a week without holidays comes before. */
class PgAlertsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");
    private static final Act OWN = new Act("handler", "kcg-pwb", CaseSamples.ACT.at());

    private PgAlerts alerts;
    private PgAlertPost post;
    private PgCases cases;

    @BeforeEach
    void open() {
        DATABASE.run(
                "truncate petition_case, alert_line, alert_mail, alert_address, case_alert, agency, account cascade");
        DATABASE.run("insert into agency (key, parent, name) values ('kcg', '', '{}'), ('kcg-pwb', 'kcg', '{}')");
        List.of("handler:handler:kcg-pwb", "deputy:handler:kcg-pwb", "head:head:kcg-pwb", "control:control:kcg")
                .forEach(each -> account(each.split(":", -1)));
        alerts = new PgAlerts(DATABASE.database());
        post = new PgAlertPost(DATABASE.database());
        cases = new PgCases(DATABASE.database(), new GroupCommit(DATABASE.vertx(), DATABASE.database()));
    }

    private void account(String[] of) {
        DATABASE.run("insert into account (name, roles, agency, state, until_at, opened_at, used_at, hash, change_due)"
                + " values ('" + of[0] + "', '{" + of[1] + "}', '" + of[2]
                + "', 'active', '9999-12-31', now(), now(), '', false)");
        Alerts.Address address = new Alerts.Address(of[0] + "@example.org", Language.ZH_TW);
        TestDatabase.await(new PgAlerts(DATABASE.database()).address(of[0], address, OWN));
    }

    private CaseFile held(String handler) {
        CaseNumber number = TestDatabase.await(cases.open(CasesContract.entry(
                        UUID.randomUUID().toString(), tw.minsheng.petition.Channel.COUNTER, List.of())))
                .number();
        CaseFile file = TestDatabase.await(cases.find(number));
        return TestDatabase.await(
                cases.write(file.after(new CaseStep.Assign("kcg-pwb", handler), CaseSamples.ACT), CasesContract.DUE));
    }

    private AlertDesk desk(String moment) {
        Clock clock = Clock.fixed(LocalDateTime.parse(moment).atZone(TAIPEI).toInstant(), TAIPEI);
        CaseDesk desk = new CaseDesk(
                CaseSamples::catalogue,
                cases,
                district -> ProductCalendar.read().days(),
                clock,
                TAIPEI);
        return new AlertDesk(CaseSamples::catalogue, desk, alerts, () -> "https://survey.example.org", clock);
    }

    private int worked(String moment) {
        return TestDatabase.await(desk(moment).work());
    }

    private Optional<Outbox.Claim> mail() {
        return TestDatabase.await(post.claim(Set.of(Channel.MAIL), Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-25T07:59", "2026-11-25T12:30", "2026-11-25T17:30", "2026-11-28T10:00"})
    void nobodyIsRemindedAtNightAtNoonOrOnASaturday(String moment) {
        held("handler");
        assertEquals(0, worked(moment));
        assertEquals(0, DATABASE.number("select count(*) from case_alert"));
    }

    @Test
    void eachStepIsToldOnceToWhomItConcerns() {
        CaseFile file = held("handler");
        assertEquals(0, worked("2026-11-24T17:00"));
        assertEquals(1, worked("2026-11-25T09:00"));
        assertEquals("handler@example.org", mail().orElseThrow().notice().address());
        assertEquals(0, worked("2026-11-25T09:05"));
        assertEquals(0, worked("2026-11-26T09:05"));
        assertEquals(2, worked("2026-11-27T09:00"), "the head, too");
        assertEquals(1, worked("2026-11-30T09:00"));
        assertEquals(1, worked("2026-12-01T09:00"), "the head");
        assertEquals(1, worked("2026-12-03T09:00"), "the control office of the next agency above");
        assertEquals(1, worked("2026-12-10T09:00"), "weekly");
        assertEquals(
                7,
                DATABASE.number("select count(*) from alert_line where no = " + CaseRows.key(file.number())
                        + " and mail <> 0"));
    }

    @Test
    void manyCasesAreOneMailWithoutAWordOfThePetitioner() {
        held("handler");
        held("handler");
        CaseFile locked = held("handler");
        TestDatabase.await(cases.write(locked.lock(true, "家暴", CaseSamples.ACT), CasesContract.DUE));
        assertEquals(1, worked("2026-11-25T09:00"));
        Outbox.Claim claim = mail().orElseThrow();
        Wording said = NoticeTemplates.shipped().wording(claim.notice(), claim.number(), Map.of());
        assertEquals("3 件陳情的期限提醒", said.subject());
        assertTrue(said.text().contains(locked.number().text() + "　（內容鎖定）　期限 2026-11-30　還有 3 個工作日"), said.text());
        assertTrue(said.text().contains("https://survey.example.org/agency/cases"), said.text());
        for (String word : List.of("坑洞", "四維", "3368333")) {
            assertFalse(said.text().contains(word), said.text());
        }
        assertTrue(TestDatabase.await(post.sent(claim, said, "id")));
        assertEquals(Optional.empty(), mail());
    }

    @Test
    void whoStandsInIsRemindedAndAnInboxIsTheHeads() {
        held("handler");
        held("");
        DATABASE.run("insert into case_deputy values ('handler', 'deputy', '2026-11-20', '2026-11-30')");
        assertEquals(2, worked("2026-11-25T09:00"));
        assertEquals(
                "deputy head",
                DATABASE.text("select string_agg(distinct account, ' ' order by account) from alert_line"));
    }

    /** An old case that is imported, or a program that stood for a month, makes no storm. */
    @Test
    void aCaseThatIsLongOverdueIsToldByItsNewestStepAlone() {
        held("handler");
        assertEquals(3, worked("2027-01-15T10:00"));
        assertEquals(
                "control handler head",
                DATABASE.text("select string_agg(account, ' ' order by account) from alert_line"));
        assertEquals(1, DATABASE.number("select count(distinct step) from alert_line"));
        assertTrue(DATABASE.number("select count(*) from case_alert") > 6);
        assertEquals(0, worked("2027-01-15T10:05"));
    }

    @Test
    void whoEmptiesTheAddressGetsNoMoreMail() {
        held("handler");
        assertEquals(1, worked("2026-11-25T09:00"));
        TestDatabase.await(alerts.address("handler", new Alerts.Address("", Language.ZH_TW), OWN));
        assertEquals(Optional.empty(), mail());
        assertEquals(Optional.empty(), TestDatabase.await(alerts.address("handler")));
        assertEquals(1, worked("2026-11-27T09:00"), "the head only");
    }

    /** Both see the same lines; the second finds them taken. */
    @Test
    void twoNodesWriteOneMail() {
        held("handler");
        held("handler");
        assertEquals(1, worked("2026-11-25T09:00"));
        DATABASE.run("delete from alert_mail");
        DATABASE.run("update alert_line set mail = 0");
        Alerts.Waiting seen = TestDatabase.await(alerts.waiting(10)).get(0);
        assertEquals(2, seen.count());
        assertEquals(
                List.of(true, false),
                TestDatabase.await(Future.all(
                                new PgAlerts(DATABASE.database()).digest(seen, Map.of("a", "1")),
                                new PgAlerts(DATABASE.database()).digest(seen, Map.of("a", "1"))))
                        .<Boolean>list()
                        .stream()
                        .sorted(Comparator.reverseOrder())
                        .toList());
        assertEquals(1, DATABASE.number("select count(*) from alert_mail"));
    }

    @Test
    void mailThatWaitsGoesToTheNewAddress() {
        held("handler");
        assertEquals(1, worked("2026-11-25T09:00"));
        TestDatabase.await(alerts.address("handler", new Alerts.Address("new@example.org", Language.EN), OWN));
        assertEquals("new@example.org", mail().orElseThrow().notice().address());
    }

    @Test
    void remindersAreErasedAfterNinetyDays() {
        held("handler");
        assertEquals(1, worked("2026-11-25T09:00"));
        PgRetention retention = new PgRetention(DATABASE.database());
        Instant later = Instant.now().plus(Duration.ofDays(91));
        TestDatabase.await(retention.purge(later));
        assertEquals(1, DATABASE.number("select count(*) from alert_line"), "not sent yet");
        DATABASE.run("update alert_mail set state = 'sent'");
        TestDatabase.await(retention.purge(Instant.now().plus(Duration.ofDays(89))));
        assertEquals(1, DATABASE.number("select count(*) from alert_line"));
        TestDatabase.await(retention.purge(later));
        assertEquals(
                0,
                DATABASE.number("select count(*) from alert_line")
                        + DATABASE.number("select count(*) from alert_mail"));
        assertEquals(0, worked("2026-11-25T10:00"), "and nobody is reminded again");
    }

    /** What is asked after the due date stops nothing. */
    @Test
    void aQuestionThatComesTooLateSilencesNobody() {
        CaseFile file = held("handler");
        file = TestDatabase.await(
                cases.write(file.after(new CaseStep.Start("handler"), CaseSamples.ACT), CasesContract.DUE));
        LocalDateTime late = LocalDateTime.of(2026, 12, 2, 10, 0);
        CitizenNotice notice = new CitizenNotice(CitizenNotice.Channel.PHONE, late, "1");
        TestDatabase.await(cases.write(
                file.after(new CaseStep.Ask("請補照片", late, notice, DeadlineRules.DEFAULT), CaseSamples.ACT),
                CasesContract.DUE));
        assertEquals(3, worked("2026-12-03T09:00"));
        assertTrue(
                DATABASE.text("select string_agg(account, ' ') from alert_line").contains("control"));
    }

    @Test
    void whoMayNoLongerSignInIsNotToldAndTheHeadIs() {
        held("handler");
        DATABASE.run("update account set state = 'suspended' where name = 'handler'");
        assertEquals(1, worked("2026-11-25T09:00"));
        assertEquals("head@example.org", mail().orElseThrow().notice().address());
    }

    @Test
    void aCaseThatWaitsForThePetitionerRemindsNobody() {
        CaseFile file = held("handler");
        file = TestDatabase.await(
                cases.write(file.after(new CaseStep.Start("handler"), CaseSamples.ACT), CasesContract.DUE));
        TestDatabase.await(cases.write(
                file.after(CaseSamples.step(tw.minsheng.petition.Move.ASK), CaseSamples.ACT), CasesContract.DUE));
        assertEquals(0, worked("2026-11-27T09:00"));
    }
}
