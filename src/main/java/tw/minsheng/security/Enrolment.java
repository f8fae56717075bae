package tw.minsheng.security;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;

/** How a person comes to a password: by a one-time link, on the command line, or by changing the one there is. */
public final class Enrolment {

    private final SecurityDoors doors;
    private final Passwords passwords;
    private final NewPassword newPassword;
    private final SecureRandom random;
    private final Clock clock;

    public Enrolment(SecurityDoors doors, PasswordRules rules, Passwords passwords, SecureRandom random, Clock clock) {
        this.doors = doors;
        this.passwords = passwords;
        this.newPassword = new NewPassword(rules, passwords);
        this.random = random;
        this.clock = clock;
    }

    /** A link for the first administrator, to be printed once; empty when there is any account. */
    public Future<Optional<SecretToken>> firstLink() {
        return doors.accounts()
                .any()
                .compose(any -> any
                        ? Future.succeededFuture(Optional.empty())
                        : issue(SetupLink.Purpose.FIRST_ADMIN, "", act("serve", AgencyTree.ROOT, ""))
                                .map(Optional::of));
    }

    /** A link with which the person sets a password; earlier ones become void. */
    Future<SecretToken> passwordLink(String account, Act act) {
        return issue(SetupLink.Purpose.PASSWORD, account, act);
    }

    private Future<SecretToken> issue(SetupLink.Purpose purpose, String account, Act act) {
        SecretToken token = SecretToken.random(random);
        SetupLink link = new SetupLink(token.hash(), purpose, account, act.at().plus(purpose.life()));
        return doors.links()
                .issue(link, AuditEntry.done(act, "account.link", account))
                .map(token);
    }

    /** The link of this token; fails with not found when it is forged, used, void or expired. */
    public Future<SetupLink> link(SecretToken token) {
        return doors.links()
                .find(token.hash())
                .compose(found -> found.filter(link -> !link.isExpired(clock.instant()))
                        .map(Future::succeededFuture)
                        .orElseGet(Enrolment::gone));
    }

    /**
     * Uses the link once: sets the password of its account, or opens the first administrator. Completes with the name.
     * Fails with not found when it may not be used, INVALID with faults when name or password will not do; then it may
     * be used again.
     *
     * @param typedName the name the first administrator chooses; of no meaning for other links
     */
    public Future<String> redeem(SecretToken token, String typedName, String password, String from) {
        return link(token).compose(link -> switch (link.purpose()) {
            case FIRST_ADMIN -> redeemFirst(link, AccountPolicy.name(typedName), password, from);
            case PASSWORD -> redeemPassword(link, password, from);
        });
    }

    private Future<String> redeemFirst(SetupLink link, String name, String password, String from) {
        if (!AccountPolicy.isName(name)) {
            return Future.failedFuture(Problem.invalid("account.refused", List.of(Fault.of("name", "account.name"))));
        }
        Instant now = clock.instant();
        Account account = Account.open(name, Set.of(Role.ADMIN), AgencyTree.ROOT, now);
        AuditEntry entry = AuditEntry.done(act(name, AgencyTree.ROOT, from), "account.open", name);
        return newPassword
                .after(Credential.NONE, name, password)
                .compose(chosen -> doors.links().redeemFirstAdmin(link.tokenHash(), now, account, chosen, entry))
                .compose(done -> done ? Future.succeededFuture(name) : gone());
    }

    private Future<String> redeemPassword(SetupLink link, String password, String from) {
        String name = link.account();
        return account(name)
                .compose(account -> doors.accounts()
                        .credential(name)
                        .compose(former -> newPassword.after(former.orElse(Credential.NONE), name, password))
                        .compose(chosen -> {
                            AuditEntry entry = AuditEntry.done(act(name, account.agency(), from), "password.set", name);
                            return doors.links().redeemPassword(link.tokenHash(), clock.instant(), chosen, entry);
                        })
                        .compose(done -> done ? Future.succeededFuture(name) : gone()));
    }

    /**
     * Changes my password; all my other sessions end. Fails with INVALID and a fault at {@code present} when the
     * present password is wrong, at {@code password} when the new one will not do, TOO_MANY when tried too often.
     */
    public Future<Void> changePassword(Visit visit, String present, String password, String from) {
        String name = visit.account().name();
        String key = AccountPolicy.nameHash(name);
        return doors.attempts()
                .begin(key, clock.instant())
                .compose(allowed -> allowed
                        ? doors.accounts().credential(name)
                        : Future.failedFuture(Problem.of(Problem.Kind.TOO_MANY, "sign_in.locked")))
                .map(found -> found.orElse(Credential.NONE))
                .compose(former -> passwords
                        .matches(present, former.hash())
                        .compose(right -> right
                                ? doors.attempts().forget(key)
                                : NewPassword.refused(Fault.of("present", "password.wrong")))
                        .compose(proved -> newPassword.after(former, name, password))
                        .compose(chosen -> doors.accounts()
                                .changeCredential(
                                        name,
                                        former,
                                        chosen,
                                        visit.session().idHash(),
                                        AuditEntry.done(
                                                act(name, visit.account().agency(), from), "password.change", name))));
    }

    /**
     * Opens an account with a password, from the command line or for a demonstration. Fails with INVALID and faults,
     * or CONFLICT {@code account.taken}.
     */
    public Future<Void> open(Account account, String password, Act act) {
        if (!AccountPolicy.isName(account.name())) {
            return Future.failedFuture(Problem.invalid("account.refused", List.of(Fault.of("name", "account.name"))));
        }
        return newPassword
                .after(Credential.NONE, account.name(), password)
                .compose(chosen ->
                        doors.accounts().open(account, chosen, AuditEntry.done(act, "account.open", account.name())));
    }

    private Future<Account> account(String name) {
        return doors.accounts()
                .find(name)
                .compose(found -> found.map(Future::succeededFuture).orElseGet(Enrolment::gone));
    }

    private Act act(String actor, String agency, String from) {
        return new Act(actor, agency, from, clock.instant());
    }

    private static <T> Future<T> gone() {
        return Future.failedFuture(Problem.notFound("link", ""));
    }
}
