package tw.minsheng.security;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;

/** Door: one-time links. */
public interface SetupLinks {

    /** Stores the link and makes void all earlier ones of the same purpose and account. */
    Future<Void> issue(SetupLink link, AuditEntry entry);

    /** The link with this hash, expired or not; empty when it does not exist, was used, or is void. */
    Future<Optional<SetupLink>> find(String tokenHash);

    /**
     * Uses up a {@link SetupLink.Purpose#FIRST_ADMIN} link and opens the account, in one transaction; completes with
     * false, changing nothing, when the link is gone or expired, or when there is any account already.
     */
    Future<Boolean> redeemFirstAdmin(
            String tokenHash, Instant now, Account account, Credential credential, AuditEntry entry);

    /**
     * Uses up a {@link SetupLink.Purpose#PASSWORD} link, stores the credential of its account and ends that account's
     * sessions, in one transaction; completes with false, changing nothing, when the link is gone or expired.
     */
    Future<Boolean> redeemPassword(String tokenHash, Instant now, Credential credential, AuditEntry entry);
}
