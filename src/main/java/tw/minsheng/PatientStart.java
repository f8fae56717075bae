package tw.minsheng;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import tw.minsheng.kernel.Problem;

/**
 * Steps of a start that are taken again while the database is too busy to answer in time: after a crash it writes back
 * what it recovered, and on a slow disk a first question may take longer than a citizen would be kept waiting.
 *
 * @param patience from the first attempt to the last
 * @param pause between two attempts
 */
record PatientStart(Vertx vertx, Duration patience, Duration pause) {

    PatientStart(Vertx vertx) {
        this(vertx, Duration.ofSeconds(60), Duration.ofMillis(500));
    }

    /**
     * @param step may be taken several times with the same effect as once
     * @return what the first attempt that got an answer gave; other failures than {@code database.unavailable} at once
     */
    <T> Future<T> take(Supplier<Future<T>> step) {
        return take(step, System.nanoTime() + patience.toNanos());
    }

    private <T> Future<T> take(Supplier<Future<T>> step, long end) {
        return step.get()
                .recover(failure -> isBusy(failure) && System.nanoTime() < end
                        ? vertx.timer(pause.toMillis(), TimeUnit.MILLISECONDS).compose(rung -> take(step, end))
                        : Future.failedFuture(failure));
    }

    private static boolean isBusy(Throwable failure) {
        return failure instanceof Problem problem && problem.code().equals("database.unavailable");
    }
}
