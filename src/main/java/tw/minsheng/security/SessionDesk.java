package tw.minsheng.security;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Problem;

/** Recognises people by the cookie of their session, shows them their sessions, and signs them out. */
public final class SessionDesk {

    private final Accounts accounts;
    private final Sessions sessions;
    private final Clock clock;

    public SessionDesk(SecurityDoors doors, Clock clock) {
        this.accounts = doors.accounts();
        this.sessions = doors.sessions();
        this.clock = clock;
    }

    /** Who holds this session; empty when it is unknown, idle for too long, too old, or its account may not be used. */
    public Future<Optional<Visit>> recognise(SecretToken token) {
        Instant now = clock.instant();
        return sessions.find(token.hash())
                .compose(found -> found.filter(session -> SessionPolicy.isAlive(session, now))
                        .map(session -> visit(token, session, now))
                        .orElseGet(() -> Future.succeededFuture(Optional.empty())));
    }

    private Future<Optional<Visit>> visit(SecretToken token, Session session, Instant now) {
        return accounts.find(session.account())
                .compose(account -> accounts.credential(session.account())
                        .map(credential -> account.filter(known -> AccountPolicy.isUsable(known, now))
                                .flatMap(known ->
                                        credential.map(with -> new Visit(token, session, known, with.change())))))
                .compose(visit -> visit.isPresent() && SessionPolicy.needsTouch(session, now)
                        ? sessions.touch(session.idHash(), now).map(visit)
                        : Future.succeededFuture(visit));
    }

    /** The living sessions of this person, the newest first. */
    public Future<List<Session>> mine(Visit visit) {
        Instant now = clock.instant();
        return sessions.of(visit.account().name())
                .map(all -> all.stream()
                        .filter(session -> SessionPolicy.isAlive(session, now))
                        .toList());
    }

    public Future<Void> leave(Visit visit, String from) {
        return sessions.end(
                        visit.account().name(),
                        visit.session().idHash(),
                        AuditEntry.done(
                                act(visit, from), "sign_out", visit.account().name()))
                .mapEmpty();
    }

    /** Ends one of my sessions; fails with not found when it is not mine. */
    public Future<Void> end(Visit visit, String idHash, String from) {
        return sessions.end(
                        visit.account().name(),
                        idHash,
                        AuditEntry.done(
                                act(visit, from), "session.end", visit.account().name()))
                .compose(ended ->
                        ended ? Future.succeededFuture() : Future.failedFuture(Problem.notFound("session", "")));
    }

    /** Ends all my sessions but this one; completes with how many. */
    public Future<Integer> endOthers(Visit visit, String from) {
        return sessions.endOthers(
                visit.account().name(),
                visit.session().idHash(),
                AuditEntry.done(
                        act(visit, from), "session.end_others", visit.account().name()));
    }

    private Act act(Visit visit, String from) {
        return new Act(visit.account().name(), visit.account().agency(), from, clock.instant());
    }
}
