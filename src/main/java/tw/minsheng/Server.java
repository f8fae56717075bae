package tw.minsheng;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tw.minsheng.cli.Servers;
import tw.minsheng.cli.Settings;
import tw.minsheng.invite.InviteKeys;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Problem;
import tw.minsheng.kernel.ProblemWords;
import tw.minsheng.notify.Notice;
import tw.minsheng.panel.PanelKeys;
import tw.minsheng.petition.notice.ConfirmKeys;
import tw.minsheng.petition.notice.ConfirmOffer;
import tw.minsheng.security.Agencies;
import tw.minsheng.security.Agency;
import tw.minsheng.store.Database;
import tw.minsheng.web.WebServer;

/** A running server: database, doors, pages, timed jobs. Blocks while it starts and while it stops. */
final class Server implements Servers.Running {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    /** How many event loops: the server shares two cores with its database. */
    private static final int LOOPS = 2;

    private static final long PATIENCE_SECONDS = 120;

    private final ServerDatabase database;
    private final Vertx vertx;
    private final Doors doors;
    private final Housekeeping jobs;
    private final Post post;
    private final WebServer web;
    private final String address;
    private final List<String> lines;

    private Server(
            ServerDatabase database,
            Vertx vertx,
            Doors doors,
            Housekeeping jobs,
            Post post,
            WebServer web,
            String address,
            List<String> lines) {
        this.database = database;
        this.vertx = vertx;
        this.doors = doors;
        this.jobs = jobs;
        this.post = post;
        this.web = web;
        this.address = address;
        this.lines = List.copyOf(lines);
    }

    /**
     * Starts everything; what was started is stopped again when a later part fails.
     *
     * @param program version of the program
     */
    static Server start(Settings settings, boolean demo, Clock clock, ProblemWords words, String program) {
        byte[] secret = ServerSecret.of(settings.data(), System.getenv());
        ServerDatabase database = ServerDatabase.open(settings);
        Vertx vertx = vertx(settings, database);
        try {
            InviteKeys invites = new InviteKeys(secret);
            PanelKeys panels = new PanelKeys(secret);
            Doors doors = Doors.open(vertx, database.address(), Database.Patience.PAGE, settings.timeZone(), clock);
            PatientStart patient = new PatientStart(vertx);
            await(patient.take(() -> doors.cache().refresh()));
            List<Agency> listed = AgencyFile.in(settings.surveys());
            await(patient.take(() -> agencies(listed, doors.security().agencies(), clock)));
            SurveyWatch watch = SurveyWatch.of(settings, doors, clock);
            await(patient.take(() -> watch.take(watch.look())));
            Staff staff = Staff.of(vertx, doors, clock);
            List<String> lines = new ArrayList<>(demo ? demo(settings, clock, doors, staff) : List.of());
            AtomicReference<String> reached = new AtomicReference<>(settings.publicUrl());
            Supplier<String> address = () -> Objects.requireNonNull(reached.get());
            ConfirmKeys keys = new ConfirmKeys(secret, address);
            Post post = Post.of(
                    vertx,
                    settings,
                    doors.notices(),
                    keys,
                    doors.invitationPost(),
                    notice -> invitationLink(notice, invites, address),
                    doors.alertPost(),
                    doors.panelPost(),
                    notice -> expertLink(notice, panels, address));
            ConfirmOffer offer =
                    new ConfirmOffer(keys, post.served(), settings.post().confirmDays());
            Petitions petitions = Petitions.of(settings, listed, doors, secret, address, offer, clock);
            Inviting inviting = Inviting.of(settings, doors, petitions, post, invites, clock);
            Pages pages = new Pages(
                    vertx, settings, demo, clock, words, program, secret, doors, staff, watch, petitions, post,
                    inviting);
            WebServer web =
                    await(WebServer.start(vertx, pages.webSettings(), pages.frontDoor(), pages.routes(), LOOPS));
            String listening = url(settings.host(), web.port());
            reached.compareAndSet("", listening);
            lines.addAll(firstLink(settings, staff, listening));
            Housekeeping jobs = Housekeeping.start(vertx, watch, doors, post, petitions, inviting.desk(), clock);
            return new Server(database, vertx, doors, jobs, post, web, listening, lines);
        } catch (RuntimeException e) {
            inTurn(List.of(() -> await(vertx.close()), database::close));
            throw e;
        }
    }

    private static Vertx vertx(Settings settings, ServerDatabase database) {
        try {
            return Metrics.vertx(
                    new VertxOptions().setEventLoopPoolSize(LOOPS), settings.host(), settings.metricsPort());
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** The link of an invitation stands in the mail and nowhere else. */
    private static Map<String, String> invitationLink(Notice notice, InviteKeys keys, Supplier<String> address) {
        String path = keys.path(
                notice.facts().getOrDefault("survey", ""), notice.facts().getOrDefault("seed", ""));
        return Map.of("link", address.get() + path);
    }

    /** So does the link of an expert. */
    private static Map<String, String> expertLink(Notice notice, PanelKeys keys, Supplier<String> address) {
        return Map.of("link", address.get() + keys.path(notice.facts().getOrDefault("seed", "")));
    }

    /** Those that are new or changed; the others are left alone, so that the audit trail tells changes only. */
    private static Future<Void> agencies(List<Agency> listed, Agencies known, Clock clock) {
        return known.tree().compose(tree -> {
            Future<Void> all = Future.succeededFuture();
            for (Agency each : listed) {
                if (!tree.find(each.key()).equals(Optional.of(each))) {
                    all = all.compose(before -> known.put(each, new Act("surveys", each.key(), clock.instant())));
                }
            }
            return all;
        });
    }

    private static List<String> demo(Settings settings, Clock clock, Doors doors, Staff staff) {
        Demonstration demonstration =
                new Demonstration(doors.surveys(), doors.waves(), doors.responses(), clock, settings.timeZone());
        int invented = await(demonstration.fill());
        LOG.info("demonstration: {} invented answers added", invented);
        DemoAccounts accounts = new DemoAccounts(settings.data(), doors.security(), staff.enrolment());
        return await(accounts.open(new Act("demo", "", clock.instant()))).stream()
                .map(DemoAccounts.Shown::line)
                .toList();
    }

    private static List<String> firstLink(Settings settings, Staff staff, String address) {
        String reached = settings.publicUrl().isEmpty() ? address : settings.publicUrl();
        return await(staff.enrolment().firstLink())
                .map(token -> "setup " + reached + "/setup/" + token.reveal())
                .map(List::of)
                .orElse(List.of());
    }

    @Override
    public List<String> lines() {
        return lines;
    }

    @Override
    public String address() {
        return address;
    }

    /** Open requests finish and the notice that is on its way, then the jobs end, then the database. */
    @Override
    public void close() {
        inTurn(List.of(
                jobs::stop,
                () -> await(web.stop()),
                () -> await(post.stop()),
                () -> await(doors.database().close()),
                () -> await(vertx.close()),
                database::close));
    }

    /** Every step is taken, whatever happens to those before it; a failure is thrown at the end. */
    static void inTurn(List<Runnable> steps) {
        if (steps.isEmpty()) {
            return;
        }
        try {
            steps.get(0).run();
        } finally {
            inTurn(steps.subList(1, steps.size()));
        }
    }

    /** An address for browsers, where a literal of IPv6 stands in brackets. */
    static String url(String host, int port) {
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    /** Waits as long as it takes: for work that tells how far it is, and that people can stop. */
    static <T> T awaitEnd(Future<T> future) {
        return future.await();
    }

    static <T> T await(Future<T> future) {
        try {
            return future.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new Problem(Problem.Kind.UNAVAILABLE, "server.too_slow", Map.of(), e);
        }
    }
}
