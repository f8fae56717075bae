package tw.minsheng.notify;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import tw.minsheng.kernel.Sha256;

/**
 * Sends what waits in the outbox, one notice after the other: claimed first, then sent, then written down. A notice whose
 * sender died on the way is sent again when its lease ends, under the same message id: for a legal notice twice is
 * better than never. Safe to share.
 */
public final class Sender {

    /** One run ends after so many, so that a stop is not kept waiting. */
    private static final int MOST_IN_A_RUN = 200;
    /** What was sent has to be written down, even when the database is away for a moment. */
    private static final int INSISTENCE = 60;

    private static final long BETWEEN_MS = 1_000;
    private static final String SECRET = "＊＊＊";

    private final Vertx vertx;
    private final Outbox outbox;
    private final Map<Channel, Carrier> carriers;
    private final NoticeTemplates templates;
    private final LateFacts late;
    private final SendPolicy policy;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicReference<Future<Integer>> run = new AtomicReference<>(Future.succeededFuture(0));

    /** @param carriers by channel; what has none waits */
    public Sender(
            Vertx vertx,
            Outbox outbox,
            Map<Channel, Carrier> carriers,
            NoticeTemplates templates,
            LateFacts late,
            SendPolicy policy) {
        this.vertx = vertx;
        this.outbox = outbox;
        this.carriers = Map.copyOf(carriers);
        this.templates = templates;
        this.late = late;
        this.policy = policy;
    }

    /** Sends all that can be sent now; completes with how many were. Called again only after it has completed. */
    public Future<Integer> work() {
        Future<Integer> begun = carriers.isEmpty() ? Future.succeededFuture(0) : next(0);
        run.set(begun);
        return begun;
    }

    /** Claims nothing more; completes when the notice that is on its way has been written down. */
    public Future<Void> stop() {
        stopped.set(true);
        return Objects.requireNonNull(run.get()).<Void>mapEmpty().otherwiseEmpty();
    }

    private Future<Integer> next(int done) {
        if (stopped.get() || done >= MOST_IN_A_RUN) {
            return Future.succeededFuture(done);
        }
        return outbox.claim(carriers.keySet(), policy.lease())
                .compose(found -> found.map(this::send)
                        .orElseGet(() -> Future.succeededFuture(false))
                        .compose(more -> more ? next(done + 1) : Future.succeededFuture(done)));
    }

    /** Completes with whether the next one is worth trying. */
    private Future<Boolean> send(Outbox.Claim claim) {
        Notice notice = claim.notice();
        Carrier carrier = carriers.get(notice.channel());
        if (carrier == null) {
            return Future.failedFuture(new IllegalStateException("claimed without a carrier"));
        }
        Map<String, String> secret = late.of(notice);
        Message message = new Message(
                id(claim), notice.address(), notice.language(), templates.wording(notice, claim.number(), secret));
        return Future.succeededFuture()
                .compose(ready -> carrier.carry(message))
                .timeout(policy.patience().toMillis(), TimeUnit.MILLISECONDS)
                .transform(carried ->
                        carried.succeeded() ? sent(claim, secret, carried.result()) : notSent(claim, carried.cause()));
    }

    /** The same for the same notice: whoever gets it twice can see that it is one. */
    private static String id(Outbox.Claim claim) {
        return Sha256.hex("notice " + claim.number() + "/" + claim.notice().cause() + "/"
                        + claim.notice().channel().key())
                .substring(0, 32);
    }

    private Future<Boolean> sent(Outbox.Claim claim, Map<String, String> secret, String reference) {
        Map<String, String> hidden = new HashMap<>(secret);
        hidden.replaceAll((name, value) -> SECRET);
        Wording logged = templates.wording(claim.notice(), claim.number(), hidden);
        return insist(() -> outbox.sent(claim, logged, reference), INSISTENCE).map(true);
    }

    private Future<Boolean> notSent(Outbox.Claim claim, Throwable failure) {
        Carrier.Trouble trouble = failure instanceof Carrier.Undelivered known ? known.trouble() : Carrier.Trouble.AWAY;
        String reason = failure instanceof Carrier.Undelivered known
                ? String.valueOf(known.getMessage())
                : failure.getClass().getSimpleName();
        String told = Hidden.of(reason, claim.notice().address());
        boolean given = trouble == Carrier.Trouble.REFUSED || claim.tries() >= policy.mostTries();
        return insist(
                        () -> given
                                ? outbox.failed(claim, told)
                                : outbox.later(claim, told, policy.pause(claim.tries())),
                        INSISTENCE)
                .map(trouble != Carrier.Trouble.AWAY);
    }

    private Future<Boolean> insist(Supplier<Future<Boolean>> write, int left) {
        return write.get().recover(failure -> {
            if (left <= 0) {
                return Future.failedFuture(failure);
            }
            Promise<Boolean> again = Promise.promise();
            vertx.setTimer(BETWEEN_MS, tick -> insist(write, left - 1).onComplete(again));
            return again.future();
        });
    }
}
