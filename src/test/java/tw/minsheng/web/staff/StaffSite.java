package tw.minsheng.web.staff;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tw.minsheng.acceptance.InMemoryProduct;
import tw.minsheng.calendar.OfficeDays;
import tw.minsheng.calendar.ProductCalendar;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Finishing;
import tw.minsheng.collect.FormKeys;
import tw.minsheng.collect.Intake;
import tw.minsheng.collect.MemoryAges;
import tw.minsheng.collect.MemoryStore;
import tw.minsheng.collect.Outcome;
import tw.minsheng.format.CsvReader;
import tw.minsheng.invite.AfterClosingPlan;
import tw.minsheng.invite.InviteKeys;
import tw.minsheng.invite.InviteLetters;
import tw.minsheng.invite.MemoryCalls;
import tw.minsheng.invite.MemoryInvitations;
import tw.minsheng.invite.draw.MemoryDrawnEnds;
import tw.minsheng.invite.draw.MemorySampleDraws;
import tw.minsheng.invite.onsite.MemoryOnsitePlans;
import tw.minsheng.invite.onsite.OnsiteDesk;
import tw.minsheng.invite.onsite.SlipKeys;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.kernel.ProblemWords;
import tw.minsheng.kernel.Sha256;
import tw.minsheng.kernel.Texts;
import tw.minsheng.notify.Notice;
import tw.minsheng.notify.NoticeFile;
import tw.minsheng.notify.NoticeKind;
import tw.minsheng.notify.NoticeTemplates;
import tw.minsheng.panel.MemoryPanels;
import tw.minsheng.panel.PanelDesk;
import tw.minsheng.panel.PanelItem;
import tw.minsheng.panel.PanelKeys;
import tw.minsheng.panel.PanelRound;
import tw.minsheng.panel.coding.CodingDesk;
import tw.minsheng.panel.coding.CodingRound;
import tw.minsheng.panel.coding.MemoryCodings;
import tw.minsheng.petition.CalendarDesk;
import tw.minsheng.petition.CaseDesk;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.CaseIntake;
import tw.minsheng.petition.CaseKeys;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.petition.CaseSamples;
import tw.minsheng.petition.Cases;
import tw.minsheng.petition.Channel;
import tw.minsheng.petition.MemoryCases;
import tw.minsheng.petition.MemoryOfficeCalendars;
import tw.minsheng.petition.MemoryPublicBoard;
import tw.minsheng.petition.MemoryReplyChecks;
import tw.minsheng.petition.MemoryReplyTemplates;
import tw.minsheng.petition.MemoryRetentions;
import tw.minsheng.petition.MemoryWorkPlaces;
import tw.minsheng.petition.RetentionDesk;
import tw.minsheng.petition.TemplateDesk;
import tw.minsheng.petition.alert.MemoryAlerts;
import tw.minsheng.petition.attach.Attachment;
import tw.minsheng.petition.attach.AttachmentDesk;
import tw.minsheng.petition.attach.AttachmentLimits;
import tw.minsheng.petition.attach.FileKind;
import tw.minsheng.petition.deadline.CaseTime;
import tw.minsheng.petition.deadline.Deadline;
import tw.minsheng.petition.deadline.DeadlineRules;
import tw.minsheng.petition.deadline.Due;
import tw.minsheng.petition.notice.CaseNotices;
import tw.minsheng.petition.notice.ConfirmDesk;
import tw.minsheng.petition.notice.ConfirmKeys;
import tw.minsheng.petition.notice.ConfirmOffer;
import tw.minsheng.petition.notice.TellingCases;
import tw.minsheng.report.ItemProposal;
import tw.minsheng.security.Account;
import tw.minsheng.security.AccountOffice;
import tw.minsheng.security.AddressPace;
import tw.minsheng.security.Agency;
import tw.minsheng.security.AuditEntry;
import tw.minsheng.security.Enrolment;
import tw.minsheng.security.MemorySecurity;
import tw.minsheng.security.PasswordRules;
import tw.minsheng.security.Passwords;
import tw.minsheng.security.QuickCredential;
import tw.minsheng.security.Role;
import tw.minsheng.security.SecurityDoors;
import tw.minsheng.security.SessionDesk;
import tw.minsheng.security.SignIn;
import tw.minsheng.survey.Scale;
import tw.minsheng.survey.Weighting;
import tw.minsheng.survey.file.definition.WeightingText;
import tw.minsheng.web.Assets;
import tw.minsheng.web.ClientAddress;
import tw.minsheng.web.Failures;
import tw.minsheng.web.FrontDoor;
import tw.minsheng.web.OriginCheck;
import tw.minsheng.web.RateLimits;
import tw.minsheng.web.Templates;
import tw.minsheng.web.Uploads;
import tw.minsheng.web.WebServer;
import tw.minsheng.web.WebSettings;
import tw.minsheng.web.citizen.CasePages;
import tw.minsheng.web.citizen.CitizenSetup;
import tw.minsheng.web.citizen.ExpertPages;
import tw.minsheng.web.citizen.PetitionSetup;
import tw.minsheng.web.citizen.ProblemPages;

/**
 * The staff pages over HTTP with doors in memory: three levels of agencies, {@code kcg} over {@code kcg-pwb} over
 * {@code kcg-pwb-road}, and {@code kcg-fin} beside them; every person signs in with {@link #PASSWORD}.
 */
final class StaffSite implements AutoCloseable {

    static final String PASSWORD = "blue kettle nineteen rivers";
    static final String REPORT = "<h2>第二章</h2><p>α＝.894</p>";

    /** The file of case 2. */
    static final UUID FILE = UUID.fromString("00000000-0000-4000-8000-000000000002");

    static final byte[] PDF = "%PDF-1.4\n<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] SECRET = "a secret of thirty-two bytes or more".getBytes(StandardCharsets.US_ASCII);
    private static final Supplier<OfficeDays> OFFICE_DAYS = ProductCalendar.read()::days;
    private static final ProblemWords WORDS = new ProblemWords(List.of(
            Texts.of(WebServer.class),
            Texts.of(StaffPages.class),
            Texts.of(CaseFile.class),
            Texts.of(NoticeFile.class),
            Texts.of(PanelDesk.class),
            Texts.of(Deadline.class)));

    private static final ConfirmOffer OFFER =
            new ConfirmOffer(new ConfirmKeys(SECRET, () -> "https://survey.example.org"), Set.of(), 3);

    final HandClock clock = new HandClock();
    final MemorySecurity security = new MemorySecurity();
    final StaffCollect collect = new StaffCollect();
    /** Answers through the slips of a session, by its code. */
    final Map<String, Long> slipAnswers = new java.util.concurrent.ConcurrentHashMap<>();

    final MemoryOnsitePlans onsite = new MemoryOnsitePlans(code -> slipAnswers.getOrDefault(code, 0L));
    final SlipKeys slips = new SlipKeys(new byte[32]);
    final MemoryInvitations invited = new MemoryInvitations();
    final MemorySampleDraws draws = new MemorySampleDraws(invited);
    final MemoryDrawnEnds ends = new MemoryDrawnEnds(draws);
    final MemoryCalls calls = new MemoryCalls();
    final MemoryCases cases = new MemoryCases(security.doors().audit());
    private final Cases told = new TellingCases(
            cases,
            new CaseNotices(
                    CaseSamples::catalogue,
                    key -> LocalizedText.of(Language.ZH_TW, key),
                    () -> "https://survey.example.org",
                    OFFER));
    final MemoryOfficeCalendars kept =
            new MemoryOfficeCalendars(cases, security.doors().audit());
    final CalendarDesk calendars = new CalendarDesk(kept);
    final MemoryWorkPlaces places = new MemoryWorkPlaces(security.doors().audit());
    final MemoryReplyChecks checks =
            new MemoryReplyChecks(cases, security.doors().audit());
    final MemoryRetentions ended = new MemoryRetentions(security.doors().audit());
    final MemoryAlerts alerts = new MemoryAlerts(security.doors().audit());
    final MemoryPanels panels = new MemoryPanels(security.doors().audit());
    final MemoryCodings codings =
            new MemoryCodings(this::numbers, security.doors().audit());
    final MemoryAges ages = new MemoryAges();
    final CountedCases caseReports = new CountedCases();
    final CaseIntake intake;
    final Enrolment enrolment;
    final AccountOffice office;
    final StaffPages pages;
    private final Vertx vertx = Vertx.vertx();
    private final WebServer server;

    /** A clock that is moved by hand. */
    static final class HandClock extends Clock {
        private Instant now = Instant.parse("2026-11-20T02:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }

        void pass(Duration time) {
            now = now.plus(time);
        }
    }

    StaffSite(int port) {
        this(port, false);
    }

    /** @param demo whether it shows the answers of a demonstration, too */
    StaffSite(int port, boolean demo) {
        SecureRandom random = new SecureRandom();
        Passwords passwords = new Passwords(vertx, random);
        SecurityDoors doors = security.doors();
        this.enrolment = new Enrolment(doors, new PasswordRules(), passwords, random, clock);
        this.office = new AccountOffice(doors, enrolment, clock);
        this.intake = new CaseIntake(
                CaseSamples::catalogue, told, new CaseKeys(SECRET), calendars::in, clock, ZoneId.of("Asia/Taipei"));
        StaffDoors staff = new StaffDoors(
                doors,
                new SignIn(doors, passwords, new AddressPace(), random, clock),
                new SessionDesk(doors, clock),
                enrolment,
                office,
                collect,
                collect,
                collect,
                ages,
                new Reports(),
                caseReports,
                caseDoors(),
                inviteDoors(),
                new PanelDoors(panelDesk(), new CodingDesk(codings), new PairedWaves(), WORDS));
        WebSettings settings = new WebSettings(
                "127.0.0.1", port, "https://survey.example.org", Set.of(), true, ZoneId.of("Asia/Taipei"));
        Assets assets = new Assets();
        Templates templates = new Templates();
        StaffSetup setup = new StaffSetup(
                settings,
                templates,
                assets,
                new ClientAddress(settings.trustedProxies()),
                new OriginCheck(settings.publicUrl()),
                random,
                clock,
                demo);
        this.pages = new StaffPages(staff, setup);
        Failures failures = new Failures(WORDS, new ProblemPages(templates, assets, clock, settings.zone()));
        this.server = await(WebServer.start(
                vertx,
                settings,
                new FrontDoor(settings, failures),
                List.of(
                        assets,
                        new TrialPages(pages, trial(setup)),
                        petitioner(setup),
                        new ExpertPages(trial(setup), panelDesk(), WORDS),
                        pages),
                1));
        seed();
    }

    private CitizenSetup trial(StaffSetup setup) {
        MemoryStore store = new MemoryStore(clock);
        FormKeys keys = new FormKeys(SECRET);
        ZoneId zone = setup.settings().zone();
        Finishing finishing = new Finishing(collect, store, keys, clock, zone);
        return new CitizenSetup(
                setup.settings(),
                collect,
                new Intake(collect, store, store, finishing, keys, clock),
                keys,
                setup.templates(),
                setup.assets(),
                setup.address(),
                setup.origin(),
                new RateLimits(false),
                clock);
    }

    CaseDesk caseDesk() {
        return new CaseDesk(CaseSamples::catalogue, told, calendars::in, clock, ZoneId.of("Asia/Taipei"));
    }

    private PanelDesk panelDesk() {
        return new PanelDesk(panels, panels.decisions(), new PanelKeys(SECRET), false, clock);
    }

    private InviteDoors inviteDoors() {
        AfterClosingPlan plan = new AfterClosingPlan("road", 3, 14, 7, 1, Map.of(), 115, LocalDate.of(2026, 12, 1));
        return new InviteDoors(
                invited,
                invited,
                calls,
                new InviteKeys(new byte[32]),
                new InviteLetters(ZoneId.of("Asia/Taipei")),
                Set.of("mail"),
                plan,
                new OnsiteDoors(new OnsiteDesk(onsite), slips),
                new DrawDoors(draws, ends, frameUploads(), new InMemoryProduct.Worker(vertx)),
                new ProblemWords(List.of(Texts.of(AfterClosingPlan.class), Texts.of(CsvReader.class))));
    }

    private CaseDoors caseDoors() {
        NoticeDoors notices = new NoticeDoors(cases.notices(), NoticeTemplates.shipped(), Set.of());
        return new CaseDoors(
                CaseSamples::catalogue,
                told,
                caseDesk(),
                intake,
                places,
                cases,
                checks,
                calendars,
                new RetentionDesk(CaseSamples::catalogue, ended, clock, ZoneId.of("Asia/Taipei")),
                alerts,
                new TemplateDesk(
                        CaseSamples::catalogue,
                        new MemoryReplyTemplates(security.doors().audit())),
                notices,
                uploads(),
                files(),
                new MemoryPublicBoard(cases),
                WORDS);
    }

    private static Uploads uploads() {
        return new Uploads(
                Path.of("target", "uploads"),
                new ClientAddress(Set.of()),
                AttachmentLimits.DEFAULT.fileBytes(),
                2 * AttachmentLimits.DEFAULT.caseBytes());
    }

    /** A frame that is too large is small here. */
    private static Uploads frameUploads() {
        return new Uploads(Path.of("target", "uploads"), new ClientAddress(Set.of()), 200_000, 1_000_000);
    }

    private AttachmentDesk files() {
        return new AttachmentDesk(
                cases.attachments(), AttachmentLimits.DEFAULT, new InMemoryProduct.Worker(vertx), clock);
    }

    private CasePages petitioner(StaffSetup setup) {
        return new CasePages(new PetitionSetup(
                trial(setup),
                intake,
                caseDesk(),
                new ConfirmDesk(told, caseDesk(), cases, OFFER, clock),
                uploads(),
                files(),
                WORDS));
    }

    /** A case of this agency that staff keyed in, as the number of its order says: 1, 2, 3 … */
    private void keyedIn(String agency) {
        CaseTime time = CaseSamples.time();
        Due due = Deadline.of(time, DeadlineRules.DEFAULT, OFFICE_DAYS.get()).due();
        await(cases.open(new Cases.Entry(
                "key-" + agency,
                "mac",
                "code-" + agency,
                115,
                CaseFile.Opening.plain(agency, CaseSamples.petition(Channel.COUNTER), time, act()),
                due)));
    }

    /** Each of the four cases has a notice, whose id is the number of its order. */
    private void tell(int serial) {
        Notice notice = new Notice(
                "0", NoticeKind.MERGE, tw.minsheng.notify.Channel.BY_HAND, "", Language.ZH_TW, Map.of("type", "道路"));
        cases.notices().add(new CaseNumber(115, serial).text(), List.of(notice), clock.instant());
    }

    /** The same bytes under the one known id. */
    private void attach(int serial) {
        Attachment file = new Attachment(
                FILE,
                "路燈.pdf",
                FileKind.PDF,
                PDF.length,
                Sha256.hexOf(PDF),
                Attachment.Location.NONE,
                1,
                CaseIntake.CITIZEN,
                clock.instant());
        await(cases.attachments().begin("form", file, clock.instant()));
        await(cases.attachments().write(FILE, 0, PDF));
        await(cases.attachments().whole("form", FILE, file.sha256()));
        cases.attachments().take("form", new CaseNumber(115, serial), 1);
    }

    static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(20, java.util.concurrent.TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    int port() {
        return server.port();
    }

    Visitor visitor() {
        return new Visitor("http://127.0.0.1:" + port());
    }

    /** A browser in which this person is signed in. */
    Visitor signedIn(String name) {
        Visitor visitor = visitor();
        visitor.signIn(name, PASSWORD);
        return visitor;
    }

    private void seed() {
        agency("kcg", "", "高雄市政府", "Kaohsiung City Government");
        agency("kcg-pwb", "kcg", "工務局", "Public Works Bureau");
        agency("kcg-pwb-road", "kcg-pwb", "養護工程處", "Road Maintenance Office");
        agency("kcg-fin", "kcg", "財政局", "Finance Bureau");
        survey("kcg", "city-wide", "市民整體滿意度調查", "City-wide survey", true);
        survey("kcg-pwb", "counter", "工務局臨櫃服務滿意度調查", "Counter service survey", true);
        survey("kcg-pwb-road", "road", "道路維護滿意度調查", "Road maintenance survey", true);
        survey("kcg-fin", "property", "非公用財產業務滿意度調查", "Property survey", true);
        survey("kcg-pwb", "sketch", "櫃台草稿調查", "Draft survey", false);
        account("chief", Role.ADMIN, "");
        account("admin", Role.ADMIN, "kcg-pwb");
        account("analyst", Role.ANALYST, "kcg-pwb");
        account("roadie", Role.ANALYST, "kcg-pwb-road");
        account("finance", Role.ADMIN, "kcg-fin");
        account("teacher", Role.REVIEWER, "kcg-pwb");
        account("handler", Role.HANDLER, "kcg-pwb");
        account("head", Role.HEAD, "kcg-pwb");
        account("roadhand", Role.HANDLER, "kcg-pwb-road");
        account("roadhead", Role.HEAD, "kcg-pwb-road");
        account("control", Role.CONTROL, "kcg-pwb");
        account("finhead", Role.HEAD, "kcg-fin");
        List.of("kcg", "kcg-pwb", "kcg-pwb-road", "kcg-fin").forEach(this::keyedIn);
        List.of(1, 2, 3, 4).forEach(this::tell);
        attach(2);
        List.of("counter", "property", "road").forEach(this::panel);
        coding("kcg-pwb", 2, List.of("head", "handler"));
        coding("kcg-fin", 4, List.of("finhead", "finance"));
    }

    private List<CaseNumber> numbers(Set<String> agencies) {
        return Stream.of(1, 2, 3, 4)
                .map(serial -> new CaseNumber(115, serial))
                .filter(number -> agencies.contains(await(cases.find(number)).agency()))
                .toList();
    }

    /** Round 1 is of the bureau and of case 2, round 2 of the sister and of case 4. */
    private void coding(String agency, int serial, List<String> coders) {
        await(codings.keep(
                new CodingRound(
                        0,
                        agency,
                        "路燈的主題",
                        List.of("不亮", "太亮"),
                        coders,
                        42,
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 12, 31),
                        1,
                        "head",
                        clock.instant(),
                        List.of(new CaseNumber(115, serial))),
                act()));
    }

    /** Round 1 is of the survey {@code counter}, round 2 of {@code property}, round 3 of {@code road}. */
    private void panel(String survey) {
        LocalizedText text = LocalizedText.of(Language.ZH_TW, "整體滿意度");
        await(panels.open(
                new PanelRound(
                        0,
                        survey,
                        "1.0.0",
                        0,
                        new PanelRound.Asker(text, text, "survey@example.org", "07-3368333"),
                        true,
                        "",
                        clock.instant(),
                        clock.instant().plus(Duration.ofDays(14)),
                        List.of(new PanelItem("overall_sat", "", LocalizedText.NONE, text, false, asked()))),
                act()));
    }

    private static PanelItem.Asked asked() {
        return new PanelItem.Asked(
                LocalizedText.of(Language.ZH_TW, "請就下列各項評分"),
                LocalizedText.NONE,
                List.of(
                        new Scale.Point(1, LocalizedText.of(Language.ZH_TW, "非常不滿意")),
                        new Scale.Point(5, LocalizedText.of(Language.ZH_TW, "非常滿意"))));
    }

    private void agency(String key, String parent, String chinese, String english) {
        LocalizedText name = new LocalizedText(Map.of(Language.ZH_TW, chinese, Language.EN, english));
        await(security.doors().agencies().put(new Agency(key, parent, name), act()));
    }

    private void survey(String agency, String id, String chinese, String english, boolean published) {
        collect.add(agency, StaffCollect.survey(id, chinese, english), published);
        if (published) {
            await(collect.open(act(), id, DataSet.LIVE, "115", tw.minsheng.collect.Wave.NO_END));
            LocalDate day = LocalDate.parse("2026-11-20");
            for (int i = 0; i < 6; i++) {
                collect.count(id, DataSet.LIVE, "115", day.minusDays(i), Outcome.COMPLETE, 40 - 5L * i);
            }
            collect.count(id, DataSet.LIVE, "115", day, Outcome.SCREENED_OUT, 3);
        }
    }

    void account(String name, Role role, String agency) {
        await(security.doors()
                .accounts()
                .open(
                        Account.open(name, Set.of(role), agency, clock.instant()),
                        QuickCredential.of(PASSWORD),
                        AuditEntry.done(act(), "account.open", name)));
    }

    private Act act() {
        return new Act("seed", "", clock.instant());
    }

    @Override
    public void close() {
        await(vertx.close());
    }

    /** A report room that says what it was asked for. */
    private static final class Reports implements SurveyReports {
        @Override
        public String style() {
            return ".report{}";
        }

        @Override
        public Future<String> live(Selection selection, Language language) {
            return Future.succeededFuture(REPORT);
        }

        @Override
        public Future<Scales> scales(Selection selection, Language language) {
            return Future.succeededFuture(new Scales(REPORT, true));
        }

        @Override
        public Future<Compared> comparisons(Selection selection, Chosen chosen, Language language) {
            boolean pending = selection.set() == DataSet.TEST;
            String html = REPORT + "<p>" + chosen.item() + " × " + chosen.by() + "</p>";
            return Future.succeededFuture(
                    pending ? new Compared("", "", true) : new Compared("<p>三個問題的答案</p>", html, false));
        }

        @Override
        public Future<String> weighting(Selection selection, Optional<Weighting> tried, Language language) {
            String shown = tried.map(WeightingText::of).orElse("declared");
            return Future.succeededFuture(REPORT + "<p>" + selection.set().code() + " " + shown + "</p>");
        }

        @Override
        public Future<Buffer> table(Selection selection, String key) {
            return Future.succeededFuture(Buffer.buffer("item,n\n"));
        }

        @Override
        public Future<String> review(Selection selection, Language language) {
            return Future.succeededFuture(REPORT);
        }

        @Override
        public Future<Buffer> pdf(Selection selection, Language language) {
            return Future.succeededFuture(Buffer.buffer("%PDF-1.7"));
        }

        @Override
        public Future<Buffer> resultsJson(Selection selection) {
            return Future.succeededFuture(Buffer.buffer("{\"format\":\"minsheng-results/1\"}"));
        }

        @Override
        public Future<Void> answersCsv(Selection selection, Sink sink) {
            return sink.write(Buffer.buffer("overall_sat\r\n"))
                    .compose(done -> sink.write(Buffer.buffer(selection.set().code() + selection.wave() + "\r\n")));
        }

        @Override
        public Future<Buffer> codebookCsv(String survey) {
            return Future.succeededFuture(Buffer.buffer("variable\r\noverall_sat\r\n"));
        }

        @Override
        public Future<List<ItemProposal>> proposals(Selection selection, Language language) {
            return Future.succeededFuture(
                    List.of(new ItemProposal("overall_sat", "整體滿意度", "", "delete", List.of("決斷值 1.20＜3.5"), "n＝40")));
        }
    }
}
