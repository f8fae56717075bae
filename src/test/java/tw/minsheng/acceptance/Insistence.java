package tw.minsheng.acceptance;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Sends the same request again until it is taken, as people do who press the button again: after a broken connection,
 * silence, or a 503. For one thread.
 */
final class Insistence implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int TAKEN_BELOW = 400;
    private static final int UNAVAILABLE = 503;

    private final Supplier<URI> server;
    private final BooleanSupplier goOn;
    private final Tally tally;
    private Wire wire;

    /** What the respondents met with, together. */
    record Tally(AtomicLong broken, AtomicLong unavailable, AtomicLong kept, AtomicLong notKept) {
        Tally() {
            this(new AtomicLong(), new AtomicLong(), new AtomicLong(), new AtomicLong());
        }
    }

    /** The run is over before the request was taken. */
    static final class GivenUp extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    Insistence(Supplier<URI> server, BooleanSupplier goOn, Tally tally) {
        this.server = server;
        this.goOn = goOn;
        this.tally = tally;
    }

    /**
     * @param typed words that the page of a 503 has to keep, "" for none
     * @throws IllegalStateException for a refusal, which no right request should meet with
     */
    Wire.Answer send(Wire.Request request, String typed) {
        while (goOn.getAsBoolean()) {
            try {
                if (wire == null) {
                    wire = new Wire(server.get(), PATIENCE);
                }
                Wire.Answer answer = wire.send(request);
                if (answer.status() < TAKEN_BELOW) {
                    return answer;
                }
                if (answer.status() != UNAVAILABLE) {
                    throw new IllegalStateException(request + " was refused: " + answer);
                }
                tally.unavailable.incrementAndGet();
                if (!typed.isEmpty()) {
                    (answer.body().contains(typed) ? tally.kept : tally.notKept).incrementAndGet();
                }
            } catch (IOException e) {
                tally.broken.incrementAndGet();
                close();
            }
            pause();
        }
        throw new GivenUp();
    }

    private static void pause() {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(50, 150));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GivenUp();
        }
    }

    @Override
    public void close() {
        if (wire != null) {
            wire.close();
            wire = null;
        }
    }
}
