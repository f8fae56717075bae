package tw.minsheng.petition.notice;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tw.minsheng.kernel.Act;
import tw.minsheng.petition.CaseDesk;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.CaseIntake;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.petition.CaseStep;
import tw.minsheng.petition.Cases;
import tw.minsheng.petition.Confirmation;
import tw.minsheng.petition.Confirmations;
import tw.minsheng.petition.State;

/** Confirms cases by link and by code, and lets those expire that nobody confirmed. */
public final class ConfirmDesk {

    /** Then only a call helps: six digits must not be found by trying. */
    static final int MOST_TRIES = 5;

    private static final int AT_ONCE = 100;
    private static final String PROGRAM = "clock";

    private final Cases cases;
    private final CaseDesk desk;
    private final Confirmations confirmations;
    private final ConfirmOffer offer;
    private final Clock clock;

    /** @param cases at which what is written is also told */
    public ConfirmDesk(Cases cases, CaseDesk desk, Confirmations confirmations, ConfirmOffer offer, Clock clock) {
        this.cases = cases;
        this.desk = desk;
        this.confirmations = confirmations;
        this.offer = offer;
        this.clock = clock;
    }

    public ConfirmOffer offer() {
        return offer;
    }

    /** How this case is to be confirmed, or was. */
    public Future<Confirmation.Way> way(CaseNumber number) {
        return confirmations.of(number).map(Confirmation::way);
    }

    /**
     * Confirms by the token of a link. It works once; asked for again it tells the same. Empty alike for a token that never
     * was and for a case that has expired.
     */
    public Future<Optional<CaseNumber>> byLink(String token) {
        return confirmations
                .byProof(ConfirmKeys.proof(token))
                .compose(found -> found.map(number -> confirmed(number, Confirmation.Way.MAIL))
                        .orElseGet(() -> Future.succeededFuture(Optional.empty())));
    }

    /** Confirms by the code that was sent to the telephone; empty alike for a wrong number, a wrong code and too many tries. */
    public Future<Optional<CaseNumber>> byCode(CaseNumber number, String code) {
        return confirmations.tried(number, MOST_TRIES).compose(seed -> {
            boolean right =
                    seed.filter(known -> isSame(offer.keys().code(known), code)).isPresent();
            return right ? confirmed(number, Confirmation.Way.PHONE) : Future.succeededFuture(Optional.empty());
        });
    }

    private static boolean isSame(String right, String typed) {
        return MessageDigest.isEqual(right.getBytes(StandardCharsets.UTF_8), typed.getBytes(StandardCharsets.UTF_8));
    }

    private Future<Optional<CaseNumber>> confirmed(CaseNumber number, Confirmation.Way way) {
        return cases.find(number).compose(file -> {
            if (file.state() != State.UNCONFIRMED) {
                return Future.succeededFuture(file.state() == State.EXPIRED ? Optional.empty() : Optional.of(number));
            }
            Act act = new Act(CaseIntake.CITIZEN, file.agency(), clock.instant());
            return desk.step(file, file.revision(), new CaseStep.Confirm(way.key()), act)
                    .map(done -> Optional.of(done.number()));
        });
    }

    /**
     * Ends the cases that nobody confirmed in time and erases who sent them; completes with how many. One that fails keeps
     * none of the others; it fails the whole only when all have been tried.
     */
    public Future<Integer> expire() {
        return confirmations
                .unanswered(clock.instant().minus(Duration.ofDays(offer.days())), MOST_TRIES, AT_ONCE)
                .compose(this::expireAll);
    }

    private Future<Integer> expireAll(List<CaseNumber> numbers) {
        List<Throwable> failures = new ArrayList<>();
        Future<Integer> done = Future.succeededFuture(0);
        for (CaseNumber number : numbers) {
            done = done.compose(so -> cases.find(number)
                    .compose(this::expire)
                    .map(expired -> so + 1)
                    .recover(failure -> {
                        failures.add(failure);
                        return Future.succeededFuture(so);
                    }));
        }
        return done.compose(
                count -> failures.isEmpty() ? Future.succeededFuture(count) : Future.failedFuture(failures.get(0)));
    }

    private Future<CaseFile> expire(CaseFile file) {
        Act act = new Act(PROGRAM, file.agency(), clock.instant());
        return file.state() == State.UNCONFIRMED
                ? desk.step(file, file.revision(), new CaseStep.Expire(desk.now()), act)
                : Future.succeededFuture(file);
    }
}
