package tw.minsheng.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tw.minsheng.collect.Published;
import tw.minsheng.collect.Samples;
import tw.minsheng.invite.Contact;
import tw.minsheng.invite.Invitations;
import tw.minsheng.invite.InviteKeys;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Language;
import tw.minsheng.notify.Channel;
import tw.minsheng.notify.MailCarrier;
import tw.minsheng.notify.NoticeTemplates;
import tw.minsheng.notify.PostOffice;
import tw.minsheng.notify.SendPolicy;
import tw.minsheng.notify.Sender;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.Version;

/** Every invitation and every reminder arrives once: two nodes at once, a restart in the middle, a mail server that is away. */
@Timeout(120)
class InvitationSendingTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final SendPolicy HASTY = new SendPolicy(
            Duration.ofMillis(50), Duration.ofMillis(400), 8, Duration.ofSeconds(10), Duration.ofSeconds(11));
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Map<String, Survey> DEFINITIONS = new ConcurrentHashMap<>();
    private static final Act CLERK = new Act("clerk", "kcg-pwb", Instant.parse("2026-01-05T02:00:00Z"));

    private final PostOffice office = new PostOffice();
    private final Vertx first = Vertx.vertx();
    private final Vertx second = Vertx.vertx();
    private final InviteKeys keys = new InviteKeys(new byte[32]);
    private final String survey = "kcg-sending" + NUMBER.incrementAndGet();
    private final Invitations.Round round = new Invitations.Round(survey, "115");
    private PgInvitations invitations;

    @BeforeEach
    void open() {
        DATABASE.run("truncate contact, no_survey cascade");
        Database database = DATABASE.database();
        SurveyCache cache =
                new SurveyCache(database, (definition, files) -> Objects.requireNonNull(DEFINITIONS.get(definition)));
        invitations = new PgInvitations(database, cache);
        Published version = Samples.published(Samples.counter(survey, new Version(1, 0, 0)));
        DEFINITIONS.put(version.definition(), version.survey());
        TestDatabase.await(cache.refresh());
        TestDatabase.await(new PgPublications(database, cache).publish(CLERK, version, "115"));
    }

    @AfterEach
    void close() {
        office.close();
        TestDatabase.await(first.close());
        TestDatabase.await(second.close());
    }

    @Test
    void twoNodesAtOnceSendEachInvitationAndEachReminderOnce() {
        office.open();
        order(40);
        bothWork(40);
        arrivedOnce(40);
        assertEquals(40, TestDatabase.await(invitations.remind(round, CLERK)));
        assertEquals(0, TestDatabase.await(invitations.remind(round, CLERK)));
        bothWork(40);
        arrivedOnce(80);
        assertEquals(
                40,
                office.taken().stream()
                        .map(mail -> PostOffice.header(mail, "To"))
                        .distinct()
                        .count());
    }

    private void bothWork(int expected) {
        Future<Integer> one = sender(first).work();
        Future<Integer> other = sender(second).work();
        assertEquals(expected, TestDatabase.await(one) + TestDatabase.await(other));
    }

    @Test
    void aMailServerThatIsAwayGetsEachInvitationOnceWhenItIsBack() {
        order(5);
        Sender sender = sender(first);
        for (int i = 0; i < 3; i++) {
            assertTrue(TestDatabase.await(sender.work()) <= 1);
        }
        assertEquals(0, number("sent"));
        assertEquals(0, TestDatabase.await(invitations.remind(round, CLERK)), "nobody is reminded of what never came");
        office.open();
        until(() -> TestDatabase.await(sender.work()) == 0 && number("sent") == 5);
        arrivedOnce(5);
    }

    /** A stop finishes the send that is under way, and no more. */
    @Test
    void aRestartInTheMiddleSendsEachInvitationOnce() {
        office.open();
        order(30);
        Sender before = sender(first);
        Future<Integer> run = before.work();
        until(() -> office.taken().size() >= 3);
        TestDatabase.await(before.stop());
        TestDatabase.await(run);
        long sent = number("sent");
        assertEquals(sent, office.taken().size());
        assertEquals(0, number("sending"));
        assertTrue(sent < 30, "stopped in the middle");
        assertEquals(30 - sent, TestDatabase.await(sender(second).work()).longValue());
        arrivedOnce(30);
    }

    /** Killed after the claim: the lease ends, another node sends it. */
    @Test
    void anInvitationWhoseSenderDiedBeforeSendingIsSentByAnother() {
        office.open();
        order(1);
        assertTrue(TestDatabase.await(post().claim(Set.of(Channel.MAIL), Duration.ofMillis(600)))
                .isPresent());
        assertEquals(0, TestDatabase.await(sender(second).work()));
        until(() -> TestDatabase.await(sender(second).work()) == 1);
        arrivedOnce(1);
    }

    private void order(int people) {
        List<Contact> contacts = new ArrayList<>();
        IntStream.range(0, people)
                .forEach(i -> contacts.add(new Contact("", "p" + i + "@example.org", "", Language.ZH_TW, "")));
        TestDatabase.await(invitations.add(round, contacts, keys, CLERK));
        Map<String, String> said = Map.of("title", "調查", "agency", "工務局", "until", "12 月 6 日", "ask", "07-3368333");
        Invitations.Letter letter =
                new Invitations.Letter(Map.of("zh-TW", said), Instant.now().plus(Duration.ofDays(14)));
        assertEquals(people, TestDatabase.await(invitations.send(round, letter, Set.of("mail"), CLERK)));
    }

    private static PgInvitationPost post() {
        return new PgInvitationPost(DATABASE.database());
    }

    private Sender sender(Vertx vertx) {
        return new Sender(
                vertx,
                post(),
                Map.of(Channel.MAIL, new MailCarrier(vertx, office.address())),
                NoticeTemplates.shipped(),
                notice -> Map.of(
                        "link",
                        "https://example.org" + keys.path(survey, notice.facts().get("seed"))),
                HASTY);
    }

    private static long number(String state) {
        return DATABASE.number("select count(*) from invitation_mail where state = '" + state + "'");
    }

    private void arrivedOnce(int count) {
        assertEquals(count, number("sent"));
        assertEquals(count, office.taken().size());
        assertEquals(count, new HashSet<>(office.ids()).size());
    }

    private static void until(BooleanSupplier done) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!done.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "it did not happen");
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
