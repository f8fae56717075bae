package tw.minsheng.security;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Door: who is signed in. */
public interface Sessions {

    /** Stores the session, notes the use of the account, and writes the entry, in one transaction. */
    Future<Void> start(Session session, AuditEntry entry);

    Future<Optional<Session>> find(String idHash);

    /** Notes that the session was used; does nothing when it has ended. */
    Future<Void> touch(String idHash, Instant at);

    /** The sessions of an account, the newest first, ended ones left out. */
    Future<List<Session>> of(String account);

    /** Ends one session of this account; completes with false when it is not there or not its own. */
    Future<Boolean> end(String account, String idHash, AuditEntry entry);

    /** Ends all sessions of this account except one ("" for none); completes with how many ended. */
    Future<Integer> endOthers(String account, String exceptHash, AuditEntry entry);

    /** Deletes what can never come alive again: started or last used before these times. */
    Future<Integer> purge(Instant startedBefore, Instant usedBefore);
}
