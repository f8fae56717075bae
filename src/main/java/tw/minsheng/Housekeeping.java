package tw.minsheng;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tw.minsheng.invite.AfterClosingDesk;
import tw.minsheng.kernel.Act;
import tw.minsheng.petition.imports.CaseLedger;
import tw.minsheng.security.AgencyTree;
import tw.minsheng.security.SessionPolicy;
import tw.minsheng.security.SignInPolicy;
import tw.minsheng.store.PgRetention;

/** Timed jobs: each begins again only when its last run has ended; a failure is told once until a run succeeds. */
final class Housekeeping {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private static final Duration WATCH = Duration.ofSeconds(3);
    private static final Duration SEND = Duration.ofSeconds(2);
    private static final Duration RELEASE = Duration.ofSeconds(15);
    private static final Duration ASK = Duration.ofSeconds(20);
    private static final Duration SEAL = Duration.ofSeconds(30);
    private static final Duration CALENDAR = Duration.ofSeconds(10);
    private static final Duration TIDY = Duration.ofSeconds(20);
    private static final long LEAST_REST_NS = 100_000_000;
    private static final Duration REMIND = Duration.ofMinutes(5);
    private static final Duration PURGE = Duration.ofMinutes(10);

    private final Vertx vertx;
    private final List<Long> timers;

    private Housekeeping(Vertx vertx, List<Long> timers) {
        this.vertx = vertx;
        this.timers = List.copyOf(timers);
    }

    static Housekeeping start(
            Vertx vertx,
            SurveyWatch watch,
            Doors doors,
            Post post,
            Petitions petitions,
            AfterClosingDesk after,
            Clock clock) {
        CalendarWatch calendars = new CalendarWatch(petitions.calendars(), doors.calendars(), petitions.recount());
        return new Housekeeping(
                vertx,
                List.of(
                        every(
                                vertx,
                                WATCH,
                                "surveys",
                                () -> doors.cache()
                                        .refresh()
                                        .compose(done -> vertx.executeBlocking(watch::look))
                                        .compose(watch::take)),
                        every(
                                vertx,
                                SEAL,
                                "audit",
                                () -> doors.security().audit().seal()),
                        every(vertx, SEND, "notices", post.sender()::work),
                        every(vertx, SEND, "invitations", post.invitations()::work),
                        every(vertx, SEND, "alerts", post.alerts()::work),
                        every(vertx, SEND, "experts", post.experts()::work),
                        every(vertx, REMIND, "due dates", petitions.alerts()::work),
                        every(vertx, ASK, "after closing", after::work),
                        every(vertx, RELEASE, "answers", doors.invitations()::release),
                        every(vertx, CALENDAR, "calendar", calendars::look),
                        every(vertx, TIDY, "case weeks", () -> tidy(vertx, doors.ledger())),
                        every(vertx, PURGE, "confirmations", petitions.confirm()::expire),
                        every(vertx, PURGE, "old answers", () -> oldAnswers(doors, clock.instant())),
                        every(vertx, PURGE, "purge", () -> purge(doors, clock.instant()))));
    }

    void stop() {
        timers.forEach(vertx::cancelTimer);
    }

    /** One batch after the other, each after a rest as long as the batch: cases are read and written meanwhile. */
    static Future<Void> tidy(Vertx vertx, CaseLedger ledger) {
        long begun = System.nanoTime();
        return vertx.executeBlocking(ledger::tidy, false)
                .compose(more -> more
                        ? vertx.timer(Math.max(LEAST_REST_NS, System.nanoTime() - begun), TimeUnit.NANOSECONDS)
                                .compose(rested -> tidy(vertx, ledger))
                        : Future.succeededFuture());
    }

    private static Future<?> purge(Doors doors, Instant now) {
        return doors.security()
                .sessions()
                .purge(now.minus(SessionPolicy.ABSOLUTE), now.minus(SessionPolicy.IDLE))
                .compose(done -> doors.security().attempts().purge(now.minus(SignInPolicy.LOCK)))
                .compose(done -> doors.invitations().purge(now.minus(PgRetention.AFTER_CLOSING)))
                .compose(done -> doors.draws().purge(now.minus(PgRetention.AFTER_CLOSING)))
                .compose(done -> doors.panels().tidy(now))
                .compose(done -> doors.attachments().purge(now))
                .compose(done -> doors.retention().purge(now));
    }

    /** As the notice of each survey has promised. */
    private static Future<?> oldAnswers(Doors doors, Instant now) {
        return doors.security()
                .agencies()
                .tree()
                .compose(tree -> doors.ages().erase(tree.subtree(AgencyTree.ROOT), new Act("clock", "", now)));
    }

    /** Runs the job after each pause, unless its last run still goes on. */
    static long every(Vertx vertx, Duration pause, String name, Supplier<Future<?>> job) {
        AtomicBoolean running = new AtomicBoolean();
        AtomicBoolean failing = new AtomicBoolean();
        return vertx.setPeriodic(pause.toMillis(), tick -> {
            if (running.compareAndSet(false, true)) {
                begun(job).onComplete(done -> {
                    running.set(false);
                    if (failing.getAndSet(done.failed()) != done.failed()) {
                        LOG.warn("job {} {}", name, done.failed() ? "fails: " + done.cause() : "works again");
                    }
                });
            }
        });
    }

    /** A job that fails before it gives a future has failed like any other. */
    private static Future<?> begun(Supplier<Future<?>> job) {
        try {
            return job.get();
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }
}
