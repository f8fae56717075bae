package tw.minsheng.security;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Door: the accounts of the staff. Every change writes its audit entry in the same transaction. */
public interface Accounts {

    Future<Optional<Account>> find(String name);

    /** The accounts of these agencies, by name. */
    Future<List<Account>> within(Set<String> agencies);

    /** Whether there is any account at all: without one, a link for the first administrator is printed. */
    Future<Boolean> any();

    /** Fails with CONFLICT {@code account.taken} when the name was ever used. */
    Future<Void> open(Account account, Credential credential, AuditEntry entry);

    /**
     * Stores roles, agency, state, limits of the account and ends its sessions; {@code opened} and {@code used} stay.
     * Fails with not found when there is no such account.
     */
    Future<Void> change(Account account, AuditEntry entry);

    /** Takes an account back into use: as {@link #change}, and its idle time starts again at the time of the entry. */
    Future<Void> reopen(Account account, AuditEntry entry);

    Future<Optional<Credential>> credential(String name);

    /**
     * Stores another password and ends the sessions of the account except the one with this hash ("" for none).
     *
     * @param former the credential that was read before: when another change came between, it fails with CONFLICT
     *     {@code account.changed}
     */
    Future<Void> changeCredential(
            String name, Credential former, Credential credential, String exceptSession, AuditEntry entry);

    /** Notes that the account was used. */
    Future<Void> used(String name, Instant at);
}
