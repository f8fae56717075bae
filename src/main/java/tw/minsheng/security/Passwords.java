package tw.minsheng.security;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import tw.minsheng.kernel.Problem;

/** Hashes and compares passwords on two threads of their own; a crowd of sign-ins waits in a short line or is refused. */
public final class Passwords {

    private static final int THREADS = 2;
    private static final int LINE = 64;

    private final WorkerExecutor workers;
    private final SecureRandom random;
    private final AtomicInteger waiting = new AtomicInteger();
    private final String nobody;

    public Passwords(Vertx vertx, SecureRandom random) {
        this.workers = vertx.createSharedWorkerExecutor("passwords", THREADS);
        this.random = random;
        this.nobody = Argon2.hash(SecretToken.random(random).reveal(), random);
    }

    public Future<String> hash(String password) {
        return run(() -> Argon2.hash(password, random));
    }

    public Future<Boolean> matches(String password, String hash) {
        return run(() -> Argon2.matches(password, hash));
    }

    public Future<Boolean> matchesAny(String password, List<String> hashes) {
        return run(() -> hashes.stream().anyMatch(hash -> Argon2.matches(password, hash)));
    }

    /** Takes as long as a comparison and never matches: for names that do not exist. */
    public Future<Boolean> matchesNobody(String password) {
        return matches(password, nobody).map(false);
    }

    private <T> Future<T> run(Callable<T> work) {
        if (waiting.incrementAndGet() > LINE) {
            waiting.decrementAndGet();
            return Future.failedFuture(Problem.of(Problem.Kind.TOO_MANY, "sign_in.busy"));
        }
        return workers.executeBlocking(work, false).onComplete(done -> waiting.decrementAndGet());
    }
}
