package tw.minsheng.security;

import java.time.Instant;
import java.util.Set;

/**
 * Which lines of the audit trail are asked for, newest first.
 *
 * @param agencies keys of the agencies whose lines may be seen
 * @param actor only what this account did, "" for all
 * @param what only codes that begin with this, "" for all
 * @param object only this object, "" for all
 * @param since only at or after this time
 * @param beforeId only lines with a smaller id: the next page; {@link Long#MAX_VALUE} for the newest
 * @param limit how many at most
 */
public record AuditQuery(
        Set<String> agencies, String actor, String what, String object, Instant since, long beforeId, int limit) {

    public AuditQuery {
        agencies = Set.copyOf(agencies);
    }
}
