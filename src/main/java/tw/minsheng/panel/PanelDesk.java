package tw.minsheng.panel;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;

/** Opens rounds, asks experts, takes what they say. Whoever asks on the side of the staff has been allowed to before. */
public final class PanelDesk {

    /** What is later is a slip of the finger. */
    private static final Duration LONGEST = Duration.ofDays(366);

    private final Panels panels;
    private final ItemDecisions decisions;
    private final PanelKeys keys;
    private final boolean mails;
    private final Clock clock;

    /** @param mails whether mails can be sent at all */
    public PanelDesk(Panels panels, ItemDecisions decisions, PanelKeys keys, boolean mails, Clock clock) {
        this.panels = panels;
        this.decisions = decisions;
        this.keys = keys;
        this.mails = mails;
        this.clock = clock;
    }

    /** The rounds of a survey, the newest in front. */
    public Future<List<PanelRound>> rounds(String survey) {
        return panels.of(survey);
    }

    /** Fails with not found when the survey has no such round. */
    public Future<PanelRound> round(String survey, String id) {
        return panels.of(survey)
                .map(all -> all.stream()
                        .filter(each -> Long.toString(each.id()).equals(id))
                        .findFirst()
                        .orElseThrow(() -> Problem.notFound("panel", id)));
    }

    public Future<List<Seat>> seats(PanelRound round) {
        return panels.seats(round);
    }

    /** Fails with {@code panel.faults}, and as {@link Panels#open} does. */
    public Future<PanelRound> open(PanelRound round, Act act) {
        List<Fault> faults = new ArrayList<>(closing(round.closes()));
        if (round.items().isEmpty()) {
            faults.add(Fault.of("", "panel.fault.no_items"));
        }
        return faults.isEmpty() ? panels.open(round, act) : refused(faults);
    }

    private List<Fault> closing(Instant closes) {
        Instant now = clock.instant();
        if (closes.isAfter(now.plus(LONGEST))) {
            return List.of(Fault.of("last", "panel.fault.last_far"));
        }
        return closes.isAfter(now) ? List.of() : List.of(Fault.of("last", "panel.fault.last"));
    }

    private static <T> Future<T> refused(List<Fault> faults) {
        return Future.failedFuture(Problem.invalid("panel.faults", faults));
    }

    /** Another closing day. Fails with {@code panel.faults} for a day that is over, and as {@link Panels#until} does. */
    public Future<Void> until(PanelRound round, Instant closes, Act act) {
        List<Fault> faults = closing(closes);
        return faults.isEmpty() ? panels.until(round, closes, act) : refused(faults);
    }

    /** Closes it now; a closed one stays as it is. */
    public Future<Void> close(PanelRound round, Act act) {
        return panels.close(round, act);
    }

    /** Whether an expert with an address gets a mail with her link. */
    public boolean mails() {
        return mails;
    }

    /**
     * The path that leads her in, told this once.
     *
     * @param letter facts of the mail to her, when she has an address and mails can be sent
     * @return fails with {@code panel.faults}, and as {@link Panels#add} does
     */
    public Future<String> add(PanelRound round, Expert expert, Map<String, String> letter, Act act) {
        List<Fault> faults = expert.faults();
        if (!faults.isEmpty()) {
            return refused(faults);
        }
        PanelKeys.Fresh key = keys.fresh();
        return panels.add(round, expert, key, mails ? letter : Map.of(), act).map(key.path());
    }

    /** A new path in place of the old one; fails as {@link Panels#renew} does. */
    public Future<String> renew(PanelRound round, long expert, Map<String, String> letter, Act act) {
        PanelKeys.Fresh key = keys.fresh();
        return panels.renew(round, expert, key, mails ? letter : Map.of(), act).map(key.path());
    }

    /** Fails with {@code panel.faults}, and as {@link Panels#edit} does. */
    public Future<Void> edit(PanelRound round, long expert, Expert words, Act act) {
        List<Fault> faults = words.faults();
        return faults.isEmpty() ? panels.edit(round, expert, words, act) : refused(faults);
    }

    public Future<Void> withdraw(PanelRound round, long expert, Act act) {
        return panels.withdraw(round, expert, act);
    }

    /** Who comes in by this token; fails with not found for one that opens nothing. */
    public Future<Seat> seat(String token) {
        Problem unknown = Problem.notFound("page", "");
        return PanelKeys.typed(token)
                .map(hash -> panels.seat(hash).map(found -> found.orElseThrow(() -> unknown)))
                .orElseGet(() -> Future.failedFuture(unknown));
    }

    /**
     * Keeps what an expert says of some items; unknown ones are left out, and what was not asked. Fails with {@code panel.faults} for what is too long,
     * with {@code panel.closed} (gone) when it is too late.
     */
    public Future<Void> rate(Seat seat, String token, Map<String, Rating> said) {
        Map<String, Rating> known = new LinkedHashMap<>();
        List<Fault> faults = new ArrayList<>();
        said.forEach((item, rating) -> {
            if (seat.round().item(item).isPresent()) {
                known.put(item, asked(seat.round(), rating));
            }
            if (rating.comment().length() > Sheet.MOST_LETTERS) {
                faults.add(tooLong(item + "-comment", rating.comment()));
            }
        });
        Instant now = clock.instant();
        return faults.isEmpty()
                ? panels.rate(PanelKeys.typed(token).orElse(""), known, now).compose(PanelDesk::inTime)
                : refused(faults);
    }

    /** Without an answer to Lawshe's question where the round does not ask it. */
    private static Rating asked(PanelRound round, Rating rating) {
        return round.essential() ? rating : new Rating(rating.relevance(), Rating.Essential.NONE, rating.comment());
    }

    private static Fault tooLong(String place, String text) {
        return new Fault(
                place,
                "panel.fault.comment_long",
                Map.of("max", Integer.toString(Sheet.MOST_LETTERS), "n", Integer.toString(text.length())));
    }

    private static Future<Void> inTime(boolean kept) {
        return kept ? Future.succeededFuture() : Future.failedFuture(Problem.of(Problem.Kind.GONE, "panel.closed"));
    }

    /**
     * Keeps the comment about the whole; when she finishes and nothing is missing, her ratings count. Fails as {@link #rate} does,
     * and, when she finishes, with {@code panel.faults} and each item that is missing, after the comment was kept.
     */
    public Future<Void> finish(Seat seat, String token, String comment, boolean finishes) {
        if (comment.length() > Sheet.MOST_LETTERS) {
            return refused(List.of(tooLong("comment", comment)));
        }
        List<Fault> missing = seat.sheet().missing(seat.round()).stream()
                .map(item -> Fault.of(item.id(), "panel.fault.missing"))
                .toList();
        boolean counts = finishes && missing.isEmpty();
        return panels.conclude(PanelKeys.typed(token).orElse(""), comment, counts, clock.instant())
                .compose(PanelDesk::inTime)
                .compose(kept -> counts || !finishes ? Future.succeededFuture() : refused(missing));
    }

    /** All decisions of a survey, the newest in front. */
    public Future<List<ItemDecision>> decisions(String survey) {
        return decisions.of(survey);
    }

    /** Adds one; fails with {@code panel.faults} without a reason. */
    public Future<Void> decide(ItemDecision decision, Act act) {
        List<Fault> faults = decision.faults();
        return faults.isEmpty() ? decisions.add(decision, act) : refused(faults);
    }

    /** What the report prints of panels and decisions of a survey. */
    public Future<Evidence> evidence(String survey) {
        return panels.of(survey).compose(rounds -> {
            Future<List<Evidence.Round>> all = Future.succeededFuture(List.of());
            for (PanelRound round : rounds) {
                all = all.compose(before -> panels.seats(round).map(seats -> {
                    List<Evidence.Round> more = new ArrayList<>(before);
                    more.add(new Evidence.Round(round, seats));
                    return more;
                }));
            }
            return all.compose(found -> decisions.of(survey).map(decided -> new Evidence(survey, found, decided)));
        });
    }
}
