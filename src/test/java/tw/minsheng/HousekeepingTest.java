package tw.minsheng;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tw.minsheng.petition.imports.CaseLedger;

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

    /** Three batches: between them the machine is somebody else's. */
    @Test
    void puttingInOrderRestsBetweenBatches() throws Exception {
        Vertx vertx = Vertx.vertx();
        List<Long> begun = new CopyOnWriteArrayList<>();
        CaseLedger ledger = new CaseLedger() {
            @Override
            public Map<String, Long> read(Period period, Reader reader) {
                return Map.of();
            }

            @Override
            public boolean tidy() {
                begun.add(System.nanoTime());
                return begun.size() < 3;
            }
        };
        try {
            Housekeeping.tidy(vertx, ledger).await(10, TimeUnit.SECONDS);
            assertEquals(3, begun.size());
            assertTrue(begun.get(2) - begun.get(0) >= 200_000_000, "two rests of a tenth of a second");
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
