package tw.minsheng.security;

import io.vertx.core.Future;
import java.time.Instant;

/** Door: failed sign-ins by the hash of the typed name, known or not, so that a lock tells nothing about accounts. */
public interface SignInAttempts {

    /**
     * Counts an attempt by {@link SignInPolicy#begin}, atomically: of many at once, no more than the policy allows get
     * true.
     */
    Future<Boolean> begin(String nameHash, Instant now);

    /** A success: all failures of the name are forgotten. */
    Future<Void> forget(String nameHash);

    /** Deletes what no longer counts. */
    Future<Integer> purge(Instant lastBefore);
}
