package tw.minsheng;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import tw.minsheng.calendar.LocalClosure;
import tw.minsheng.cli.Settings;
import tw.minsheng.collect.Finishing;
import tw.minsheng.collect.FormKeys;
import tw.minsheng.collect.Intake;
import tw.minsheng.invite.onsite.OnsiteDesk;
import tw.minsheng.invite.onsite.SlipKeys;
import tw.minsheng.kernel.ProblemWords;
import tw.minsheng.notify.Channel;
import tw.minsheng.panel.PanelDesk;
import tw.minsheng.panel.PanelKeys;
import tw.minsheng.panel.coding.CodingDesk;
import tw.minsheng.petition.RetentionDesk;
import tw.minsheng.petition.TemplateDesk;
import tw.minsheng.petition.attach.AttachmentDesk;
import tw.minsheng.petition.attach.AttachmentLimits;
import tw.minsheng.report.ReportPress;
import tw.minsheng.report.draw.FrameDesk;
import tw.minsheng.typeface.Typefaces;
import tw.minsheng.web.Assets;
import tw.minsheng.web.ClientAddress;
import tw.minsheng.web.Failures;
import tw.minsheng.web.FrontDoor;
import tw.minsheng.web.Health;
import tw.minsheng.web.OriginCheck;
import tw.minsheng.web.RateLimits;
import tw.minsheng.web.Routes;
import tw.minsheng.web.Templates;
import tw.minsheng.web.Uploads;
import tw.minsheng.web.WebSettings;
import tw.minsheng.web.api.PetitionApi;
import tw.minsheng.web.api.SurveyApi;
import tw.minsheng.web.citizen.AnswerPages;
import tw.minsheng.web.citizen.BoardPages;
import tw.minsheng.web.citizen.CasePages;
import tw.minsheng.web.citizen.CitizenSetup;
import tw.minsheng.web.citizen.ConfirmPages;
import tw.minsheng.web.citizen.ExpertPages;
import tw.minsheng.web.citizen.Ground;
import tw.minsheng.web.citizen.HomePages;
import tw.minsheng.web.citizen.InvitePages;
import tw.minsheng.web.citizen.PetitionPages;
import tw.minsheng.web.citizen.PetitionSetup;
import tw.minsheng.web.citizen.ProblemPages;
import tw.minsheng.web.citizen.SlipDoor;
import tw.minsheng.web.citizen.StartPages;
import tw.minsheng.web.staff.CaseDoors;
import tw.minsheng.web.staff.DrawDoors;
import tw.minsheng.web.staff.InviteDoors;
import tw.minsheng.web.staff.NoticeDoors;
import tw.minsheng.web.staff.OnsiteDoors;
import tw.minsheng.web.staff.PanelDoors;
import tw.minsheng.web.staff.StaffDoors;
import tw.minsheng.web.staff.StaffPages;
import tw.minsheng.web.staff.StaffSetup;
import tw.minsheng.web.staff.TrialPages;

/** Everything that answers over HTTP, joined to the doors. */
final class Pages {

    /** What the fields of a form may have beside its files. */
    private static final long FIELDS = 1_048_576;

    private final Vertx vertx;
    private final Settings settings;
    private final boolean demo;
    private final Clock clock;
    private final ProblemWords words;
    private final String program;
    private final byte[] secret;
    private final Doors doors;
    private final Staff staff;
    private final SurveyWatch watch;
    private final Petitions petitions;
    private final Post post;
    private final Inviting inviting;
    private final Uploads uploads;
    private final Uploads staffUploads;
    private final Uploads frames;
    private final AttachmentDesk files;
    private final Templates templates = new Templates();
    private final Assets assets = new Assets();

    Pages(
            Vertx vertx,
            Settings settings,
            boolean demo,
            Clock clock,
            ProblemWords words,
            String program,
            byte[] secret,
            Doors doors,
            Staff staff,
            SurveyWatch watch,
            Petitions petitions,
            Post post,
            Inviting inviting) {
        this.vertx = vertx;
        this.settings = settings;
        this.demo = demo;
        this.clock = clock;
        this.words = words;
        this.program = program;
        this.secret = secret.clone();
        this.doors = doors;
        this.staff = staff;
        this.watch = watch;
        this.petitions = petitions;
        this.post = post;
        this.inviting = inviting;
        AttachmentLimits most = settings.attachments();
        // a form with twice as much as is taken is still answered with what is wrong
        this.uploads = uploads(settings, most.fileBytes(), 2 * most.caseBytes() + FIELDS);
        // those of the public cannot take the places of staff
        this.staffUploads = uploads(settings, most.fileBytes(), 2 * most.caseBytes() + FIELDS);
        this.frames = uploads(settings, FrameDesk.MOST_BYTES, FrameDesk.MOST_BYTES + FIELDS);
        this.files = new AttachmentDesk(doors.attachments(), most, new Beside(vertx), clock);
    }

    private static Uploads uploads(Settings settings, long fileBytes, long bodyBytes) {
        return new Uploads(
                OwnerOnly.folder(settings.data().resolve("uploads")),
                new ClientAddress(settings.trustedProxies()),
                fileBytes,
                bodyBytes);
    }

    /** Frames are read one at a time: each holds the ids of its rows in memory. */
    private record Alone(WorkerExecutor worker) implements AttachmentDesk.Aside {

        private static final long LIMIT_MINUTES = 10;

        Alone(Vertx vertx) {
            this(vertx.createSharedWorkerExecutor("frames", 1, LIMIT_MINUTES, TimeUnit.MINUTES));
        }

        @Override
        public <T> Future<T> run(Callable<T> work) {
            return worker.executeBlocking(work, false);
        }
    }

    /** Beside the event loops. */
    private record Beside(Vertx vertx) implements AttachmentDesk.Aside {
        @Override
        public <T> Future<T> run(Callable<T> work) {
            return vertx.executeBlocking(work, false);
        }
    }

    WebSettings webSettings() {
        return new WebSettings(
                settings.host(),
                settings.port(),
                settings.publicUrl(),
                settings.trustedProxies(),
                settings.rateLimits(),
                settings.timeZone());
    }

    FrontDoor frontDoor() {
        ProblemPages page = new ProblemPages(templates, assets, clock, settings.timeZone());
        return new FrontDoor(webSettings(), new Failures(words, page));
    }

    List<Routes> routes() {
        FormKeys keys = new FormKeys(secret);
        Finishing finishing = new Finishing(doors.surveys(), doors.responses(), keys, clock, settings.timeZone());
        Intake intake = new Intake(doors.surveys(), doors.drafts(), doors.responses(), finishing, keys, clock);
        ClientAddress address = new ClientAddress(settings.trustedProxies());
        OriginCheck origin = new OriginCheck(settings.publicUrl());
        RateLimits limits = new RateLimits(settings.rateLimits());
        CitizenSetup citizen = new CitizenSetup(
                webSettings(), doors.surveys(), intake, keys, templates, assets, address, origin, limits, clock);
        PetitionSetup petition = new PetitionSetup(
                citizen, petitions.intake(), petitions.desk(), petitions.confirm(), uploads, files, words);
        PetitionApi petitionApi = new PetitionApi(petitions.intake(), petitions.desk(), address, origin, limits);
        StaffPages staffPages = staffPages(address, origin);
        // in the order in which paths are tried: what a crowd asks for comes first
        return List.of(
                new AnswerPages(citizen, Ground.OPEN),
                new InvitePages(citizen, doors.invitations(), inviting.keys()),
                new SlipDoor(citizen, new SlipKeys(secret)),
                assets,
                new Health(Map.of("database", doors::ping)),
                new SurveyApi(doors.surveys(), finishing, address, origin, limits, clock),
                petitionApi,
                new HomePages(citizen, !petitions.intake().catalogue().isEmpty()),
                new ConfirmPages(petition),
                new PetitionPages(petition),
                new BoardPages(petition, doors.board()),
                new CasePages(petition),
                new ExpertPages(citizen, panel(), words),
                new StartPages(citizen, Ground.OPEN),
                new TrialPages(staffPages, citizen),
                staffPages);
    }

    private PanelDesk panel() {
        return new PanelDesk(
                doors.panels(),
                doors.decisions(),
                new PanelKeys(secret),
                post.served().contains(Channel.MAIL),
                clock);
    }

    private StaffPages staffPages(ClientAddress address, OriginCheck origin) {
        ReportPress press = new ReportPress(new Typefaces());
        ServerReports reports = new ServerReports(
                vertx,
                press,
                program,
                doors.surveys(),
                doors.responses(),
                new DrawnWeights(new OnsiteDesk(doors.onsite()), doors.draws()),
                new DrawnContacts(doors.responses(), doors.ends(), doors.draws()),
                watch::facts,
                panel()::evidence,
                new RetestOfReport(doors.waves(), new ServerRetests(vertx, doors.surveys(), doors.responses())),
                clock,
                settings.timeZone());
        StaffDoors all = new StaffDoors(
                doors.security(),
                staff.signIn(),
                staff.desk(),
                staff.enrolment(),
                staff.office(),
                doors.surveys(),
                doors.waves(),
                doors.responses(),
                doors.ages(),
                reports,
                new ServerCaseReports(
                        vertx,
                        press,
                        doors.ledger(),
                        doors.caseTexts(),
                        () -> petitions.calendars().in(LocalClosure.EVERYWHERE),
                        program,
                        clock,
                        settings.timeZone()),
                new CaseDoors(
                        petitions.intake()::catalogue,
                        petitions.cases(),
                        petitions.desk(),
                        petitions.intake(),
                        doors.places(),
                        doors.control(),
                        doors.checks(),
                        petitions.calendars(),
                        new RetentionDesk(
                                petitions.intake()::catalogue, doors.retentions(), clock, settings.timeZone()),
                        doors.alerts(),
                        new TemplateDesk(petitions.intake()::catalogue, doors.templates()),
                        new NoticeDoors(doors.notices(), post.templates(), post.served()),
                        staffUploads,
                        files,
                        doors.board(),
                        words),
                new InviteDoors(
                        doors.invitations(),
                        doors.caseSurveys(),
                        doors.calls(),
                        inviting.keys(),
                        inviting.letters(),
                        inviting.channels(),
                        inviting.desk().plan(),
                        new OnsiteDoors(new OnsiteDesk(doors.onsite()), new SlipKeys(secret)),
                        new DrawDoors(doors.draws(), doors.ends(), frames, new Alone(vertx)),
                        words),
                new PanelDoors(
                        panel(),
                        new CodingDesk(doors.codings()),
                        new ServerRetests(vertx, doors.surveys(), doors.responses()),
                        words));
        return new StaffPages(
                all,
                new StaffSetup(webSettings(), templates, assets, address, origin, new SecureRandom(), clock, demo));
    }
}
