package tw.minsheng.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Finishing;
import tw.minsheng.collect.FormKeys;
import tw.minsheng.collect.Intake;
import tw.minsheng.collect.Outcome;
import tw.minsheng.collect.Published;
import tw.minsheng.collect.Responses;
import tw.minsheng.collect.SamplePlace;
import tw.minsheng.collect.SampleWeights;
import tw.minsheng.collect.Samples;
import tw.minsheng.collect.Source;
import tw.minsheng.collect.Step;
import tw.minsheng.invite.Contact;
import tw.minsheng.invite.Invitations;
import tw.minsheng.invite.InviteKeys;
import tw.minsheng.invite.Seed;
import tw.minsheng.invite.draw.DrawnEnds;
import tw.minsheng.invite.draw.DrawnFrame;
import tw.minsheng.invite.draw.DrawnPerson;
import tw.minsheng.invite.draw.Ending;
import tw.minsheng.invite.draw.Ends;
import tw.minsheng.invite.draw.SampleDraw;
import tw.minsheng.invite.draw.SampleDraws;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Problem;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.Version;

/** Who was drawn is invited and answers: the answer stands in its stratum or cluster, and for as many as the draw says. */
class PgInvitedSampleTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final byte[] SECRET = new byte[32];
    private static final Map<String, Survey> DEFINITIONS = new ConcurrentHashMap<>();
    private static final Act ACT = new Act("analyst", "kcg-pwb", Instant.parse("2026-11-22T02:00:00Z"));

    private final String survey = "kcg-drawn" + System.nanoTime();
    private final SampleDraws.Of wave = new SampleDraws.Of(survey, "115");
    private final InviteKeys keys = new InviteKeys(SECRET);
    private SurveyCache cache;
    private Intake intake;
    private PgInvitations invitations;
    private PgResponses responses;
    private SampleDraws draws;

    @BeforeEach
    void open() {
        DATABASE.run("truncate draft, pending, no_survey, contact cascade");
        Database database = DATABASE.database();
        cache = new SurveyCache(database, (definition, files) -> Objects.requireNonNull(DEFINITIONS.get(definition)));
        GroupCommit commits = new GroupCommit(DATABASE.vertx(), database);
        PgSurveys surveys = new PgSurveys(cache, Clock.systemUTC());
        PgDrafts drafts = new PgDrafts(new GroupRead(DATABASE.vertx(), database), commits, cache);
        responses = new PgResponses(database, commits, cache);
        invitations = new PgInvitations(database, cache);
        draws = new PgSampleDraws(database, cache);
        FormKeys forms = new FormKeys(SECRET);
        Finishing finishing = new Finishing(surveys, responses, forms, Clock.systemUTC(), ZoneId.of("Asia/Taipei"));
        intake = new Intake(surveys, drafts, responses, finishing, forms, Clock.systemUTC());
        Published version = Samples.published(Samples.counter(survey, new Version(1, 0, 0)));
        DEFINITIONS.put(version.definition(), version.survey());
        TestDatabase.await(cache.refresh());
        TestDatabase.await(new PgPublications(database, cache).publish(ACT, version, "115"));
    }

    /** 6 of 60 in the first group, 3 of 9 in the second, and one of whom no address is known. */
    private void draw(String design) {
        DrawnFrame frame =
                new DrawnFrame(1, "紀錄", "a.csv", LocalDate.EPOCH, 1, 69, List.of("no"), "no", "f", "analyst", ACT.at());
        List<SampleDraw.Group> groups = List.of(
                new SampleDraw.Group("building", 60, 6, 10, false), new SampleDraw.Group("road", 9, 3, 3, false));
        List<DrawnPerson> people = IntStream.range(0, 9)
                .mapToObj(i -> new DrawnPerson(
                        "C" + i,
                        i < 6 ? "building" : "road",
                        i < 6 ? 10 : 3,
                        i == 0 ? DrawnPerson.Reach.NONE : new DrawnPerson.Reach("", "P" + i + "@Example.org", "", "")))
                .toList();
        TestDatabase.await(draws.keepFrame(wave, frame, ACT));
        TestDatabase.await(draws.keep(
                wave,
                new SampleDraw(
                        0,
                        frame,
                        new SampleDraw.Rule(design, "equal", 9, 0, new Seed(1, Seed.Source.UNKNOWN), "kind", ""),
                        9,
                        "h",
                        "{}",
                        LocalDate.EPOCH,
                        "analyst",
                        ACT.at(),
                        SampleDraw.State.DRAWN,
                        "",
                        groups),
                people,
                ACT));
    }

    private Future<Invitations.Added> invite() {
        List<Contact> contacts = IntStream.range(1, 9)
                .mapToObj(
                        i -> new Contact("", "p" + i + "@example.org", "", Language.ZH_TW, i < 6 ? "building" : "road"))
                .toList();
        return draws.invite(wave, contacts, keys, ACT);
    }

    private void answer(int i) {
        String seed =
                DATABASE.text("select i.seed from contact c join invitation i on i.contact = c.id where c.email = 'p"
                        + i + "@example.org'");
        String path = keys.path(survey, seed);
        String token = path.substring(path.lastIndexOf('/') + 1);
        Intake.Address address = new Intake.Address(
                survey, DataSet.LIVE, keys.code(survey, token), Optional.empty(), InviteKeys.hash(token));
        type(address, "p_visit", Map.of("d_counter", List.of("road")));
        type(address, "p_env", Map.of("env_clean", List.of("4"), "env_signs", List.of("4"), "env_wait", List.of("4")));
        type(address, "p_comment", Map.of("comment", List.of("")));
        assertInstanceOf(Step.Done.class, TestDatabase.await(intake.finish(address, Language.ZH_TW, 0)));
    }

    private void type(Intake.Address address, String part, Map<String, List<String>> fields) {
        Step step = TestDatabase.await(intake.stand(address));
        int seen = step instanceof Step.At at ? at.visit().revision() : 0;
        TestDatabase.await(intake.send(address, new Intake.Sent(part, fields, Language.ZH_TW, 5, seen, true, false)));
    }

    /** Released answers by their place, with what each stands for. */
    private Map<String, Long> places() {
        SampleWeights weights = TestDatabase.await(draws.weights(survey));
        Map<String, Long> found = new TreeMap<>();
        List<SamplePlace> all = new ArrayList<>();
        TestDatabase.await(responses.stream(new Responses.Selection(survey, "115", DataSet.LIVE), batch -> {
            batch.forEach(stored -> all.add(stored.sheet().place()));
            return Future.succeededFuture();
        }));
        all.forEach(place ->
                found.merge(place.stratum() + "|" + place.unit() + "|" + weights.of("115", place), 1L, Long::sum));
        return found;
    }

    private String codeOf(Future<?> refused) {
        return assertInstanceOf(Problem.class, TestDatabase.awaitFailure(refused))
                .code();
    }

    @Test
    void anAnswerStandsInItsStratumAndForItsShare() {
        draw("stratified");
        assertEquals(new Invitations.Added(8, 0, 0), TestDatabase.await(invite()));
        assertEquals(
                SampleDraw.State.INVITED,
                TestDatabase.await(draws.all(wave)).get(0).state());
        IntStream.range(1, 6).forEach(this::answer);
        assertEquals(5, TestDatabase.await(invitations.release()));
        assertEquals(Map.of("building||10.0", 5L), places());
        assertEquals("8", DATABASE.text("select count(*)::text from drawn_person where contact is not null"));
    }

    /** Two of one stratum and three of the other are released together when the wave is over: they stand for both. */
    @Test
    void strataThatWereReleasedTogetherStandForBoth() {
        draw("stratified");
        TestDatabase.await(invite());
        List.of(1, 2, 6, 7, 8).forEach(this::answer);
        DATABASE.run("update wave set closes_at = now() - interval '1 minute', open = false where code = '115'"
                + " and survey_no = (select no from survey where id = '" + survey + "')");
        assertEquals(5, TestDatabase.await(invitations.release()));
        assertEquals(Map.of("building+road||" + 69 / 9.0, 5L), places());
        assertEquals("", new SamplePlace("building+road", "").oneStratum());
    }

    @Test
    void anAnswerStandsInItsCluster() {
        draw("cluster");
        TestDatabase.await(invite());
        IntStream.range(1, 6).forEach(this::answer);
        TestDatabase.await(invitations.release());
        assertEquals(Map.of("|building|10.0", 5L), places());
    }

    @Test
    void inASimpleDrawAllStandForTheSame() {
        draw("srs");
        TestDatabase.await(invite());
        IntStream.range(1, 6).forEach(this::answer);
        TestDatabase.await(invitations.release());
        assertEquals(Map.of("||1.0", 5L), places());
    }

    @Test
    void aDrawBecomesInvitationsOnceAndBesideNobodyElse() {
        draw("stratified");
        TestDatabase.await(invitations.add(
                new Invitations.Round(survey, "115"),
                List.of(new Contact("", "other@example.org", "", Language.ZH_TW, "")),
                keys,
                ACT));
        assertEquals("sample.others", codeOf(invite()));
        TestDatabase.await(invitations.erase(new Invitations.Round(survey, "115"), ACT));
        assertEquals("8", DATABASE.text("select count(*)::text from drawn_person where email <> ''"), "they wait");
        TestDatabase.await(invite());
        assertEquals("sample.not_standing", codeOf(draws.invite(wave, List.of(), keys, ACT)));
        assertEquals("sample.invited", codeOf(draws.discard(wave, "too late", ACT)));
    }

    /** By hand: nine drawn, one of them without an address, one refuses, one mail came back, one was found not to belong. */
    @Test
    void howItEndedIsCountedAndStaysWhenContactsAreErased() {
        draw("stratified");
        DrawnEnds ends = new PgDrawnEnds(DATABASE.database(), cache);
        assertEquals(Ends.NONE, TestDatabase.await(ends.ends(wave)), "nobody is invited");
        TestDatabase.await(invite());
        IntStream.range(1, 6).forEach(this::answer);
        assertEquals(
                List.of("C99", "X"), TestDatabase.await(ends.write(wave, List.of("C6", "C99", "X"), Ending.R, ACT)));
        assertEquals(new Ends(9, Map.of(Ending.UH, 1L)), TestDatabase.await(ends.ends(wave)));
        assertEquals(List.of(), TestDatabase.await(ends.write(wave, List.of("C6", "C7"), Ending.R, ACT)));
        assertEquals(List.of(), TestDatabase.await(ends.write(wave, List.of("C7"), Ending.NE, ACT)));
        assertEquals(
                List.of(), TestDatabase.await(ends.write(wave, List.of("C1"), Ending.NC, ACT)), "she has answered");
        assertEquals(1, TestDatabase.await(ends.takeBack(wave, List.of("C1"), ACT)));
        assertEquals(0, TestDatabase.await(ends.takeBack(wave, List.of("C1"), ACT)));
        assertEquals(
                List.of(new DrawnEnds.Written("C6", Ending.R), new DrawnEnds.Written("C7", Ending.NE)),
                TestDatabase.await(ends.written(wave)));
        DATABASE.run("insert into invitation_mail (contact, kind, channel, facts, state, next_at)"
                + " select id, 'invite', 'mail', '{}', 'failed', now() from contact where email = 'p8@example.org'");
        Ends counted = new Ends(9, Map.of(Ending.UH, 2L, Ending.R, 1L, Ending.NE, 1L));
        assertEquals(counted, TestDatabase.await(ends.ends(wave)));
        List<Responses.Count> five = List.of(new Responses.Count(
                "115", Survey.Mode.WEB, Source.DRAWN, LocalDate.of(2026, 11, 20), Outcome.COMPLETE, 5));
        assertEquals(5L, counted.with(five).get(Ending.I));
        assertEquals(0L, counted.with(five).get(Ending.UO));
        TestDatabase.await(invitations.erase(new Invitations.Round(survey, "115"), ACT));
        assertEquals(
                "0",
                DATABASE.text("select count(*)::text from drawn_person where survey_no = (select no from survey"
                        + " where id = '" + survey + "')"));
        assertEquals(counted, TestDatabase.await(ends.ends(wave)));
        assertEquals(
                survey + " 115 R 2",
                DATABASE.text(
                        "select min(object) from audit where what = 'sample.end' and object like '" + survey + "%R%'"));
    }

    /** A list of a city is put on the list of invitations in seconds, not each compared with each. */
    @Test
    void thousandsAreInvitedAtOnce() {
        int n = 6_000;
        draw("srs");
        TestDatabase.await(draws.discard(wave, "too few", ACT));
        List<DrawnPerson> people = IntStream.range(0, n)
                .mapToObj(i ->
                        new DrawnPerson("C" + i, "", 1, new DrawnPerson.Reach("", "P" + i + "@Example.org", "", "")))
                .toList();
        SampleDraw before = TestDatabase.await(draws.all(wave)).get(0);
        TestDatabase.await(draws.keep(wave, before.as(SampleDraw.State.DRAWN, ""), people, ACT));
        List<Contact> contacts = IntStream.range(0, n)
                .mapToObj(i -> new Contact("", "p" + i + "@example.org", "", Language.ZH_TW, ""))
                .toList();
        assertEquals(new Invitations.Added(n, 0, 0), TestDatabase.await(draws.invite(wave, contacts, keys, ACT)));
        assertEquals(
                Integer.toString(n),
                DATABASE.text("select count(*)::text from drawn_person where contact is not null"));
    }
}
