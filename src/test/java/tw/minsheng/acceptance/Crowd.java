package tw.minsheng.acceptance;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import tw.minsheng.acceptance.Insistence.Tally;

/** Many respondents at once, one half over pages and one half over the API, who write down every receipt they see. */
final class Crowd implements AutoCloseable {

    /** An answer that is under way at the end has so long to get its receipt. */
    private static final long LAST_CALL_SECONDS = 60;

    /** One answer in so many is sent again after its receipt: it must show the same one. */
    private static final int AGAIN = 8;

    static final String SURVEY = "kcg-pwb-counter";

    /** An answer over the API; {@code %s} is its only text. */
    static final String BODY = """
            {"answers": {"d_counter": "road", "env_clean": 4, "env_signs": 5, "env_seats": 3, "env_wait": 4,
              "crt_greet": 4, "crt_listen": 5, "crt_tone": 4, "crt_hurry": 2,
              "exp_rules": 4, "exp_clear": 4, "exp_once": {"missing": "dk"}, "exp_speed": 5,
              "overall_sat": 4, "comment": "%s", "d_sex": "f", "d_age": "a40", "d_district": "802"},
             "language": "zh-TW"}""";

    private final Supplier<URI> server;
    private final Ledger ledger = new Ledger();
    private final Tally tally = new Tally();
    private final AtomicLong receipts = new AtomicLong();
    private final AtomicLong newestBegin = new AtomicLong(Long.MIN_VALUE);
    private final AtomicBoolean goOn = new AtomicBoolean(true);
    private final AtomicLong lastCall = new AtomicLong(Long.MAX_VALUE);
    private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final List<Thread> people = new ArrayList<>();

    /** @param server asked anew for each connection, because a restarted server may have moved */
    Crowd(Supplier<URI> server, int size) {
        this.server = server;
        for (int i = 0; i < size; i++) {
            boolean pages = i % 2 == 0;
            people.add(new Thread(() -> live(pages), "respondent " + i));
        }
        people.forEach(Thread::start);
    }

    private void live(boolean pages) {
        try (Insistence insistence = new Insistence(server, this::mayInsist, tally)) {
            Respondent respondent = pages
                    ? new Respondent.OverPages(insistence, SURVEY)
                    : new Respondent.OverApi(insistence, SURVEY, BODY);
            while (goOn.get()) {
                long begin = System.nanoTime();
                String key = UUID.randomUUID().toString();
                ledger.shown(key, respondent.answer(key));
                newestBegin.accumulateAndGet(begin, Math::max);
                if (receipts.incrementAndGet() % AGAIN == 0 && !pages) {
                    ledger.shown(key, respondent.answer(key));
                }
            }
        } catch (Insistence.GivenUp over) {
            // its answer has no receipt, so it is not missed
        } catch (RuntimeException e) {
            failures.add(e);
        }
    }

    private boolean mayInsist() {
        return System.nanoTime() < lastCall.get();
    }

    long receipts() {
        return receipts.get();
    }

    Tally tally() {
        return tally;
    }

    /** Whether an answer that was begun after this moment has its receipt. */
    boolean hasAnsweredSince(long nanoTime) {
        return newestBegin.get() - nanoTime > 0;
    }

    /** @throws IllegalStateException when a respondent met with what must not happen */
    void check() {
        Throwable first = failures.peek();
        if (first != null) {
            throw new IllegalStateException(failures.size() + " respondents were refused", first);
        }
    }

    /** Lets everybody finish the answer in hand; then what they were shown. */
    Ledger end() throws InterruptedException {
        close();
        for (Thread one : people) {
            one.join();
        }
        check();
        return ledger;
    }

    @Override
    public void close() {
        goOn.set(false);
        lastCall.compareAndSet(Long.MAX_VALUE, System.nanoTime() + TimeUnit.SECONDS.toNanos(LAST_CALL_SECONDS));
    }
}
