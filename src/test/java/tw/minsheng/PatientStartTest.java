package tw.minsheng;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Problem;

class PatientStartTest {

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger attempts = new AtomicInteger();

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void otherFailuresAreToldAtOnce() {
        IllegalStateException failure = new IllegalStateException("wrong");
        PatientStart patient = new PatientStart(vertx, Duration.ofMinutes(1), Duration.ofMillis(1));

        Future<Void> step = patient.take(() -> attempt(Future.failedFuture(failure)));

        assertSame(failure, assertThrows(IllegalStateException.class, () -> await(step)));
        assertEquals(1, attempts.get());
    }

    @Test
    void aBusyDatabaseIsAskedAgain() {
        PatientStart patient = new PatientStart(vertx, Duration.ofMinutes(1), Duration.ofMillis(1));

        Future<String> step = patient.take(
                () -> attempt(attempts.get() < 3 ? Future.failedFuture(busy()) : Future.succeededFuture("here")));

        assertEquals("here", await(step));
        assertEquals(4, attempts.get());
    }

    @Test
    void patienceEnds() {
        PatientStart patient = new PatientStart(vertx, Duration.ZERO, Duration.ofMillis(1));

        Future<Void> step = patient.take(() -> attempt(Future.failedFuture(busy())));

        assertEquals(
                "database.unavailable",
                assertThrows(Problem.class, () -> await(step)).code());
        assertEquals(1, attempts.get());
    }

    private <T> Future<T> attempt(Future<T> answer) {
        attempts.incrementAndGet();
        return answer;
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.await(20, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private static Problem busy() {
        return Problem.of(Problem.Kind.UNAVAILABLE, "database.unavailable", Map.of());
    }
}
