package tw.minsheng.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tw.minsheng.calendar.OfficeDays;
import tw.minsheng.calendar.ProductCalendar;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Finishing;
import tw.minsheng.collect.FormKeys;
import tw.minsheng.collect.Intake;
import tw.minsheng.collect.Published;
import tw.minsheng.collect.Samples;
import tw.minsheng.collect.Step;
import tw.minsheng.invite.AfterClosingDesk;
import tw.minsheng.invite.AfterClosingPlan;
import tw.minsheng.invite.Calls;
import tw.minsheng.invite.CaseSurveys;
import tw.minsheng.invite.Invitations;
import tw.minsheng.invite.InviteKeys;
import tw.minsheng.invite.InviteLetters;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Problem;
import tw.minsheng.notify.Channel;
import tw.minsheng.notify.MailCarrier;
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
import tw.minsheng.petition.Move;
import tw.minsheng.petition.Outcome;
import tw.minsheng.petition.Petition;
import tw.minsheng.petition.State;
import tw.minsheng.survey.Survey;

/** The survey after closing on a real PostgreSQL: who is asked, once, and what an agreed second look does. */
@Timeout(180)
class PgCaseSurveysTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Map<String, Survey> DEFINITIONS = new ConcurrentHashMap<>();
    private static final Act CLERK = new Act("clerk", "kcg-pwb", Instant.parse("2026-01-05T02:00:00Z"));
    /** The cases of {@link CaseSamples} are closed on 25 November 2026 at ten. */
    private static final LocalDateTime CLOSED = LocalDateTime.of(2026, 11, 25, 10, 0);

    private static final List<Move> ANSWERED = List.of(Move.ASSIGN, Move.START, Move.PROPOSE, Move.APPROVE);

    private final PostOffice office = new PostOffice();
    private final InviteKeys keys = new InviteKeys(new byte[32]);
    private final String survey = "kcg-after" + NUMBER.incrementAndGet();
    private final String agency = "a-" + survey;
    private final Invitations.Round round = new Invitations.Round(survey, "115");
    private PgSurveys surveys;
    private PgCaseSurveys door;
    private PgInvitations invitations;
    private PgCalls calls;
    private PgCases cases;
    private Intake intake;

    @BeforeEach
    void open() {
        DATABASE.run(
                "truncate draft, pending, contact, case_survey, case_wish, no_survey, asked_person, invitation_total cascade");
        // those of the tests before were closed long ago
        DATABASE.run(
                "update petition_case set surveyed = false, ended_at = '2001-01-01' where ended_at < '2100-01-01'");
        Database database = DATABASE.database();
        SurveyCache cache =
                new SurveyCache(database, (definition, files) -> Objects.requireNonNull(DEFINITIONS.get(definition)));
        GroupCommit commits = new GroupCommit(DATABASE.vertx(), database);
        surveys = new PgSurveys(cache, Clock.systemUTC());
        door = new PgCaseSurveys(database, cache);
        invitations = new PgInvitations(database, cache);
        calls = new PgCalls(database, cache, TAIPEI);
        cases = new PgCases(database, commits);
        FormKeys forms = new FormKeys(new byte[32]);
        PgResponses responses = new PgResponses(database, commits, cache);
        Finishing finishing = new Finishing(surveys, responses, forms, Clock.systemUTC(), TAIPEI);
        intake = new Intake(
                surveys,
                new PgDrafts(new GroupRead(DATABASE.vertx(), database), commits, cache),
                responses,
                finishing,
                forms,
                Clock.systemUTC());
        Published version = Samples.published(Samples.afterClosing(survey));
        DEFINITIONS.put(version.definition(), version.survey());
        TestDatabase.await(cache.refresh());
        TestDatabase.await(new PgPublications(database, cache).publish(CLERK, version, "115"));
    }

    @AfterEach
    void close() {
        office.close();
    }

    private static AfterClosingPlan plan(String survey, double fraction, LocalDate since) {
        return new AfterClosingPlan(survey, 3, 14, 7, fraction, Map.of(), 115, since);
    }

    private CaseFile closed(String email, String opener) {
        return closed(email, opener, ANSWERED);
    }

    private CaseFile closedByTelephone() {
        return closed("", "07-3368333", "citizen", ANSWERED);
    }

    private CaseFile closed(String email, String opener, List<Move> way) {
        return closed(email, "", opener, way);
    }

    private CaseFile closed(String email, String phone, String opener, List<Move> way) {
        String key = UUID.randomUUID().toString();
        Petition sample = CaseSamples.petition(tw.minsheng.petition.Channel.COUNTER);
        Petition petition = new Petition(
                sample.kind(),
                sample.type(),
                sample.text(),
                sample.place(),
                new Contact("", email, phone, ""),
                false,
                Language.ZH_TW,
                sample.channel(),
                "1");
        Act act = new Act(opener, agency, CaseSamples.ACT.at());
        CaseFile.Opening opening = CaseFile.Opening.plain(agency, petition, CaseSamples.time(), act);
        CaseFile file = TestDatabase.await(cases.open(new Cases.Entry(key, key, key, 115, opening, CasesContract.DUE))
                .compose(opened -> cases.find(opened.number())));
        for (Move move : way) {
            file = TestDatabase.await(
                    cases.write(file.after(CaseSamples.step(move), CaseSamples.ACT), CasesContract.DUE));
        }
        return file;
    }

    private CaseSurveys.Drawn draw(double fraction, LocalDateTime until) {
        return draw(round, fraction, until);
    }

    private CaseSurveys.Drawn draw(Invitations.Round round, double fraction, LocalDateTime until) {
        AfterClosingPlan plan = plan(survey, fraction, CLOSED.toLocalDate().minusDays(5));
        CaseSurveys.Order order =
                new CaseSurveys.Order(round, plan, plan.since().atStartOfDay(), until);
        Invitations.Letter letter = new InviteLetters(TAIPEI)
                .of(
                        TestDatabase.await(surveys.find(survey, DataSet.LIVE)).orElseThrow(),
                        Instant.now().plus(Duration.ofDays(14)));
        return TestDatabase.await(door.draw(order, letter, Set.of("mail"), keys, CLERK));
    }

    private static LocalDateTime later() {
        return CLOSED.plusDays(3);
    }

    @Test
    void nobodyIsAskedBeforeTheDelayIsOver() {
        closed("a@example.org", "citizen");
        assertEquals(new CaseSurveys.Drawn(0, 0, 0), draw(1, CLOSED));
        assertEquals(new CaseSurveys.Drawn(1, 1, 0), draw(1, CLOSED.plusSeconds(1)));
    }

    @Test
    void aCaseIsLookedAtOnceForEver() {
        closed("a@example.org", "citizen");
        assertEquals(new CaseSurveys.Drawn(1, 1, 0), draw(1, later()));
        assertEquals(new CaseSurveys.Drawn(0, 0, 0), draw(1, later()));
        DATABASE.run("delete from contact");
        assertEquals(new CaseSurveys.Drawn(0, 0, 0), draw(1, later()));
    }

    /** glpi-project/glpi#474: whoever opened and handled a case judged her own work. */
    @Test
    void ofACaseOpenedByItsHandlerNobodyIsAsked() {
        closed("a@example.org", "handler");
        assertEquals(new CaseSurveys.Drawn(1, 0, 0), draw(1, later()));
        CaseSurveys.Count count =
                TestDatabase.await(door.counts(round, Set.of(agency))).get(0);
        assertEquals(0, count.eligible());
        assertEquals(1, count.excluded());
    }

    @Test
    void whoeverWasRefusedIsAskedToo() {
        closed("a@example.org", "citizen", List.of(Move.DECLINE));
        closed("b@example.org", "citizen", List.of(Move.WITHDRAW));
        assertEquals(new CaseSurveys.Drawn(1, 1, 0), draw(1, later()));
        assertEquals(
                agency + "/road/declined",
                TestDatabase.await(door.counts(round, Set.of(agency))).get(0).stratum());
    }

    /** Whoever writes often is not asked as often; her other cases are counted as left out. */
    @Test
    void onePersonIsAskedAboutOneOfHerCases() {
        CaseFile first = closed("lin@example.org", "citizen");
        closed("Lin@Example.org", "citizen");
        assertEquals(new CaseSurveys.Drawn(2, 1, 0), draw(1, later()));
        assertEquals(
                first.number().text(),
                CaseRows.number(DATABASE.number("select case_no from contact")).text());
        closed("", "0912345678", "citizen", ANSWERED);
        closed("other@example.org", "+886 912-345-678", "citizen", ANSWERED);
        closed("lin@example.org", "07-3368333", "citizen", ANSWERED);
        assertEquals(new CaseSurveys.Drawn(3, 1, 0), draw(1, later()));
        assertEquals(
                "asked 3",
                DATABASE.text("select string_agg(excluded || ' ' || n, ', ') from"
                        + " (select excluded, count(*) as n from case_survey where excluded <> '' group by 1) s"));
        CaseSurveys.Count count =
                TestDatabase.await(door.counts(round, Set.of(agency))).get(0);
        assertEquals(2, count.eligible());
        assertEquals(3, count.excluded());
        assertEquals(3, count.aside());
    }

    /** Each wave measures anew: without those who were asked before, it would be another population. */
    @Test
    void inTheNextWaveEverybodyIsAskedAgain() {
        closed("lin@example.org", "citizen");
        assertEquals(new CaseSurveys.Drawn(1, 1, 0), draw(1, later()));
        closed("lin@example.org", "citizen");
        assertEquals(new CaseSurveys.Drawn(1, 0, 0), draw(1, later()));
        closed("lin@example.org", "citizen");
        assertEquals(new CaseSurveys.Drawn(1, 1, 0), draw(new Invitations.Round(survey, "116"), 1, later()));
    }

    /** A wave of petitions may go on for years; addresses do not stay that long. */
    @Test
    void addressesAreErasedOnceTheLinkHasEndedForLongAndTheCountsStay() {
        closed("a@example.org", "citizen");
        closed("b@example.org", "citizen");
        draw(1, later());
        answer(0, "4", "");
        CaseSurveys.Count before =
                TestDatabase.await(door.counts(round, Set.of(agency))).get(0);
        Instant now = Instant.now();
        assertEquals(0, TestDatabase.await(invitations.purge(now.minus(Duration.ofDays(30)))));
        DATABASE.run("update invitation set expires_at = now() - interval '31 days'");
        assertEquals(2, TestDatabase.await(invitations.purge(now.minus(Duration.ofDays(30)))));
        assertEquals(0, DATABASE.number("select count(*) from contact"));
        assertEquals(
                before, TestDatabase.await(door.counts(round, Set.of(agency))).get(0));
        closed("a@example.org", "citizen");
        assertEquals(new CaseSurveys.Drawn(1, 0, 0), draw(1, later()));
        assertEquals(1, DATABASE.number("select count(*) from case_survey where excluded = 'asked'"));
    }

    @Test
    void whoeverWantsNoInvitationsIsNotAskedAboutLaterCases() {
        closed("a@example.org", "0912345678", "citizen", ANSWERED);
        draw(1, later());
        String hash = DATABASE.text("select token_hash from invitation");
        assertTrue(TestDatabase.await(invitations.refuse(hash, keys)));
        assertEquals(0, DATABASE.number("select count(*) from invitation_mail where state <> 'void'"));
        DATABASE.run("delete from contact");
        closed("", "+886912345678", "citizen", ANSWERED);
        closed("A@example.org", "citizen");
        assertEquals(new CaseSurveys.Drawn(2, 0, 0), draw(1, later()));
        assertEquals(2, DATABASE.number("select count(*) from case_survey where excluded = 'unwilling'"));
    }

    /** A survey that speaks Chinese only: the others of the draw are asked, and so is she, in Chinese. */
    @Test
    void aLanguageThatTheSurveyDoesNotSpeakStopsNobody() {
        closed("a@example.org", "citizen");
        closed("b@example.org", "citizen");
        DATABASE.run("update petition_case set language = 'en' where no = (select max(no) from petition_case)");
        AfterClosingPlan plan = plan(survey, 1, CLOSED.toLocalDate().minusDays(5));
        CaseSurveys.Order order =
                new CaseSurveys.Order(round, plan, plan.since().atStartOfDay(), later());
        Invitations.Letter chinese = new Invitations.Letter(
                Map.of("zh-TW", Map.of("title", "調查", "agency", "工務局", "until", "x", "ask", "1999")),
                Instant.now().plus(Duration.ofDays(14)));
        assertEquals(
                new CaseSurveys.Drawn(2, 2, 1),
                TestDatabase.await(door.draw(order, chinese, Set.of("mail"), keys, CLERK)));
        assertEquals(2, DATABASE.number("select count(*) from invitation_mail where facts ->> 'title' = '調查'"));
        assertEquals(
                1,
                DATABASE.number("select count(*) from audit where what = 'case.survey.draw' and object like '" + survey
                        + "%otherLanguage=1'"));
    }

    @Test
    void twoNodesAtOnceAskOnce() {
        IntStream.range(0, 20).forEach(i -> closed("p" + i % 10 + "@example.org", "citizen"));
        AfterClosingPlan plan = plan(survey, 1, CLOSED.toLocalDate().minusDays(5));
        CaseSurveys.Order order =
                new CaseSurveys.Order(round, plan, plan.since().atStartOfDay(), later());
        Invitations.Letter letter = new Invitations.Letter(
                Map.of("zh-TW", Map.of("title", "x")), Instant.now().plus(Duration.ofDays(14)));
        List<Future<CaseSurveys.Drawn>> nodes = IntStream.range(0, 4)
                .mapToObj(i -> door.draw(order, letter, Set.of("mail"), keys, CLERK))
                .toList();
        assertEquals(
                10,
                nodes.stream()
                        .mapToInt(each -> TestDatabase.await(each).drawn())
                        .sum());
        assertEquals(10, DATABASE.number("select count(*) from contact"));
    }

    private Calls.Desk desk(String caller) {
        return new Calls.Desk(round, true, Set.of(agency), caller);
    }

    private static Act by(String caller, Instant at) {
        return new Act(caller, "kcg-pwb", at);
    }

    private Optional<Calls.Held> next(String caller, Instant now) {
        return TestDatabase.await(calls.next(desk(caller), now.plusSeconds(1_800), by(caller, now)));
    }

    private Future<Void> result(String caller, long contact, Calls.Result result, Instant next, Instant now) {
        return calls.result(desk(caller), contact, result, next, by(caller, now));
    }

    @Test
    void aNumberIsHeldByOneCallerWhoDidNotHandleTheCase() {
        closedByTelephone();
        draw(1, later());
        Instant now = Instant.now();
        assertEquals(Optional.empty(), next("handler", now), "who handled the case");
        Calls.Held held = next("caller", now).orElseThrow();
        assertEquals("07-3368333", held.phone());
        assertEquals(held.contact(), next("caller", now).orElseThrow().contact());
        assertEquals(Optional.empty(), next("other", now));
        assertEquals(
                held.contact(),
                next("other", now.plusSeconds(1_801)).orElseThrow().contact());
        assertFalse(
                TestDatabase.await(calls.begin(desk("caller"), held.contact(), by("caller", now.plusSeconds(1_802)))));
        assertTrue(
                DATABASE.text("select string_agg(actor, ' ') from audit where what = 'contact.read' and object like '"
                                + survey + "%'")
                        .contains("caller"));
        Calls.Desk elsewhere = new Calls.Desk(round, true, Set.of("kcg-fin"), "third");
        assertEquals(
                Optional.empty(),
                TestDatabase.await(calls.next(elsewhere, now.plusSeconds(9_000), by("third", now.plusSeconds(4_000)))));
    }

    /** The same questionnaire, the same single use; only the mode tells. */
    @Test
    void whatIsToldOnTheTelephoneIsAnAnswerLikeOthers() {
        closedByTelephone();
        draw(1, later());
        Instant now = Instant.now();
        long contact = next("caller", now).orElseThrow().contact();
        assertInstanceOf(
                Problem.class, TestDatabase.awaitFailure(result("caller", contact, Calls.Result.COMPLETE, now, now)));
        assertTrue(TestDatabase.await(calls.begin(desk("caller"), contact, by("caller", now))));
        answer(0, "5", "");
        assertEquals("phone", DATABASE.text("select mode from pending"));
        assertInstanceOf(
                Problem.class, TestDatabase.awaitFailure(result("caller", contact, Calls.Result.REFUSED, now, now)));
        TestDatabase.await(result("caller", contact, Calls.Result.COMPLETE, now, now));
        CaseSurveys.Count count =
                TestDatabase.await(door.counts(round, Set.of(agency))).get(0);
        assertEquals(1, count.reached());
        assertEquals(1, count.answered());
        assertEquals(Optional.empty(), next("caller", now));
        assertEquals(
                Map.of("complete", 1L),
                TestDatabase.await(calls.standing(desk("caller"), now)).results());
    }

    @Test
    void whoAsksForAnotherTimeIsCalledThenAndWhoRefusesNeverAgain() {
        closedByTelephone();
        draw(1, later());
        Instant now = Instant.now();
        long contact = next("caller", now).orElseThrow().contact();
        TestDatabase.await(result("caller", contact, Calls.Result.CALL_BACK, now.plusSeconds(3_600), now));
        assertEquals(Optional.empty(), next("caller", now));
        assertEquals(1, TestDatabase.await(calls.standing(desk("caller"), now)).left());
        Calls.Held again = next("other", now.plusSeconds(3_601)).orElseThrow();
        assertEquals(1, again.tries());
        TestDatabase.await(result("other", contact, Calls.Result.REFUSED, now, now.plusSeconds(3_602)));
        assertEquals(Optional.empty(), next("other", now.plusSeconds(90_000)));
        CaseSurveys.Count count =
                TestDatabase.await(door.counts(round, Set.of(agency))).get(0);
        assertEquals(1, count.reached());
        assertEquals(0, count.answered());
    }

    @Test
    void lockedCaseIsNotCalledAndWhoHasAnAddressNeither() {
        CaseFile file = closedByTelephone();
        closed("a@example.org", "07-3368334", "citizen", ANSWERED);
        draw(1, later());
        TestDatabase.await(cases.write(file.lock(true, "家暴", CaseSamples.ACT), CasesContract.DUE));
        assertEquals(Optional.empty(), next("caller", Instant.now()));
    }

    /** Somebody else at her telephone wants no invitations: nobody calls it, and her own link goes on. */
    @Test
    void sharedTelephoneIsNotCalledAndTheCaseStaysDrawn() {
        closed("wang@example.org", "07-3368333", "citizen", ANSWERED);
        draw(1, later());
        DATABASE.run("update invitation_mail set state = 'failed'");
        Instant now = Instant.now();
        assertEquals(1, TestDatabase.await(calls.standing(desk("caller"), now)).left());
        TestDatabase.await(invitations.refuse("lin@example.org", "07-3368333", keys, CLERK));
        assertEquals(0, TestDatabase.await(calls.standing(desk("caller"), now)).left());
        assertEquals(Optional.empty(), next("caller", now));
        assertEquals(1, DATABASE.number("select count(*) from invitation where expires_at > now()"));
    }

    @Test
    void whoSharesTheTelephoneOfSomebodyUnwillingIsDrawnLikeOthers() {
        TestDatabase.await(invitations.refuse("lin@example.org", "07-3368333", keys, CLERK));
        closed("wang@example.org", "07-3368333", "citizen", ANSWERED);
        assertEquals(new CaseSurveys.Drawn(1, 1, 0), draw(1, later()));
        assertEquals(1, DATABASE.number("select count(*) from invitation_mail where state = 'waiting'"));
    }

    /** One answer by telephone among five over the web would be known by its mode. */
    @Test
    void answersOfTheTelephoneWaitForOthersOfTheirKind() {
        IntStream.range(0, 5).forEach(i -> closed("x" + i + "@example.org", "citizen"));
        closedByTelephone();
        draw(1, later());
        Instant now = Instant.now();
        long contact = next("caller", now).orElseThrow().contact();
        assertTrue(TestDatabase.await(calls.begin(desk("caller"), contact, by("caller", now))));
        IntStream.range(0, 6).forEach(i -> answer(i, "4", ""));
        assertEquals(5, TestDatabase.await(invitations.release()));
        assertEquals("phone", DATABASE.text("select string_agg(mode, ' ') from pending"));
    }

    /** The rule in words, worked out here once more. */
    @Test
    void theDrawCanBeRepeatedByAnybody() {
        AfterClosingPlan half = plan("kcg-any", 0.5, CLOSED.toLocalDate());
        long drawn = IntStream.rangeClosed(1, 10_000)
                .filter(serial -> half.isDrawn(new CaseNumber(115, serial), Outcome.SOLVED))
                .count();
        // binomial with 10,000 and one half: outside of 4,805 to 5,195 once in 10,000 times
        assertTrue(drawn > 4_805 && drawn < 5_195, drawn + " of 10,000");
        String hash = tw.minsheng.kernel.Sha256.hex("115:115-000123");
        boolean first = Integer.parseInt(hash.substring(0, 1), 16) < 8;
        assertEquals(first, half.isDrawn(new CaseNumber(115, 123), Outcome.SOLVED));
        AfterClosingPlan all = plan("kcg-any", 1, CLOSED.toLocalDate());
        assertTrue(IntStream.rangeClosed(1, 1_000)
                .allMatch(serial -> all.isDrawn(new CaseNumber(115, serial), Outcome.SOLVED)));
    }

    @Test
    void aCaseThatWasOpenedAgainMeanwhileIsNotAskedAbout() {
        office.open();
        CaseFile again = closed("a@example.org", "citizen");
        closed("b@example.org", "citizen");
        draw(1, later());
        TestDatabase.await(cases.write(again.after(CaseSamples.step(Move.REOPEN), CaseSamples.ACT), CasesContract.DUE));
        assertEquals(1, TestDatabase.await(sender().work()));
        assertEquals(1, office.taken().size());
        String text = PostOffice.text(office.taken().get(0));
        assertTrue(text.contains("/s/" + survey + "/i/"), text);
        assertEquals("b@example.org", PostOffice.header(office.taken().get(0), "To"));
    }

    @Test
    void theReminderGoesOutOnceAndOnlyToWhoeverHasNotAnswered() {
        office.open();
        closed("a@example.org", "citizen");
        closed("b@example.org", "citizen");
        draw(1, later());
        assertEquals(2, TestDatabase.await(sender().work()));
        assertEquals(0, TestDatabase.await(door.remind(round, Duration.ofDays(7))));
        DATABASE.run("update invitation set expires_at = now() + interval '6 days'");
        answer(0, "5", "");
        assertEquals(1, TestDatabase.await(door.remind(round, Duration.ofDays(7))));
        assertEquals(0, TestDatabase.await(door.remind(round, Duration.ofDays(7))));
        assertEquals(1, TestDatabase.await(sender().work()));
        assertEquals(3, office.taken().size());
    }

    @Test
    void whoeverIsNotSatisfiedAndAgreesHasHerCaseOpenedAgain() {
        CaseFile first = closed("a@example.org", "citizen");
        CaseFile second = closed("b@example.org", "citizen");
        CaseFile third = closed("c@example.org", "citizen");
        draw(1, later());
        answer(0, "1", "reopen");
        answer(1, "2", "check");
        answer(2, "4", "");
        assertEquals(2, TestDatabase.await(door.wishes()).size());
        assertEquals(
                "0",
                DATABASE.text(
                        "select count(*) from (select answers from pending union all select answers from response)"
                                + " as a where jsonb_exists(answers, 'wish_again')"),
                "a wish is of the case, and would tell which answer is hers");
        TestDatabase.await(desk(CLOSED.plusDays(10)).work());
        assertEquals(0, TestDatabase.await(door.wishes()).size());
        assertEquals(State.REOPENED, state(first));
        assertEquals(State.CLOSED, state(second));
        assertEquals(State.CLOSED, state(third));
        assertEquals(1, DATABASE.number("select count(*) from reply_check_item"));
        assertEquals(Map.of("reopened", 1L, "check", 1L), TestDatabase.await(door.handledWishes(Set.of(agency))));
    }

    @Test
    void answersAreCountedByStratumOnceTheyAreReleased() {
        IntStream.range(0, 5).forEach(i -> closed("p" + i + "@example.org", "citizen"));
        draw(1, later());
        IntStream.range(0, 5).forEach(i -> answer(i, i < 3 ? "4" : "1", ""));
        assertEquals(
                0,
                TestDatabase.await(door.answers(round, List.of("result"), 4, 2)).size());
        TestDatabase.await(invitations.release());
        assertEquals(
                List.of(new CaseSurveys.Item(agency + "/road/solved", "web", "result", 5, 3, 2)),
                TestDatabase.await(door.answers(round, List.of("result"), 4, 2)));
        CaseSurveys.Count before =
                TestDatabase.await(door.counts(round, Set.of(agency))).get(0);
        assertEquals(new CaseSurveys.Count(agency + "/road/solved", 5, 0, 0, 5, 5, 5, 5), before);
        TestDatabase.await(invitations.erase(round, CLERK));
        assertEquals(
                before, TestDatabase.await(door.counts(round, Set.of(agency))).get(0));
    }

    private State state(CaseFile file) {
        return TestDatabase.await(cases.find(file.number())).state();
    }

    private AfterClosingDesk desk(LocalDateTime now) {
        Clock clock = Clock.fixed(now.atZone(TAIPEI).toInstant(), TAIPEI);
        OfficeDays days = ProductCalendar.read().days();
        return new AfterClosingDesk(
                plan(survey, 1, LocalDate.of(2030, 1, 1)),
                door,
                surveys,
                cases,
                new CaseDesk(CaseSamples::catalogue, cases, district -> days, clock, TAIPEI),
                new PgReplyChecks(DATABASE.database()),
                keys,
                Set.of("mail"),
                new InviteLetters(TAIPEI)::of,
                clock,
                TAIPEI);
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

    /** By whoever was invited as the i-th. */
    private void answer(int i, String result, String wish) {
        String seed =
                DATABASE.text("select seed from (select i.seed, row_number() over (order by c.case_no) - 1 as place"
                        + " from contact c join invitation i on i.contact = c.id) s where place = " + i);
        String path = keys.path(survey, seed);
        String token = path.substring(path.lastIndexOf('/') + 1);
        Intake.Address address = new Intake.Address(
                survey, DataSet.LIVE, keys.code(survey, token), Optional.empty(), InviteKeys.hash(token));
        List<Map.Entry<String, Map<String, List<String>>>> parts = new ArrayList<>();
        parts.add(Map.entry("p_result", Map.of("result", List.of(result))));
        if (!wish.isEmpty()) {
            parts.add(Map.entry("p_again", Map.of("wish_again", List.of(wish))));
        }
        for (Map.Entry<String, Map<String, List<String>>> part : parts) {
            Step step = TestDatabase.await(intake.stand(address));
            int seen = step instanceof Step.At at ? at.visit().revision() : 0;
            TestDatabase.await(intake.send(
                    address, new Intake.Sent(part.getKey(), part.getValue(), Language.ZH_TW, 5, seen, true, false)));
        }
        assertInstanceOf(Step.Done.class, TestDatabase.await(intake.finish(address, Language.ZH_TW, 0)));
    }
}
