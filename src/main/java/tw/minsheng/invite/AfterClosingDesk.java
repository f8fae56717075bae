package tw.minsheng.invite;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Surveys;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.CaseDesk;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.CaseIntake;
import tw.minsheng.petition.CaseStep;
import tw.minsheng.petition.Cases;
import tw.minsheng.petition.ReplyCheck;
import tw.minsheng.petition.ReplyChecks;
import tw.minsheng.petition.State;

/** Asks petitioners after their cases were closed, and does what those who were not satisfied have agreed to. */
public final class AfterClosingDesk {

    private static final String PROGRAM = "survey";
    private static final Duration CHECK_SPAN = Duration.ofDays(365);

    private final AfterClosingPlan plan;
    private final CaseSurveys door;
    private final Surveys surveys;
    private final Cases cases;
    private final CaseDesk desk;
    private final ReplyChecks checks;
    private final InviteKeys keys;
    private final Set<String> channels;
    private final BiFunction<Surveys.Offer, Instant, Invitations.Letter> letters;
    private final Clock clock;
    private final ZoneId zone;

    /**
     * @param channels on which something is carried, by key
     * @param letters what mails say of a survey that takes answers until then
     */
    public AfterClosingDesk(
            AfterClosingPlan plan,
            CaseSurveys door,
            Surveys surveys,
            Cases cases,
            CaseDesk desk,
            ReplyChecks checks,
            InviteKeys keys,
            Set<String> channels,
            BiFunction<Surveys.Offer, Instant, Invitations.Letter> letters,
            Clock clock,
            ZoneId zone) {
        this.plan = plan;
        this.door = door;
        this.surveys = surveys;
        this.cases = cases;
        this.desk = desk;
        this.checks = checks;
        this.keys = keys;
        this.channels = Set.copyOf(channels);
        this.letters = letters;
        this.clock = clock;
        this.zone = zone;
    }

    /** Draws, reminds, and looks at wishes; completes with how many cases were drawn. Without a plan nothing happens. */
    public Future<Integer> work() {
        if (!plan.isGiven()) {
            return Future.succeededFuture(0);
        }
        return surveys.find(plan.survey(), DataSet.LIVE)
                .compose(found -> found.filter(offer -> offer.wave().isOpen(clock.instant()))
                        .map(this::ask)
                        .orElseGet(() -> Future.succeededFuture(0)))
                .compose(drawn -> wishes().map(drawn));
    }

    private Future<Integer> ask(Surveys.Offer offer) {
        Invitations.Round round =
                new Invitations.Round(plan.survey(), offer.wave().code());
        Instant now = clock.instant();
        LocalDateTime until = LocalDateTime.ofInstant(now.minus(Duration.ofDays(plan.delayDays())), zone);
        CaseSurveys.Order order =
                new CaseSurveys.Order(round, plan, plan.since().atStartOfDay(), until);
        Invitations.Letter letter = letters.apply(offer, now.plus(Duration.ofDays(plan.validDays())));
        Duration left = Duration.ofDays((long) plan.validDays() - plan.reminderDays());
        return door.draw(order, letter, channels, keys, new Act(PROGRAM, "", now))
                .compose(drawn -> door.remind(round, left).map(drawn.drawn()));
    }

    /** One wish that fails keeps no other waiting; it is tried again with the next run. */
    private Future<Void> wishes() {
        return door.wishes().compose(all -> {
            Future<List<Throwable>> done = Future.succeededFuture(List.of());
            for (CaseSurveys.Wish wish : all) {
                done = done.compose(failed -> grant(wish).map(failed).otherwise(failure -> with(failed, failure)));
            }
            return done.compose(
                    failed -> failed.isEmpty() ? Future.succeededFuture() : Future.failedFuture(failed.get(0)));
        });
    }

    private static List<Throwable> with(List<Throwable> failed, Throwable failure) {
        return Stream.concat(failed.stream(), Stream.of(failure)).toList();
    }

    /** What cannot be opened again is looked at in a check, so that no consent is lost. */
    private Future<Void> grant(CaseSurveys.Wish wish) {
        return cases.find(wish.number())
                .compose(file -> wish.wish().equals("reopen")
                        ? reopen(file)
                                .recover(failure -> isRefusal(failure) ? check(file) : Future.failedFuture(failure))
                        : check(file))
                .compose(what -> door.handled(wish.number(), what));
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof Problem problem && problem.kind() != Problem.Kind.UNAVAILABLE;
    }

    private Future<String> reopen(CaseFile file) {
        if (file.state() == State.REOPENED) {
            return Future.succeededFuture("reopened");
        }
        Act act = new Act(CaseIntake.CITIZEN, file.agency(), clock.instant());
        CaseStep step = new CaseStep.Reopen(
                InviteWords.wish(file.petition().language()), true, desk.now(), desk.secondReply(file));
        return desk.step(file, file.revision(), step, act).map("reopened");
    }

    /** 抽查 of this one answer; the check says that a petitioner asked for it. */
    private Future<String> check(CaseFile file) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, zone);
        ReplyCheck check = new ReplyCheck(
                0, file.agency(), PROGRAM, now, 0, today.minusDays(CHECK_SPAN.toDays()), today, 1, 1, List.of());
        ReplyCheck.Answered answered = new ReplyCheck.Answered(file.number(), file.unit());
        return checks.keep(check, List.of(answered), new Act(PROGRAM, file.agency(), now))
                .map("check");
    }

    /** What is in force; {@link AfterClosingPlan#NONE} when nobody is asked. */
    public AfterClosingPlan plan() {
        return plan;
    }
}
