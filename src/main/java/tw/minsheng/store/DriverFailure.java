package tw.minsheng.store;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.TransactionRollbackException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tw.minsheng.kernel.Problem;
import tw.minsheng.kernel.Problem.Kind;

/** What a failure that comes from the driver means for us. */
enum DriverFailure {
    /** no answer in time: what was sent may still take effect */
    TIMED_OUT,
    /** the database is away, or was while we spoke: what was sent may have taken effect */
    AWAY,
    /** the disk of the database is full */
    FULL,
    /** two transactions were in each other's way; nothing took effect, and the same again may well succeed */
    CONFLICT,
    /** a row was locked for too long by somebody else; nothing took effect */
    LOCKED,
    /** another statement of the same transaction had failed before; nothing took effect */
    ABORTED,
    /** the statement itself, or a rule of our own; nothing took effect */
    OTHER;

    private static final Logger LOG = LoggerFactory.getLogger(DriverFailure.class);

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final Set<String> CONFLICTS = Set.of("40001", "40P01");
    /** cancelled by the time limit */
    private static final String CANCELLED = "57014";

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String IN_FAILED_TRANSACTION = "25P02";
    private static final String DISK_FULL = "53100";
    private static final String READ_ONLY = "25006";

    static DriverFailure of(Throwable failure) {
        if (failure instanceof PgException said) {
            return of(String.valueOf(said.getSqlState()));
        }
        if (failure instanceof TimeoutException) {
            return TIMED_OUT;
        }
        if (failure instanceof TransactionRollbackException) {
            return OTHER; // a unit went on after one of its statements had failed
        }
        // what is left of the driver's own: lost connections and refused ones, a busy pool
        return failure instanceof RuntimeException && !(failure instanceof VertxException) ? OTHER : AWAY;
    }

    /** What a failure of a blocking connection becomes, which tells nothing of the data. */
    static RuntimeException thrown(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return switch (of(state)) {
            case TIMED_OUT, AWAY, CONFLICT, LOCKED ->
                new Problem(Kind.UNAVAILABLE, "database.unavailable", Map.of(), failure);
            case FULL -> new Problem(Kind.UNAVAILABLE, "disk.full", Map.of("folder", "PostgreSQL"), failure);
            case ABORTED, OTHER -> {
                LOG.error("the database refused a statement, SQLSTATE {}", state);
                yield new IllegalStateException("the database refused a statement, SQLSTATE " + state, failure);
            }
        };
    }

    private static DriverFailure of(String state) {
        if (CONFLICTS.contains(state)) {
            return CONFLICT;
        }
        return switch (state) {
            case CANCELLED -> TIMED_OUT;
            case LOCK_NOT_AVAILABLE -> LOCKED;
            case IN_FAILED_TRANSACTION -> ABORTED;
            case DISK_FULL -> FULL;
            case READ_ONLY -> AWAY;
            // connection, resources, operator: the server stops, starts, or is overrun
            default -> state.startsWith("08") || state.startsWith("53") || state.startsWith("57P") ? AWAY : OTHER;
        };
    }

    /** Whether a row with this key was there before. */
    static boolean isDuplicate(Throwable failure) {
        return failure instanceof PgException said && UNIQUE_VIOLATION.equals(said.getSqlState());
    }

    /** A problem for people when the database as a whole is the trouble; else the failure as it is. */
    static Throwable told(Throwable failure) {
        return switch (of(failure)) {
            case TIMED_OUT, AWAY, CONFLICT, LOCKED ->
                new Problem(Kind.UNAVAILABLE, "database.unavailable", Map.of(), failure);
            case FULL -> new Problem(Kind.UNAVAILABLE, "disk.full", Map.of("folder", "PostgreSQL"), failure);
            case ABORTED, OTHER -> failure;
        };
    }

    /** Whether it is certain that nothing took effect and that trying again makes sense. */
    boolean mayBeTriedAgain() {
        return this == CONFLICT || this == LOCKED || this == ABORTED || this == OTHER;
    }

    /** Whether the next person would fare no better at this moment. */
    boolean concernsAll() {
        return this == TIMED_OUT || this == AWAY || this == FULL;
    }
}
