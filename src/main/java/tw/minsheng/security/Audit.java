package tw.minsheng.security;

import io.vertx.core.Future;
import java.util.List;
import java.util.OptionalLong;

/**
 * Door: the audit trail, append only. An act that changes something writes its line in its own transaction through the
 * door that changes it; only reads and exports come here by themselves, before anything is shown.
 */
public interface Audit {

    /** Completes once the line is committed; when it fails, what it tells of must not happen. */
    Future<Void> write(AuditEntry entry);

    /** The lines that fit, newest first. */
    Future<List<AuditRow>> find(AuditQuery query);

    /**
     * Seals the lines that are not sealed yet, in order of id, leaving out those that an open transaction may still
     * come before. One job calls this; completes with how many were sealed.
     */
    Future<Integer> seal();

    /** Checks every seal; completes with the id of the first line that does not fit, or empty. */
    Future<OptionalLong> verify();
}
