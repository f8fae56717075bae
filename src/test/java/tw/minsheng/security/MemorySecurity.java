package tw.minsheng.security;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Problem;

/** The doors of security in memory. Every call is one transaction: a lock, and the audit line first. */
public final class MemorySecurity {

    private final Map<String, Agency> agencies = new LinkedHashMap<>();
    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, Credential> credentials = new HashMap<>();
    private final Map<String, SetupLink> links = new HashMap<>();
    private final Map<String, Session> sessions = new LinkedHashMap<>();
    private final Map<String, SignInPolicy.Attempts> attempts = new HashMap<>();
    private final List<AuditRow> rows = new ArrayList<>();
    private boolean auditFails;

    public SecurityDoors doors() {
        return new SecurityDoors(new Tree(), new Register(), new Links(), new Desk(), new Counter(), new Trail());
    }

    /** From now on no audit line can be written. */
    public synchronized void breakAudit() {
        auditFails = true;
    }

    public synchronized List<AuditRow> auditRows() {
        return List.copyOf(rows);
    }

    /** Somebody changes a line behind the program's back. */
    public synchronized void tamper(int index, AuditRow row) {
        rows.set(index, row);
    }

    private synchronized <T> Future<T> act(AuditEntry entry, Supplier<T> change) {
        if (auditFails) {
            return Future.failedFuture(Problem.of(Problem.Kind.UNAVAILABLE, "database.away"));
        }
        try {
            T done = change.get();
            rows.add(new AuditRow(rows.size() + 1L, entry, ""));
            return Future.succeededFuture(done);
        } catch (Problem problem) {
            return Future.failedFuture(problem);
        }
    }

    private synchronized <T> Future<T> read(Supplier<T> look) {
        return Future.succeededFuture(look.get());
    }

    private final class Tree implements Agencies {
        @Override
        public Future<AgencyTree> tree() {
            return read(() -> AgencyTree.of(agencies.values()));
        }

        @Override
        public Future<Void> put(Agency agency, Act act) {
            return act(AuditEntry.done(act, "agency.put", agency.key()), () -> {
                agencies.put(agency.key(), agency);
                return null;
            });
        }

        @Override
        public Future<Void> ensure(Agency agency, Act act) {
            return agencies.containsKey(agency.key()) ? Future.succeededFuture() : put(agency, act);
        }
    }

    private final class Register implements Accounts {
        @Override
        public Future<Optional<Account>> find(String name) {
            return read(() -> Optional.ofNullable(accounts.get(name)));
        }

        @Override
        public Future<List<Account>> within(Set<String> keys) {
            return read(() -> accounts.values().stream()
                    .filter(account -> keys.contains(account.agency()))
                    .sorted(Comparator.comparing(Account::name))
                    .toList());
        }

        @Override
        public Future<Boolean> any() {
            return read(() -> !accounts.isEmpty());
        }

        @Override
        public Future<Void> open(Account account, Credential credential, AuditEntry entry) {
            return act(entry, () -> insert(account, credential));
        }

        @Override
        public Future<Void> change(Account account, AuditEntry entry) {
            return act(entry, () -> replace(account, known(account.name()).opened()));
        }

        @Override
        public Future<Void> reopen(Account account, AuditEntry entry) {
            return act(entry, () -> {
                known(account.name());
                return replace(account, entry.act().at());
            });
        }

        private Void replace(Account account, Instant opened) {
            Account before = known(account.name());
            accounts.put(
                    account.name(),
                    new Account(
                            account.name(),
                            account.roles(),
                            account.agency(),
                            account.state(),
                            account.survey(),
                            account.until(),
                            opened,
                            before.used()));
            endAll(account.name(), "");
            return null;
        }

        @Override
        public Future<Optional<Credential>> credential(String name) {
            return read(() -> Optional.ofNullable(credentials.get(name)));
        }

        @Override
        public Future<Void> changeCredential(
                String name, Credential former, Credential credential, String except, AuditEntry entry) {
            return act(entry, () -> {
                known(name);
                if (!former.equals(credentials.get(name))) {
                    throw Problem.of(Problem.Kind.CONFLICT, "account.changed");
                }
                credentials.put(name, credential);
                endAll(name, except);
                return null;
            });
        }

        @Override
        public Future<Void> used(String name, Instant at) {
            return read(() -> {
                accounts.computeIfPresent(name, (key, account) -> account.usedAt(at));
                return null;
            });
        }
    }

    private Account known(String name) {
        Account account = accounts.get(name);
        if (account == null) {
            throw Problem.notFound("account", name);
        }
        return account;
    }

    private Void insert(Account account, Credential credential) {
        if (accounts.containsKey(account.name())) {
            throw Problem.of(Problem.Kind.CONFLICT, "account.taken");
        }
        accounts.put(account.name(), account);
        credentials.put(account.name(), credential);
        return null;
    }

    private int endAll(String name, String except) {
        int before = sessions.size();
        sessions.values()
                .removeIf(session ->
                        session.account().equals(name) && !session.idHash().equals(except));
        return before - sessions.size();
    }

    private final class Links implements SetupLinks {
        @Override
        public Future<Void> issue(SetupLink link, AuditEntry entry) {
            return act(entry, () -> {
                links.values()
                        .removeIf(earlier -> earlier.purpose() == link.purpose()
                                && earlier.account().equals(link.account()));
                links.put(link.tokenHash(), link);
                return null;
            });
        }

        @Override
        public Future<Optional<SetupLink>> find(String tokenHash) {
            return read(() -> Optional.ofNullable(links.get(tokenHash)));
        }

        @Override
        public Future<Boolean> redeemFirstAdmin(
                String tokenHash, Instant now, Account account, Credential credential, AuditEntry entry) {
            if (!usable(tokenHash, SetupLink.Purpose.FIRST_ADMIN, now) || !accounts.isEmpty()) {
                return Future.succeededFuture(false);
            }
            return act(entry, () -> {
                links.remove(tokenHash);
                insert(account, credential);
                return true;
            });
        }

        @Override
        public Future<Boolean> redeemPassword(String tokenHash, Instant now, Credential credential, AuditEntry entry) {
            if (!usable(tokenHash, SetupLink.Purpose.PASSWORD, now)) {
                return Future.succeededFuture(false);
            }
            return act(entry, () -> {
                String name = links.remove(tokenHash).account();
                credentials.put(name, credential);
                endAll(name, "");
                return true;
            });
        }

        private boolean usable(String tokenHash, SetupLink.Purpose purpose, Instant now) {
            SetupLink link = links.get(tokenHash);
            return link != null && link.purpose() == purpose && !link.isExpired(now);
        }
    }

    private final class Desk implements Sessions {
        @Override
        public Future<Void> start(Session session, AuditEntry entry) {
            return act(entry, () -> {
                sessions.put(session.idHash(), session);
                accounts.computeIfPresent(session.account(), (key, account) -> account.usedAt(session.started()));
                return null;
            });
        }

        @Override
        public Future<Optional<Session>> find(String idHash) {
            return read(() -> Optional.ofNullable(sessions.get(idHash)));
        }

        @Override
        public Future<Void> touch(String idHash, Instant at) {
            return read(() -> {
                sessions.computeIfPresent(
                        idHash,
                        (key, session) -> new Session(key, session.account(), session.started(), at, session.device()));
                return null;
            });
        }

        @Override
        public Future<List<Session>> of(String account) {
            return read(() -> sessions.values().stream()
                    .filter(session -> session.account().equals(account))
                    .sorted(Comparator.comparing(Session::started).reversed())
                    .toList());
        }

        @Override
        public Future<Boolean> end(String account, String idHash, AuditEntry entry) {
            Session session = sessions.get(idHash);
            if (session == null || !session.account().equals(account)) {
                return Future.succeededFuture(false);
            }
            return act(entry, () -> sessions.remove(idHash) != null);
        }

        @Override
        public Future<Integer> endOthers(String account, String exceptHash, AuditEntry entry) {
            return act(entry, () -> endAll(account, exceptHash));
        }

        @Override
        public Future<Integer> purge(Instant startedBefore, Instant usedBefore) {
            return read(() -> {
                int before = sessions.size();
                sessions.values()
                        .removeIf(session -> session.started().isBefore(startedBefore)
                                || session.used().isBefore(usedBefore));
                return before - sessions.size();
            });
        }
    }

    private final class Counter implements SignInAttempts {
        @Override
        public Future<Boolean> begin(String nameHash, Instant now) {
            return read(() -> {
                Optional<SignInPolicy.Attempts> next =
                        SignInPolicy.begin(attempts.getOrDefault(nameHash, SignInPolicy.Attempts.NONE), now);
                next.ifPresent(after -> attempts.put(nameHash, after));
                return next.isPresent();
            });
        }

        @Override
        public Future<Void> forget(String nameHash) {
            return read(() -> {
                attempts.remove(nameHash);
                return null;
            });
        }

        @Override
        public Future<Integer> purge(Instant lastBefore) {
            return read(() -> {
                int before = attempts.size();
                attempts.values().removeIf(known -> known.last().isBefore(lastBefore));
                return before - attempts.size();
            });
        }
    }

    private final class Trail implements Audit {
        @Override
        public Future<Void> write(AuditEntry entry) {
            return act(entry, () -> null);
        }

        @Override
        public Future<List<AuditRow>> find(AuditQuery query) {
            return read(() -> rows.stream()
                    .filter(row -> fits(row, query))
                    .sorted(Comparator.comparing(AuditRow::id).reversed())
                    .limit(query.limit())
                    .toList());
        }

        private boolean fits(AuditRow row, AuditQuery query) {
            AuditEntry entry = row.entry();
            return query.agencies().contains(entry.act().agency())
                    && (query.actor().isEmpty()
                            || query.actor().equals(entry.act().actor()))
                    && entry.what().startsWith(query.what())
                    && (query.object().isEmpty() || query.object().equals(entry.object()))
                    && !entry.act().at().isBefore(query.since())
                    && row.id() < query.beforeId();
        }

        @Override
        public Future<Integer> seal() {
            return read(() -> {
                String before = AuditChain.START;
                int sealed = 0;
                for (int i = 0; i < rows.size(); i++) {
                    AuditRow row = rows.get(i);
                    if (row.seal().isEmpty()) {
                        rows.set(i, new AuditRow(row.id(), row.entry(), AuditChain.seal(before, row)));
                        sealed++;
                    }
                    before = rows.get(i).seal();
                }
                return sealed;
            });
        }

        @Override
        public Future<OptionalLong> verify() {
            return read(() -> AuditChain.Checked.NOTHING.then(rows).firstBreak());
        }
    }
}
