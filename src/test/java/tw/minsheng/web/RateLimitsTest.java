package tw.minsheng.web;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Problem;
import tw.minsheng.web.RateLimits.Kind;

class RateLimitsTest {

    private final AtomicLong nanos = new AtomicLong();
    private final RateLimits limits = new RateLimits(true, new Meter(nanos), 2);

    @Test
    void oneHouseholdWithManyAddressesIsLimited() {
        for (int i = 0; i < 240; i++) {
            limits.take(Kind.ANSWERS, "2001:db8::a:b:c:" + Integer.toHexString(i));
        }
        Problem problem = assertThrows(Problem.class, () -> limits.take(Kind.ANSWERS, "2001:db8::1"));
        assertEquals("too_many", problem.code());
        assertDoesNotThrow(() -> limits.take(Kind.ANSWERS, "2001:db8:0:1::1"));
    }

    @Test
    void thePortOfAConnectionIsNoAddress() {
        for (int i = 0; i < 240; i++) {
            limits.take(Kind.ANSWERS, "1.2.3.4:" + (1_024 + i));
        }
        assertThrows(Problem.class, () -> limits.take(Kind.ANSWERS, "1.2.3.4"));
    }

    /** 2,000 of 4,000 pages are left, more than any other limit has: they are still half used. */
    @Test
    void tidyingForgetsNoLimitThatIsInUse() {
        for (int i = 0; i < 4_000; i++) {
            limits.take(Kind.PAGES, "1.2.3.4");
        }
        others();
        pass(Duration.ofMinutes(5));
        limits.take(Kind.ANSWERS, "9.9.9.9");
        for (int i = 0; i < 2_000; i++) {
            limits.take(Kind.PAGES, "1.2.3.4");
        }
        assertThrows(Problem.class, () -> limits.take(Kind.PAGES, "1.2.3.4"));
    }

    @Test
    void limitsThatAreFullAgainAreForgottenOnceInTenSeconds() {
        others();
        pass(Duration.ofMinutes(10));
        limits.take(Kind.ANSWERS, "9.9.9.9");
        assertEquals(1, limits.remembered());
        others();
        pass(Duration.ofSeconds(9));
        limits.take(Kind.ANSWERS, "9.9.9.9");
        assertEquals(4, limits.remembered());
        pass(Duration.ofSeconds(1));
        limits.take(Kind.ANSWERS, "9.9.9.9");
        assertEquals(1, limits.remembered());
    }

    private void others() {
        for (int i = 1; i <= 3; i++) {
            limits.take(Kind.ANSWERS, "8.8.8." + i);
        }
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private record Meter(AtomicLong nanos) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
