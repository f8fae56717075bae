package tw.minsheng.security;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;

/**
 * What an administrator does with the accounts of the own subtree. Nobody changes the own rights or state, so an
 * installation keeps the administrator it has.
 */
public final class AccountOffice {

    private final SecurityDoors doors;
    private final Enrolment enrolment;
    private final Clock clock;

    public AccountOffice(SecurityDoors doors, Enrolment enrolment, Clock clock) {
        this.doors = doors;
        this.enrolment = enrolment;
        this.clock = clock;
    }

    /**
     * What an account is to be.
     *
     * @param survey the only survey to be seen, "" for all
     * @param until the end, {@link Account#FOREVER} for none
     */
    public record Grant(Set<Role> roles, String agency, String survey, Instant until) {

        public Grant {
            roles = Set.copyOf(roles);
        }
    }

    /** The accounts of the administrator's subtree, by name. */
    public Future<List<Account>> list(Account by) {
        return doors.agencies().tree().compose(tree -> doors.accounts().within(tree.subtree(by.agency())));
    }

    /** One account of the subtree; fails with not found for every other. */
    public Future<Account> find(Account by, String name) {
        return doors.agencies()
                .tree()
                .compose(tree -> doors.accounts()
                        .find(name)
                        .map(found -> found.filter(account ->
                                        Rights.may(by, Permission.MANAGE_ACCOUNTS, account.agency(), "", tree))
                                .orElseThrow(() -> Problem.notFound("account", name))));
    }

    /** Opens an account without a password; completes with the one-time link to hand to the person. */
    public Future<SecretToken> open(Account by, String typedName, Grant grant, String from) {
        String name = AccountPolicy.name(typedName);
        Instant now = clock.instant();
        Account account =
                Account.open(name, grant.roles(), grant.agency(), now).limitedTo(grant.survey(), grant.until());
        Act act = act(by, grant.agency(), from);
        return check(by, name, grant)
                .compose(allowed ->
                        doors.accounts().open(account, Credential.NONE, AuditEntry.done(act, "account.open", name)))
                .compose(opened -> enrolment.passwordLink(name, act));
    }

    /** Changes roles, agency and limits; the sessions of the account end. */
    public Future<Void> changeRights(Account by, String name, Grant grant, String from) {
        return other(by, name)
                .compose(account -> check(by, name, grant)
                        .compose(allowed -> doors.accounts()
                                .change(
                                        account.withRights(grant.roles(), grant.agency())
                                                .limitedTo(grant.survey(), grant.until()),
                                        AuditEntry.done(act(by, account.agency(), from), "account.rights", name))));
    }

    public Future<Void> suspend(Account by, String name, String from) {
        return changeState(by, name, Account.State.SUSPENDED, "account.suspend", from);
    }

    public Future<Void> disable(Account by, String name, String from) {
        return changeState(by, name, Account.State.DISABLED, "account.disable", from);
    }

    /** Takes a suspended, disabled or idle account back into use. */
    public Future<Void> reopen(Account by, String name, String from) {
        return other(by, name)
                .compose(account -> doors.accounts()
                        .reopen(
                                account.withState(Account.State.ACTIVE),
                                AuditEntry.done(act(by, account.agency(), from), "account.reopen", name)));
    }

    /** Takes the password away and ends all sessions; completes with a one-time link for a new password. */
    public Future<SecretToken> reset(Account by, String name, String from) {
        return other(by, name).compose(account -> {
            Act act = act(by, account.agency(), from);
            return doors.accounts()
                    .credential(name)
                    .map(found -> found.orElse(Credential.NONE))
                    .compose(former -> doors.accounts()
                            .changeCredential(
                                    name, former, former.withdrawn(), "", AuditEntry.done(act, "account.reset", name)))
                    .compose(withdrawn -> enrolment.passwordLink(name, act));
        });
    }

    private Future<Void> changeState(Account by, String name, Account.State state, String what, String from) {
        return other(by, name)
                .compose(account -> doors.accounts()
                        .change(
                                account.withState(state),
                                AuditEntry.done(act(by, account.agency(), from), what, name)));
    }

    private Future<Account> other(Account by, String name) {
        return find(by, name).map(account -> {
            if (account.name().equals(by.name())) {
                throw Problem.of(Problem.Kind.CONFLICT, "account.own");
            }
            return account;
        });
    }

    private Future<Void> check(Account by, String name, Grant grant) {
        return doors.agencies().tree().compose(tree -> {
            List<Fault> faults = new ArrayList<>();
            if (!AccountPolicy.isName(name)) {
                faults.add(Fault.of("name", "account.name"));
            }
            if (grant.roles().isEmpty()) {
                faults.add(Fault.of("role", "account.roles"));
            }
            Optional<Agency> agency = tree.find(grant.agency());
            boolean known = grant.agency().equals(AgencyTree.ROOT) || agency.isPresent();
            if (!known || !tree.isWithin(grant.agency(), by.agency())) {
                faults.add(Fault.of("agency", "account.agency"));
            }
            if (!grant.until().isAfter(clock.instant())) {
                faults.add(Fault.of("until", "account.until"));
            }
            return faults.isEmpty()
                    ? Future.succeededFuture()
                    : Future.failedFuture(Problem.invalid("account.refused", faults));
        });
    }

    private Act act(Account by, String agency, String from) {
        return new Act(by.name(), agency, from, clock.instant());
    }
}
