package tw.minsheng.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Finishing;
import tw.minsheng.collect.FormKeys;
import tw.minsheng.collect.Intake;
import tw.minsheng.collect.Published;
import tw.minsheng.collect.Responses;
import tw.minsheng.collect.Samples;
import tw.minsheng.collect.Source;
import tw.minsheng.collect.Step;
import tw.minsheng.invite.Contact;
import tw.minsheng.invite.Invitation;
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
import tw.minsheng.survey.Answer;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.Version;

/** Invitations on a real PostgreSQL: one answer each, mails once each, and no way from an answer to whoever gave it. */
@Timeout(180)
class PgInvitationsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Map<String, Survey> DEFINITIONS = new ConcurrentHashMap<>();
    private static final byte[] SECRET = new byte[32];
    private final Act clerk = new Act("clerk", "kcg-pwb", Instant.parse("2026-01-05T02:00:00Z"));

    private final PostOffice office = new PostOffice();
    private final InviteKeys keys = new InviteKeys(SECRET);
    private final List<String> seeds = new ArrayList<>();
    private final String survey = "kcg-invited" + NUMBER.incrementAndGet();
    private final Invitations.Round round = new Invitations.Round(survey, "115");
    private Intake intake;
    private PgInvitations invitations;
    private PgResponses responses;
    private PgWaves waves;

    @BeforeEach
    void open() {
        DATABASE.run("truncate draft, pending, no_survey, contact cascade");
        Database database = DATABASE.database();
        SurveyCache cache =
                new SurveyCache(database, (definition, files) -> Objects.requireNonNull(DEFINITIONS.get(definition)));
        GroupCommit commits = new GroupCommit(DATABASE.vertx(), database);
        PgSurveys surveys = new PgSurveys(cache, Clock.systemUTC());
        PgDrafts drafts = new PgDrafts(new GroupRead(DATABASE.vertx(), database), commits, cache);
        responses = new PgResponses(database, commits, cache);
        waves = new PgWaves(database, cache);
        invitations = new PgInvitations(database, cache);
        FormKeys forms = new FormKeys(SECRET);
        Finishing finishing = new Finishing(surveys, responses, forms, Clock.systemUTC(), ZoneId.of("Asia/Taipei"));
        intake = new Intake(surveys, drafts, responses, finishing, forms, Clock.systemUTC());
        Published version = Samples.published(Samples.counter(survey, new Version(1, 0, 0)));
        DEFINITIONS.put(version.definition(), version.survey());
        TestDatabase.await(cache.refresh());
        TestDatabase.await(new PgPublications(database, cache).publish(clerk, version, "115"));
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aForgedTokenIsUnknown() {
        invite(1, "");
        String forged = keys.fresh().hash();
        assertTrue(TestDatabase.await(invitations.find(forged)).isEmpty());
        assertTrue(TestDatabase.await(invitations.find("' or true --")).isEmpty());
    }

    @Test
    void anAddressIsInvitedOnceToAWave() {
        assertEquals(new Invitations.Added(3, 0, 0), invite(3, ""));
        assertEquals(new Invitations.Added(2, 3, 0), invite(5, ""));
        assertEquals(5, progress().contacts());
    }

    /** The list is read once and its people told apart by their keys: as many statements as batches, whoever stands there. */
    @Test
    void thousandsAreAddedBesideThousandsWithoutComparingEachWithEach() {
        int n = 20_000;
        Database database = DATABASE.database();
        List<String> said = Collections.synchronizedList(new ArrayList<>());
        Invitations.Added first = TestDatabase.await(database.atLength(
                connection -> invitations.add(told(connection, said), round, people(0, n), keys, clerk)));
        assertEquals(new Invitations.Added(n, 0, 0), first);
        said.clear();
        Invitations.Added second = TestDatabase.await(database.atLength(
                connection -> invitations.add(told(connection, said), round, people(n / 2, n), keys, clerk)));
        assertEquals(new Invitations.Added(n / 2, n / 2, 0), second);
        assertTrue(said.size() <= n / 2 / 500 + 5, said.toString());
        assertEquals(
                1, said.stream().filter(sql -> sql.contains("from contact")).count(), "the list is read once");
    }

    private static List<Contact> people(int from, int n) {
        return IntStream.range(from, from + n)
                .mapToObj(i -> new Contact("", "many" + i + "@example.org", "", Language.ZH_TW, ""))
                .toList();
    }

    /** The same connection, which writes down what is asked of it. */
    private static SqlConnection told(SqlConnection connection, List<String> said) {
        return (SqlConnection) Proxy.newProxyInstance(
                SqlConnection.class.getClassLoader(), new Class<?>[] {SqlConnection.class}, (proxy, method, args) -> {
                    if (args != null && args.length > 0 && args[0] instanceof String sql) {
                        said.add(sql);
                    }
                    return method.invoke(connection, args);
                });
    }

    @Test
    void onePersonIsInvitedOnceHoweverHerAddressIsTyped() {
        assertEquals(new Invitations.Added(2, 0, 0), add("Lin@Example.org", "07-336 8333", "", "0912-345678"));
        assertEquals(new Invitations.Added(0, 2, 0), add("lin@example.org", "", "", "+886 912 345 678"));
        assertEquals(new Invitations.Added(0, 1, 0), add("", "(07)3368333"), "the telephone of one with an address");
        assertEquals(new Invitations.Added(1, 0, 0), add("wang@example.org", "07-3368333"), "colleagues share one");
    }

    /** By her wish, in this wave and in those to come, by either address. */
    @Test
    void whoeverWantsNoInvitationsGetsNone() throws Exception {
        office.open();
        invite(3, "");
        assertFalse(TestDatabase.await(invitations.refuse(keys.fresh().hash(), keys)));
        assertEquals(3, send());
        assertTrue(TestDatabase.await(invitations.refuse(hash(0), keys)));
        assertTrue(TestDatabase.await(invitations.refuse(hash(0), keys)));
        assertEquals(2, TestDatabase.await(sender().work()));
        assertTrue(office.taken().stream()
                .noneMatch(mail -> PostOffice.header(mail, "To").startsWith("p0@")));
        assertTrue(TestDatabase.await(invitations.find(hash(0)))
                .orElseThrow()
                .isExpired(Instant.now().plusSeconds(1)));
        assertEquals(2, remind());
        assertEquals(new Invitations.Added(0, 0, 1), add("P0@example.org", ""));
        TestDatabase.await(invitations.erase(round, clerk));
        assertEquals(new Invitations.Added(1, 0, 1), add("p0@example.org", "", "p1@example.org", ""));
        assertEquals(1, number("select count(*) from no_survey"));
        assertEquals(0, number("select count(*) from no_survey where person like '%p0%'"));
    }

    @Test
    void whoeverSaysSoOnTheTelephoneOrByLetterIsLeftInPeaceToo() {
        invite(2, "");
        long contact = number("select min(id) from contact where email = 'p0@example.org'" + mine());
        assertTrue(TestDatabase.await(invitations.refuse(contact, keys, clerk)));
        assertFalse(TestDatabase.await(invitations.refuse(-1, keys, clerk)));
        TestDatabase.await(invitations.refuse("", "+886 7 3368333", keys, clerk));
        assertEquals(1, send());
        assertEquals(new Invitations.Added(0, 0, 1), add("", "07-3368333"));
        assertEquals(0, number("select count(*) from audit where what = 'invitations.refuse' and object <> ''"));
    }

    /** Whoever was added before she said so on another way. */
    @Test
    void whoeverSaysSoBetweenTheListAndTheMailsIsNotMailed() {
        invite(2, "");
        String other = text("select token_hash from invitation where seed = '" + seeds.get(1) + "'");
        assertTrue(TestDatabase.await(invitations.refuse(other, keys)));
        assertEquals(1, send());
    }

    /** Colleagues share a telephone: what one of them wishes ends neither the invitation of another nor her draft. */
    @Test
    void whoSharesTheTelephoneOfSomebodyUnwillingKeepsHerMail() {
        assertEquals(
                new Invitations.Added(3, 0, 0),
                add(
                        "lin@example.org",
                        "07-3368333",
                        "wang@example.org",
                        "07-3368333",
                        "chen@example.org",
                        "07-3368333"));
        DATABASE.run("update invitation set state = 'started' where contact = " + contact("chen@example.org"));
        TestDatabase.await(invitations.refuse(contact("lin@example.org"), keys, clerk));
        assertEquals("lin@example.org", ended());
        Instant end = Instant.now().plus(Duration.ofDays(14));
        Invitations.Letter letter = new Invitations.Letter(facts(), end);
        assertEquals(0, TestDatabase.await(invitations.send(round, letter, Set.of("sms"), clerk)), "to her number");
        assertEquals(2, send());
        DATABASE.run("update invitation_mail set state = 'sent'");
        assertEquals(2, remind());
        assertEquals(new Invitations.Added(1, 0, 1), add("lin@example.org", "", "hsu@example.org", "07-3368333"));
    }

    /** Of whoever is known by her number alone nobody can tell that it is another. */
    @Test
    void whoHasNoAddressGoesWithTheTelephone() {
        assertEquals(new Invitations.Added(1, 0, 0), add("", "07-3368333"));
        TestDatabase.await(invitations.refuse("lin@example.org", "+886 7 3368333", keys, clerk));
        assertEquals(1, number("select count(*) from invitation where expires_at <= now()" + mine()));
    }

    /** By another way than her link: what she has begun is hers to finish, and nobody reminds her. */
    @Test
    void draftIsNotEndedInTheMiddle() {
        invite(2, "");
        assertEquals(2, send());
        DATABASE.run("update invitation_mail set state = 'sent'");
        fill(0, "half");
        TestDatabase.await(invitations.opened(hash(0)));
        TestDatabase.await(invitations.refuse("p0@example.org", "", keys, clerk));
        assertEquals(0, number("select count(*) from invitation where expires_at <= now()" + mine()));
        assertEquals(1, remind());
        TestDatabase.await(invitations.refuse(hash(0), keys));
        assertEquals(1, number("select count(*) from invitation where expires_at <= now()" + mine()));
    }

    private long contact(String email) {
        return number("select id from contact where email = '" + email + "'" + mine());
    }

    private String ended() {
        return text("select coalesce(string_agg(c.email, ' ' order by c.id), '') from contact c"
                + " join invitation i on i.contact = c.id where i.expires_at <= now() and c.survey_no = " + no());
    }

    private Invitations.Added add(String... addresses) {
        List<Contact> contacts = IntStream.range(0, addresses.length / 2)
                .mapToObj(i -> new Contact("", addresses[2 * i], addresses[2 * i + 1], Language.ZH_TW, ""))
                .toList();
        return TestDatabase.await(invitations.add(round, contacts, keys, clerk));
    }

    @Test
    void theDatabaseHoldsNoTokenAndNoSeedOfASpentInvitation() {
        invite(2, "");
        answer(0, "one");
        assertEquals(0, count("invitation where state = 'spent' and seed <> ''"));
        assertEquals(1, count("invitation where state = 'spent'"));
        assertEquals(1, count("submission where body_mac = ''"));
        assertEquals(1, count("pending where source = 'drawn' and stratum = ''"));
        assertEquals(0, count("response"));
        assertEquals(0, count("draft"));
        for (String table : List.of("contact", "invitation", "pending", "submission")) {
            assertEquals(0, count(table + " t where t::text like '%" + token(0) + "%'"), table);
        }
    }

    /** formbricks/formbricks#7710, getodk/central#961: a link for one answer took many. */
    @Test
    void twentyFinishesOfOneTokenAtOnceGiveOneAnswer() {
        invite(1, "");
        Intake.Address address = fill(0, "twenty");
        List<Future<Step>> all = IntStream.range(0, 20)
                .mapToObj(i -> intake.finish(address, Language.ZH_TW, 0))
                .toList();
        Set<String> receipts = new java.util.HashSet<>();
        all.forEach(each -> receipts.add(assertInstanceOf(Step.Done.class, TestDatabase.await(each))
                .finished()
                .receipt()));
        assertEquals(1, receipts.size());
        assertEquals(1, count("pending") + count("response"));
        assertInstanceOf(Step.Done.class, TestDatabase.await(intake.stand(address)));
    }

    /** Whoever was asked on another way while a draft lay open is not counted twice, and the draft is not lost. */
    @Test
    void anInvitationThatWasSpentElsewhereTakesNoSecondAnswer() {
        invite(1, "");
        Intake.Address address = fill(0, "draft");
        DATABASE.run("update invitation set state = 'spent', seed = '' where token_hash = '" + hash(0) + "'");
        assertTrue(TestDatabase.awaitFailure(intake.finish(address, Language.ZH_TW, 0))
                .getMessage()
                .contains("invitation.spent"));
        assertEquals(1, count("draft"));
        assertEquals(0, count("pending") + count("response"));
    }

    @Test
    void answersWaitUntilAGroupIsThere() {
        invite(6, "");
        IntStream.range(0, 4).forEach(i -> answer(i, "p" + i));
        assertEquals(0, release());
        assertEquals(4, progress().held());
        answer(4, "p4");
        assertEquals(5, release());
        assertEquals(0, progress().held());
        assertEquals(5, comments().size());
        assertEquals(5, progress().answered());
        assertTrue(stored().stream().allMatch(each -> each.sheet().source() == Source.DRAWN));
    }

    /** LimeSurvey PR#2091 and PR#4389, EUSurvey PR#324, TEAMMATES/teammates#4597: anonymity that could be undone. */
    @Test
    void d9InsideABatchNothingTellsWhoGaveAnAnswer() {
        invite(50, "");
        List<Integer> order = new ArrayList<>(IntStream.range(0, 50).boxed().toList());
        Collections.shuffle(order, new Random(7));
        for (int i = 0; i < order.size(); i++) {
            answer(order.get(i), "rank " + i);
            release();
        }
        assertEquals(0, count("pending"));
        assertEquals(50, count("response"));
        int byPlace = sameRank("ctid");
        int byId = sameRank("id");
        // one in a batch falls together by chance: 10 in 10 batches, more than 22 once in 10,000 times
        assertTrue(byPlace <= 22, "by place " + byPlace);
        assertTrue(byId <= 22, "by id " + byId);
        assertEquals(10, number("select count(distinct xmin::text) from response_of where comment is not null"));
        assertEquals(
                0,
                number("select count(*) from (select xmin::text from response_of group by 1"
                        + " having count(*) < 5 or count(distinct day) > 1) few"));
        // all spent invitations look alike: written by one transaction
        assertEquals(1, number("select count(distinct xmin::text) from invitation where state = 'spent'" + mine()));
        assertEquals(0, number("select count(*) from pending"));
        assertEquals(
                0,
                number("select count(*) from submission b join response_of r on r.xmin::text = b.xmin::text"
                        + " join invitation i on i.xmin::text = b.xmin::text"));
    }

    /** In how many batches of five the answer stands at the place at which it was given. */
    private static int sameRank(String column) {
        return (int) number("""
                select count(*) from (
                  select (split_part(comment, ' ', 2))::int %% 5 as given,
                    row_number() over (partition by xmin::text order by %s) - 1 as place
                  from response_of) r where given = place""".formatted(column));
    }

    /** Two exports compared show a group that came between them, or nothing. */
    @Test
    void theLateOnesOfOneStratumAreNotReleasedAlone() {
        invite(8, "");
        IntStream.range(0, 5).forEach(i -> answer(i, "rank " + i));
        assertEquals(5, release());
        Map<String, Integer> before = comments();
        IntStream.range(5, 7).forEach(i -> answer(i, "rank " + i));
        TestDatabase.await(waves.close(clerk, survey, DataSet.LIVE, "115"));
        assertEquals(0, release());
        assertEquals(before, comments());
        assertEquals(2, progress().held());
    }

    /** What came before keeps its own name; who compares two exports finds five new answers, of either stratum. */
    @Test
    void theLateOnesOfAllStrataAreReleasedTogether() {
        invite(9, "building");
        invite(9, "road");
        IntStream.range(0, 7).forEach(i -> answer(i, "rank " + i));
        IntStream.range(9, 11).forEach(i -> answer(i, "rank " + i));
        assertEquals(7, release());
        answer(7, "rank 7");
        DATABASE.run("update response set day = day - 3 where survey_no = " + no());
        TestDatabase.await(waves.close(clerk, survey, DataSet.LIVE, "115"));
        assertEquals(0, release(), "one and two are too few");
        assertEquals(3, count("pending"));
        TestDatabase.await(
                waves.open(clerk, survey, DataSet.LIVE, "115", Instant.now().plus(Duration.ofDays(1))));
        IntStream.range(11, 13).forEach(i -> answer(i, "rank " + i));
        TestDatabase.await(waves.close(clerk, survey, DataSet.LIVE, "115"));
        assertEquals(5, release());
        assertEquals(
                "building 7, building+road 5",
                text("select string_agg(stratum || ' ' || n, ', ' order by stratum) from"
                        + " (select stratum, count(*) as n from response_of group by 1) s"));
        assertEquals(2, number("select count(distinct day) from response_of"));
        assertEquals(1, number("select count(distinct xmin::text) from response_of where stratum = 'building+road'"));
    }

    /** A person who was screened out tells nothing; counted into a group of five she would leave four. */
    @Test
    void answersOfAnotherOutcomeMakeNoGroup() {
        invite(6, "");
        IntStream.range(0, 5).forEach(i -> answer(i, "rank " + i));
        DATABASE.run("update pending set outcome = 'screened_out' where answers ->> 'comment' = 'rank 4'");
        assertEquals(0, release());
        answer(5, "rank 5");
        assertEquals(5, release());
        assertEquals(1, count("pending where outcome = 'screened_out'"));
    }

    @Test
    void aSmallStratumIsMergedWithItsNeighbourAtTheEnd() {
        invite(6, "building");
        invite(9, "road");
        IntStream.range(0, 2).forEach(i -> answer(i, "rank " + i));
        IntStream.range(6, 10).forEach(i -> answer(i, "rank " + i));
        assertEquals(0, release());
        TestDatabase.await(waves.close(clerk, survey, DataSet.LIVE, "115"));
        assertEquals(6, release());
        assertEquals("building+road", text("select string_agg(distinct stratum, ',') from response_of"));
    }

    @Test
    void tooFewInAllStayWhereTheyAre() {
        invite(5, "");
        IntStream.range(0, 4).forEach(i -> answer(i, "rank " + i));
        TestDatabase.await(waves.close(clerk, survey, DataSet.LIVE, "115"));
        assertEquals(0, release());
        assertEquals(4, count("pending"));
        assertEquals(0, comments().size());
        DATABASE.run("update wave set closes_at = now() - interval '29 days' where survey_no = " + no());
        TestDatabase.await(invitations.purge(Instant.now().minus(Duration.ofDays(30))));
        assertEquals(4, count("pending"));
        DATABASE.run("update wave set closes_at = now() - interval '31 days' where survey_no = " + no());
        TestDatabase.await(invitations.purge(Instant.now().minus(Duration.ofDays(30))));
        assertEquals(0, count("pending") + count("contact") + count("invitation"));
        assertEquals(5, progress().contacts());
        assertEquals(4, progress().answered());
        assertNotEquals(
                0,
                number("select count(*) from audit where what = 'retention.purge'"
                        + " and object = '4 answers of too few'"));
    }

    @Test
    void eachInvitationAndEachReminderIsMailedOnce() throws Exception {
        office.open();
        invite(12, "");
        assertEquals(12, send());
        assertEquals(0, send());
        Sender one = sender();
        Sender other = sender();
        Future<Integer> first = one.work();
        Future<Integer> second = other.work();
        assertEquals(12, TestDatabase.await(first) + TestDatabase.await(second));
        assertEquals(12, new java.util.HashSet<>(office.ids()).size());
        assertTrue(PostOffice.text(office.taken().get(0)).contains("https://example.org/s/" + survey + "/i/"));
        IntStream.range(0, 5).forEach(i -> answer(i, "rank " + i));
        assertEquals(7, remind());
        assertEquals(0, remind());
        answer(5, "rank 5");
        assertEquals(6, TestDatabase.await(one.work()));
        assertEquals(18, office.taken().size());
        assertEquals(18, new java.util.HashSet<>(office.ids()).size());
        Invitations.Progress now = progress();
        assertEquals(12, now.mailed());
        assertEquals(6, now.reminded());
        assertEquals(6, now.answered());
    }

    /** Reminders go to those only who have not answered: one that failed would name her. */
    @Test
    void ofRemindersThatFailedNothingIsTold() {
        invite(3, "");
        assertEquals(3, send());
        DATABASE.run("update invitation_mail set state = 'sent'");
        assertEquals(3, remind());
        DATABASE.run("update invitation_mail set state = 'failed', trouble = 'no such user' where kind = 'remind'");
        assertEquals(List.of(), TestDatabase.await(invitations.undelivered(round)));
        DATABASE.run("update invitation_mail set state = 'failed', trouble = 'full' where kind = 'invite' and contact ="
                + " (select id from contact where email = 'p1@example.org'" + mine() + ")");
        assertEquals(
                List.of(new Invitations.Undelivered("p1@example.org", "full")),
                TestDatabase.await(invitations.undelivered(round)));
    }

    @Test
    void theTokenOfAMailOpensItsInvitationUntilItEnds() {
        invite(1, "");
        Instant end = Instant.now().plus(Duration.ofDays(14));
        assertEquals(1, send());
        Invitation found = TestDatabase.await(invitations.find(hash(0))).orElseThrow();
        assertEquals(survey, found.survey());
        assertFalse(found.isExpired(Instant.now()));
        assertTrue(found.isExpired(end.plusSeconds(60)));
        TestDatabase.await(invitations.opened(hash(0)));
        assertEquals(1, progress().started());
    }

    /** D7: deleting a contact destroys no answer. */
    @Test
    void erasingContactsLeavesTheAnswers() {
        invite(5, "");
        IntStream.range(0, 5).forEach(i -> answer(i, "rank " + i));
        release();
        assertEquals(5, TestDatabase.await(invitations.erase(round, clerk)));
        assertEquals(0, count("contact") + count("invitation"));
        assertEquals(5, comments().size());
        assertNotEquals(0, number("select count(*) from audit where what = 'invitations.erase'"));
    }

    private Invitations.Added invite(int n, String stratum) {
        List<Contact> contacts = IntStream.range(0, n)
                .mapToObj(i -> new Contact("", "p" + i + stratum + "@example.org", "", Language.ZH_TW, stratum))
                .toList();
        Invitations.Added added = TestDatabase.await(invitations.add(round, contacts, keys, clerk));
        String all = text("select coalesce(string_agg(i.seed, ' ' order by c.id), '') from contact c"
                + " join invitation i on i.contact = c.id where c.survey_no = " + no());
        seeds.addAll(List.of(all.split(" ")).subList(seeds.size(), seeds.size() + added.added()));
        return added;
    }

    private String token(int i) {
        String path = keys.path(survey, seeds.get(i));
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private String hash(int i) {
        return InviteKeys.hash(token(i));
    }

    private Intake.Address fill(int i, String comment) {
        Intake.Address address =
                new Intake.Address(survey, DataSet.LIVE, keys.code(survey, token(i)), Optional.empty(), hash(i));
        type(address, "p_visit", Map.of("d_counter", List.of("road")));
        type(address, "p_env", Map.of("env_clean", List.of("4"), "env_signs", List.of("4"), "env_wait", List.of("4")));
        type(address, "p_comment", Map.of("comment", List.of(comment)));
        return address;
    }

    private void type(Intake.Address address, String part, Map<String, List<String>> fields) {
        Step step = TestDatabase.await(intake.stand(address));
        int seen = step instanceof Step.At at ? at.visit().revision() : 0;
        TestDatabase.await(intake.send(address, new Intake.Sent(part, fields, Language.ZH_TW, 5, seen, true, false)));
    }

    private void answer(int i, String comment) {
        Intake.Address address = fill(i, comment);
        assertInstanceOf(Step.Done.class, TestDatabase.await(intake.finish(address, Language.ZH_TW, 0)));
    }

    private int send() {
        Instant end = Instant.now().plus(Duration.ofDays(14));
        return TestDatabase.await(invitations.send(round, new Invitations.Letter(facts(), end), Set.of("mail"), clerk));
    }

    private int remind() {
        return TestDatabase.await(invitations.remind(round, clerk));
    }

    private static Map<String, Map<String, String>> facts() {
        Map<String, String> said = Map.of("title", "調查", "agency", "工務局", "until", "12 月 6 日", "ask", "07-3368333");
        return Map.of("zh-TW", said, "en", said);
    }

    private Sender sender() {
        return new Sender(
                DATABASE.vertx(),
                new PgInvitationPost(DATABASE.database()),
                Map.of(Channel.MAIL, new MailCarrier(DATABASE.vertx(), office.address())),
                NoticeTemplates.shipped(),
                notice -> Map.of(
                        "link",
                        "https://example.org" + keys.path(survey, notice.facts().get("seed"))),
                SendPolicy.DEFAULT);
    }

    private int release() {
        int moved = TestDatabase.await(invitations.release());
        DATABASE.run("create or replace view response_of as select tableoid, ctid, xmin, id, day, stratum,"
                + " answers ->> 'comment' as comment from response where survey_no = " + no());
        return moved;
    }

    private Invitations.Progress progress() {
        return TestDatabase.await(invitations.progress(round)).get(0);
    }

    private List<Responses.Stored> stored() {
        List<Responses.Stored> all = new ArrayList<>();
        TestDatabase.await(responses.stream(new Responses.Selection(survey, "115", DataSet.LIVE), batch -> {
            all.addAll(batch);
            return Future.succeededFuture();
        }));
        return all;
    }

    private Map<String, Integer> comments() {
        Map<String, Integer> found = new HashMap<>();
        stored().forEach(each -> {
            Answer answer = Objects.requireNonNull(each.sheet().answers().get("comment"));
            found.merge(((Answer.Text) answer).text(), 1, Integer::sum);
        });
        return found;
    }

    private long no() {
        return number("select no from survey where id = '" + survey + "'");
    }

    private String mine() {
        return " and survey_no = " + no();
    }

    /** Rows of this test's own survey, where a table has such a column. */
    private long count(String from) {
        String table = from.split(" ", 2)[0];
        boolean own = !table.equals("draft");
        String where = !own ? "" : (from.contains(" where ") ? " and " : " where ") + "survey_no = " + no();
        return number("select count(*) from " + from + where);
    }

    private static long number(String query) {
        return DATABASE.number(query);
    }

    private static String text(String query) {
        return DATABASE.text(query);
    }
}
