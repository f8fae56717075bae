package tw.minsheng.acceptance;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import tw.minsheng.calendar.OfficeDays;
import tw.minsheng.calendar.ProductCalendar;
import tw.minsheng.collect.AnswerSheet;
import tw.minsheng.collect.AnswerWords;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Finishing;
import tw.minsheng.collect.FormKeys;
import tw.minsheng.collect.Intake;
import tw.minsheng.collect.MemoryStore;
import tw.minsheng.collect.Published;
import tw.minsheng.collect.Responses;
import tw.minsheng.collect.Samples;
import tw.minsheng.collect.Wave;
import tw.minsheng.invite.Contact;
import tw.minsheng.invite.Invitations;
import tw.minsheng.invite.InviteKeys;
import tw.minsheng.invite.MemoryInvitations;
import tw.minsheng.invite.onsite.Slip;
import tw.minsheng.invite.onsite.SlipKeys;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.kernel.ProblemWords;
import tw.minsheng.kernel.Texts;
import tw.minsheng.notify.Channel;
import tw.minsheng.notify.Notice;
import tw.minsheng.petition.CaseDesk;
import tw.minsheng.petition.CaseIntake;
import tw.minsheng.petition.CaseKeys;
import tw.minsheng.petition.CaseSamples;
import tw.minsheng.petition.Cases;
import tw.minsheng.petition.Catalogue;
import tw.minsheng.petition.MemoryCases;
import tw.minsheng.petition.MemoryPublicBoard;
import tw.minsheng.petition.attach.AttachmentDesk;
import tw.minsheng.petition.attach.AttachmentLimits;
import tw.minsheng.petition.notice.CaseNotices;
import tw.minsheng.petition.notice.ConfirmDesk;
import tw.minsheng.petition.notice.ConfirmKeys;
import tw.minsheng.petition.notice.ConfirmOffer;
import tw.minsheng.petition.notice.TellingCases;
import tw.minsheng.survey.Version;
import tw.minsheng.survey.file.CheckedSurvey;
import tw.minsheng.survey.file.SurveyFolder;
import tw.minsheng.survey.file.SurveyVersion;
import tw.minsheng.web.Assets;
import tw.minsheng.web.ClientAddress;
import tw.minsheng.web.Failures;
import tw.minsheng.web.FrontDoor;
import tw.minsheng.web.Health;
import tw.minsheng.web.OriginCheck;
import tw.minsheng.web.RateLimits;
import tw.minsheng.web.Templates;
import tw.minsheng.web.Uploads;
import tw.minsheng.web.WebServer;
import tw.minsheng.web.WebSettings;
import tw.minsheng.web.api.PetitionApi;
import tw.minsheng.web.api.SurveyApi;
import tw.minsheng.web.citizen.AnswerPages;
import tw.minsheng.web.citizen.BoardPages;
import tw.minsheng.web.citizen.CasePages;
import tw.minsheng.web.citizen.CitizenSetup;
import tw.minsheng.web.citizen.ConfirmPages;
import tw.minsheng.web.citizen.Ground;
import tw.minsheng.web.citizen.HomePages;
import tw.minsheng.web.citizen.InvitePages;
import tw.minsheng.web.citizen.PetitionPages;
import tw.minsheng.web.citizen.PetitionSetup;
import tw.minsheng.web.citizen.ProblemPages;
import tw.minsheng.web.citizen.SlipDoor;
import tw.minsheng.web.citizen.StartPages;

/** The citizens' half of the product over doors in memory: shipped surveys and the samples of the tests, all open. */
public final class InMemoryProduct implements AutoCloseable {

    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");

    private static final byte[] SECRET = "a secret of thirty-two bytes or more".getBytes(StandardCharsets.US_ASCII);

    private final Vertx vertx = Vertx.vertx();
    private final MemoryCases cases = new MemoryCases();
    private final ConfirmKeys confirmKeys = new ConfirmKeys(SECRET, () -> "");
    private final MemoryInvitations invited = new MemoryInvitations();
    private final InviteKeys inviteKeys = new InviteKeys(SECRET);
    private final SlipKeys slipKeys = new SlipKeys(SECRET);
    private final Cases told;
    private final MemoryStore store;
    private final WebServer server;

    public InMemoryProduct(int port, boolean limits, Clock clock) {
        this(port, limits, clock, CaseSamples.catalogue());
    }

    /** A house that has no {@code petitions.yaml}. */
    static InMemoryProduct withoutPetitions() {
        return new InMemoryProduct(0, false, Clock.systemUTC(), Catalogue.NONE);
    }

    private InMemoryProduct(int port, boolean limits, Clock clock, Catalogue catalogue) {
        store = new MemoryStore(clock);
        told = new TellingCases(cases, new CaseNotices(() -> catalogue, key -> LocalizedText.NONE, () -> "", offer()));
        WebSettings settings = new WebSettings("127.0.0.1", port, "", Set.of(), limits, TAIPEI);
        FormKeys keys = new FormKeys(SECRET.clone());
        Finishing finishing = new Finishing(store, store, keys, clock, TAIPEI);
        Intake intake = new Intake(store, store, store, finishing, keys, clock);
        Assets assets = new Assets();
        Templates templates = new Templates();
        CitizenSetup setup = new CitizenSetup(
                settings,
                store,
                intake,
                keys,
                templates,
                assets,
                new ClientAddress(settings.trustedProxies()),
                new OriginCheck(settings.publicUrl()),
                new RateLimits(settings.rateLimits()),
                clock);
        SurveyApi api = new SurveyApi(store, finishing, setup.address(), setup.origin(), setup.limits(), clock);
        PetitionSetup petitions = petitions(setup, catalogue, clock);
        PetitionApi petitionApi =
                new PetitionApi(petitions.intake(), petitions.desk(), setup.address(), setup.origin(), setup.limits());
        FrontDoor door = new FrontDoor(
                settings, new Failures(petitions.words(), new ProblemPages(templates, assets, clock, TAIPEI)));
        server = await(WebServer.start(
                vertx,
                settings,
                door,
                List.of(
                        assets,
                        new HomePages(setup, true),
                        new ConfirmPages(petitions),
                        new PetitionPages(petitions),
                        new BoardPages(petitions, new MemoryPublicBoard(cases)),
                        new CasePages(petitions),
                        new StartPages(setup, Ground.OPEN),
                        new AnswerPages(setup, Ground.OPEN),
                        new InvitePages(setup, invited, inviteKeys),
                        new SlipDoor(setup, slipKeys),
                        api,
                        petitionApi,
                        new Health(Map.of())),
                2));
    }

    private PetitionSetup petitions(CitizenSetup setup, Catalogue catalogue, Clock clock) {
        OfficeDays days = ProductCalendar.read().days();
        CaseIntake intake =
                new CaseIntake(() -> catalogue, told, new CaseKeys(SECRET.clone()), district -> days, clock, TAIPEI);
        ProblemWords words = new ProblemWords(
                List.of(Texts.of(WebServer.class), Texts.of(AnswerWords.class), Texts.of(CaseIntake.class)));
        ConfirmDesk confirm = new ConfirmDesk(told, desk(clock), cases, offer(), clock);
        return new PetitionSetup(setup, intake, desk(clock), confirm, uploads(), files(clock), words);
    }

    private static Uploads uploads() {
        return new Uploads(
                Path.of("target", "uploads"),
                new ClientAddress(Set.of()),
                AttachmentLimits.DEFAULT.fileBytes(),
                2 * AttachmentLimits.DEFAULT.caseBytes());
    }

    private AttachmentDesk files(Clock clock) {
        return new AttachmentDesk(cases.attachments(), AttachmentLimits.DEFAULT, new Worker(vertx), clock);
    }

    /** Beside the event loops. */
    public record Worker(Vertx vertx) implements AttachmentDesk.Aside {
        @Override
        public <T> Future<T> run(Callable<T> work) {
            return vertx.executeBlocking(work, false);
        }
    }

    /** For staff of these cases. */
    public CaseDesk desk(Clock clock) {
        Catalogue catalogue = CaseSamples.catalogue();
        OfficeDays days = ProductCalendar.read().days();
        return new CaseDesk(() -> catalogue, told, district -> days, clock, TAIPEI);
    }

    /** Opens every shipped survey but the examples for analysts. */
    public InMemoryProduct withShippedSurveys() {
        for (SurveyFolder folder : SurveyFolder.all(Path.of("surveys"))) {
            if (folder.folder().getParent().endsWith("examples")) {
                continue;
            }
            SurveyVersion version = CheckedSurvey.of(folder).version();
            open(Published.of("shipped", version.survey(), version.hash(), version.json()));
        }
        return this;
    }

    /** Opens the surveys that tests are about. */
    public InMemoryProduct withSamples() {
        open(Samples.published(Samples.counter(new Version(1, 0, 0))));
        open(Samples.published(Samples.everyType()));
        open(Samples.published(Samples.withQuota(1)));
        return this;
    }

    public void open(Published version) {
        store.publish(version);
        String id = version.survey().id();
        await(store.open(act(), id, DataSet.LIVE, "115", Wave.NO_END));
    }

    private ConfirmOffer offer() {
        return new ConfirmOffer(confirmKeys, Set.of(Channel.MAIL, Channel.SMS), 3);
    }

    /** The desk that confirms its cases, at another time. */
    ConfirmDesk confirm(Clock clock) {
        return new ConfirmDesk(told, desk(clock), cases, offer(), clock);
    }

    /** What only the notices know: the link, or the code. */
    String secret(Notice notice) {
        return confirmKeys.of(notice).values().iterator().next();
    }

    public MemoryCases cases() {
        return cases;
    }

    /** Invites somebody to the open wave: the address of her link. */
    String invite(String survey, Instant expires) {
        Contact contact = new Contact("", UUID.randomUUID() + "@example.org", "", Language.ZH_TW, "");
        Invitations.Round round = new Invitations.Round(survey, "115");
        await(invited.add(round, List.of(contact), inviteKeys, act()));
        invited.expire(expires);
        return inviteKeys.path(survey, invited.newest());
    }

    /** The way of a slip that was printed for a session. */
    String slip(Slip slip) {
        return slipKeys.path(slip);
    }

    public MemoryStore store() {
        return store;
    }

    /** What was answered to a survey, trials and the demonstration aside. */
    public List<AnswerSheet> answers(String survey) {
        List<AnswerSheet> all = new ArrayList<>();
        await(store.stream(new Responses.Selection(survey, "", DataSet.LIVE), batch -> {
            batch.forEach(stored -> all.add(stored.sheet()));
            return Future.succeededFuture();
        }));
        return all;
    }

    public static Act act() {
        return new Act("test", "shipped", "", Instant.now());
    }

    public String url() {
        return "http://127.0.0.1:" + server.port();
    }

    @Override
    public void close() {
        await(server.stop());
        await(vertx.close());
    }

    static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** For looking at pages: {@code port}, then waits to be stopped. */
    public static void main(String[] arguments) throws InterruptedException {
        InMemoryProduct product =
                new InMemoryProduct(Integer.parseInt(arguments[0]), false, Clock.systemUTC()).withShippedSurveys();
        System.out.println("ready " + product.url());
        Thread.currentThread().join();
    }
}
