package tw.minsheng.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tw.minsheng.calendar.OfficeDays;
import tw.minsheng.calendar.ProductCalendar;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.notify.Channel;
import tw.minsheng.notify.MailCarrier;
import tw.minsheng.notify.NoticeLog;
import tw.minsheng.notify.NoticeTemplates;
import tw.minsheng.notify.PostOffice;
import tw.minsheng.notify.SendPolicy;
import tw.minsheng.notify.Sender;
import tw.minsheng.petition.CaseDesk;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.petition.CaseSamples;
import tw.minsheng.petition.Cases;
import tw.minsheng.petition.CasesContract;
import tw.minsheng.petition.Contact;
import tw.minsheng.petition.Petition;
import tw.minsheng.petition.State;
import tw.minsheng.petition.notice.CaseNotices;
import tw.minsheng.petition.notice.ConfirmDesk;
import tw.minsheng.petition.notice.ConfirmKeys;
import tw.minsheng.petition.notice.ConfirmOffer;
import tw.minsheng.petition.notice.TellingCases;

/** Confirmation by mail, from the outbox to the click, on a real database and a real mail server. */
class PgConfirmationsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");
    private static final Pattern LINK = Pattern.compile("https://example\\.org/petition/confirm/([A-Za-z0-9_-]{43})");

    private final ConfirmKeys keys = new ConfirmKeys(new byte[32], () -> "https://example.org");
    private final ConfirmOffer offer = new ConfirmOffer(keys, Set.of(Channel.MAIL), 3);
    private Cases cases;

    @BeforeEach
    void clean() {
        DATABASE.run("truncate notice, case_confirmation");
        DATABASE.run("update case_contact set email = ''");
        Database database = DATABASE.database();
        cases = new TellingCases(
                new PgCases(database, new GroupCommit(DATABASE.vertx(), database)),
                new CaseNotices(CaseSamples::catalogue, key -> LocalizedText.NONE, () -> "https://example.org", offer));
    }

    private ConfirmDesk desk(Duration later) {
        OfficeDays days = ProductCalendar.read().days();
        Clock clock = Clock.fixed(Instant.now().plus(later), TAIPEI);
        CaseDesk desk = new CaseDesk(CaseSamples::catalogue, cases, district -> days, clock, TAIPEI);
        return new ConfirmDesk(cases, desk, new PgConfirmations(DATABASE.database()), offer, clock);
    }

    private CaseNumber opened(String email) {
        Petition sample = CaseSamples.petition(tw.minsheng.petition.Channel.WEB);
        Petition petition = new Petition(
                sample.kind(),
                sample.type(),
                sample.text(),
                sample.place(),
                new Contact("路人", email, "07-3368333", ""),
                false,
                sample.language(),
                sample.channel(),
                "1");
        CaseFile.Opening opening = CaseFile.Opening.plain("kcg-pwb", petition, CaseSamples.time(), CaseSamples.ACT);
        Cases.Entry entry =
                new Cases.Entry(UUID.randomUUID().toString(), "mac", "code", 115, opening, CasesContract.DUE);
        return TestDatabase.await(cases.open(entry)).number();
    }

    private State state(CaseNumber number) {
        return TestDatabase.await(cases.find(number)).state();
    }

    @Test
    void theLinkInTheMailConfirmsAndStandsNowhereElse() {
        try (PostOffice office = new PostOffice().open()) {
            CaseNumber number = opened("p@example.org");
            send(office);
            Matcher link = LINK.matcher(PostOffice.text(office.taken().get(0)));
            assertTrue(link.find());
            String token = link.group(1);
            NoticeLog.Entry logged = TestDatabase.await(new PgNotices(DATABASE.database()).of(number.text()))
                    .get(0);
            assertFalse(logged.wording().text().contains(token));
            assertFalse(DATABASE.text("select string_agg(n::text || c::text, '') from notice n"
                            + " join case_confirmation c on c.no = n.no")
                    .contains(token));
            assertEquals(
                    Optional.empty(), TestDatabase.await(desk(Duration.ZERO).byLink("x".repeat(43))));
            assertEquals(
                    Optional.of(number), TestDatabase.await(desk(Duration.ZERO).byLink(token)));
            assertEquals(State.RECEIVED, state(number));
            send(office);
            assertEquals(2, office.taken().size());
            assertTrue(PostOffice.text(office.taken().get(1)).contains("已收件"));
        }
    }

    /** Three days after the mail went out, not after the petition came in. */
    @Test
    void onlyWhatWasAskedByMailExpires() {
        CaseNumber waits = opened("");
        CaseNumber unsent = opened("q@example.org");
        assertEquals(0, TestDatabase.await(desk(Duration.ofDays(400)).expire()));
        try (PostOffice office = new PostOffice().open()) {
            send(office);
        }
        assertEquals(0, TestDatabase.await(desk(Duration.ofHours(71)).expire()));
        assertEquals(1, TestDatabase.await(desk(Duration.ofHours(73)).expire()));
        assertEquals(State.UNCONFIRMED, state(waits));
        assertEquals(State.EXPIRED, state(unsent));
        assertEquals(0, TestDatabase.await(desk(Duration.ofDays(400)).expire()));
    }

    @Test
    void whatExpiresIsErasedEverywhereAndStillCounted() {
        CaseNumber number = opened("r@example.org");
        try (PostOffice office = new PostOffice().open()) {
            send(office);
        }
        Map<String, String> details = Map.of("file", "路人的照片.jpg", "channel", "web");
        TestDatabase.await(cases.write(
                TestDatabase.await(cases.find(number)).noted("note", "來電者是路人", "已請路人回電", details, CaseSamples.ACT),
                CasesContract.DUE));
        DATABASE.run(
                "update notice set trouble = '450 r@example.org is full', reference = '路人' where kind = 'confirm'");
        assertEquals(1, TestDatabase.await(desk(Duration.ofDays(4)).expire()));
        CaseFile kept = TestDatabase.await(cases.find(number));
        assertEquals(Contact.NONE, kept.petition().contact());
        assertEquals("", kept.petition().text());
        assertEquals("lingya", kept.petition().place().district());
        long no = CaseRows.key(number);
        for (String table : List.of("petition_case", "case_contact", "case_event", "notice")) {
            String row = DATABASE.text("select string_agg(t::text, '') from " + table + " t where no = " + no);
            for (String personal : List.of("r@example.org", "路人", "07-3368333", "路口有坑洞", "四維三路口")) {
                assertFalse(row.contains(personal), table + " " + personal);
            }
        }
        assertEquals(1, DATABASE.number("select count(*) from petition_case where no = " + no));
        assertEquals(
                "{\"channel\": \"web\"}",
                DATABASE.text("select details from case_event where what = 'note' and no = " + no));
        assertThrows(RuntimeException.class, () -> DATABASE.run("update case_event set told = 'x' where no = " + no));
    }

    private void send(PostOffice office) {
        Sender sender = new Sender(
                DATABASE.vertx(),
                new PgNotices(DATABASE.database()),
                Map.of(Channel.MAIL, new MailCarrier(DATABASE.vertx(), office.address())),
                NoticeTemplates.shipped(),
                keys,
                SendPolicy.DEFAULT);
        assertTrue(TestDatabase.await(sender.work()) > 0);
    }
}
