package tw.minsheng.security;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Problem;

/**
 * Lets people in by name and password. Unknown names, wrong passwords and accounts that may not be used get the same
 * answer after the same work.
 */
public final class SignIn {

    private final Accounts accounts;
    private final Sessions sessions;
    private final SignInAttempts attempts;
    private final Audit audit;
    private final Passwords passwords;
    private final AddressPace pace;
    private final SecureRandom random;
    private final Clock clock;

    public SignIn(SecurityDoors doors, Passwords passwords, AddressPace pace, SecureRandom random, Clock clock) {
        this.accounts = doors.accounts();
        this.sessions = doors.sessions();
        this.attempts = doors.attempts();
        this.audit = doors.audit();
        this.passwords = passwords;
        this.pace = pace;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Completes with a new session under a new id once it is stored. Fails with INVALID {@code sign_in.wrong}, or
     * TOO_MANY {@code sign_in.locked} (this name, for 15 minutes) or {@code sign_in.slow} (this address).
     *
     * @param from the address of the browser
     * @param device what the browser calls itself
     */
    public Future<Visit> enter(String typedName, String password, String from, String device) {
        Instant now = clock.instant();
        String name = AccountPolicy.name(typedName);
        if (!pace.admits(from, now)) {
            return Future.failedFuture(Problem.of(Problem.Kind.TOO_MANY, "sign_in.slow"));
        }
        return attempts.begin(AccountPolicy.nameHash(name), now).compose(allowed -> {
            if (!allowed) {
                return Future.failedFuture(Problem.of(Problem.Kind.TOO_MANY, "sign_in.locked"));
            }
            return compare(name, password, now)
                    .compose(known ->
                            known.isPresent() ? letIn(known.get(), from, device, now) : turnAway(name, from, now));
        });
    }

    private record Known(Account account, Credential credential) {}

    private Future<Optional<Known>> compare(String name, String password, Instant now) {
        return accounts.credential(name)
                .compose(credential -> accounts.find(name).compose(account -> {
                    boolean usable = account.isPresent()
                            && credential.isPresent()
                            && !credential.get().hash().isEmpty()
                            && AccountPolicy.isUsable(account.get(), now);
                    if (!usable) {
                        return passwords.matchesNobody(password).map(never -> Optional.<Known>empty());
                    }
                    Known known = new Known(account.orElseThrow(), credential.orElseThrow());
                    return passwords
                            .matches(password, known.credential().hash())
                            .map(matched -> matched ? Optional.of(known) : Optional.<Known>empty());
                }));
    }

    private Future<Visit> letIn(Known known, String from, String device, Instant now) {
        SecretToken token = SecretToken.random(random);
        Account account = known.account();
        Session session = new Session(token.hash(), account.name(), now, now, device);
        Act act = new Act(account.name(), account.agency(), from, now);
        return sessions.start(session, AuditEntry.done(act, "sign_in", account.name()))
                .compose(stored -> attempts.forget(AccountPolicy.nameHash(account.name())))
                .map(new Visit(token, session, account, known.credential().change()));
    }

    private Future<Visit> turnAway(String name, String from, Instant now) {
        pace.failed(from, now);
        Problem wrong = Problem.of(Problem.Kind.INVALID, "sign_in.wrong");
        return accounts.find(name)
                .compose(found -> {
                    String agency = found.map(Account::agency).orElse(AgencyTree.ROOT);
                    String object = found.map(Account::name).orElse("");
                    Act act = new Act("", agency, from, now);
                    return audit.write(AuditEntry.refused(act, "sign_in", object, wrong.code()));
                })
                .compose(written -> Future.failedFuture(wrong));
    }
}
