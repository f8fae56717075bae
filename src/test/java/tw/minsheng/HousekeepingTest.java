package tw.minsheng;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HousekeepingTest {

    @Test
    void aJobThatThrowsRunsAgain() throws Exception {
        Vertx vertx = Vertx.vertx();
        CountDownLatch runs = new CountDownLatch(3);
        try {
            long unused = Housekeeping.every(vertx, Duration.ofMillis(10), "broken", () -> {
                runs.countDown();
                throw new IllegalStateException("at once");
            });
            assertTrue(runs.await(10, TimeUnit.SECONDS));
        } finally {
            vertx.close().await(10, TimeUnit.SECONDS);
        }
    }

    /** A job that still runs is not begun a second time. */
    @Test
    void aJobBeginsAgainOnlyWhenItHasEnded() throws Exception {
        Vertx vertx = Vertx.vertx();
        CountDownLatch runs = new CountDownLatch(2);
        try {
            long unused = Housekeeping.every(vertx, Duration.ofMillis(10), "endless", () -> {
                runs.countDown();
                return Future.future(never -> {});
            });
            assertTrue(!runs.await(500, TimeUnit.MILLISECONDS) && runs.getCount() == 1);
        } finally {
            vertx.close().await(10, TimeUnit.SECONDS);
        }
    }
}
