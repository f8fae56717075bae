package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnectOptions;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tw.minsheng.kernel.Problem;

/**
 * The way to the database from event loops. Every answer comes within a time limit: when the database is away or
 * silent, as {@link Problem} {@code database.unavailable}. Safe to share.
 */
public final class Database {

    /** More connections make two cores slower, not faster. */
    private static final int CONNECTIONS = 6;

    /** For what takes its time; apart, so that no export keeps a citizen waiting. */
    private static final int LONG_CONNECTIONS = 2;

    private static final int LONG_WAITING = 50;
    private static final int WAITING = 5_000;
    /**
     * A pool that gave no connection for so long is given up. The driver waits for the other side even when it closes
     * a silent connection, so after a black hole the pool would stay full of dead ones.
     */
    private static final Duration STARVED = Duration.ofSeconds(8);

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);
    private static final int STATEMENTS = 256;
    private static final int STATEMENT_LENGTH = 16_384;

    private static final Duration LONG_LIMIT = Duration.ofMinutes(2);
    /** Who takes the rows may write a report, or send them to a slow line. */
    private static final Pace UNHURRIED = new Pace(60_000, LONG_LIMIT.toMillis());

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final Vertx vertx;
    private final Patience patience;
    private final Supplier<Pool> newPool;
    private final AtomicReference<Pool> pool;
    private final Pool longWork;
    private final AtomicLong lastServed = new AtomicLong(System.nanoTime());

    private Database(Vertx vertx, Patience patience, Supplier<Pool> newPool, Pool longWork) {
        this.vertx = vertx;
        this.patience = patience;
        this.newPool = newPool;
        this.pool = new AtomicReference<>(newPool.get());
        this.longWork = longWork;
    }

    /**
     * @param address asked anew for each connection: a restarted server may have moved
     * @param patience how long a short question may take; the pool for long work waits longer than either
     */
    public static Database open(Vertx vertx, Supplier<DatabaseAddress> address, Patience patience) {
        PoolOptions many = new PoolOptions()
                .setMaxSize(CONNECTIONS)
                .setMaxWaitQueueSize(WAITING)
                .setConnectionTimeout(Math.toIntExact(patience.connectLimit().toMillis()))
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS);
        PoolOptions few = new PoolOptions()
                .setMaxSize(LONG_CONNECTIONS)
                .setMaxWaitQueueSize(LONG_WAITING)
                .setConnectionTimeout(Math.toIntExact(LONG_LIMIT.toSeconds()))
                .setConnectionTimeoutUnit(TimeUnit.SECONDS);
        Pace pace = patience.pace();
        return new Database(
                vertx,
                patience,
                () -> pool(vertx, many, patience.connectLimit(), () -> pace.on(address.get())),
                pool(vertx, few, patience.connectLimit(), () -> UNHURRIED.on(address.get())));
    }

    private static Pool pool(
            Vertx vertx, PoolOptions size, Duration connectLimit, Supplier<SqlConnectOptions> options) {
        NetClientOptions net = new NetClientOptions()
                .setConnectTimeout(Math.toIntExact(connectLimit.toMillis()))
                .setTcpKeepAlive(true);
        return PgBuilder.pool()
                .with(size)
                .with(net)
                .connectingTo(() -> Future.succeededFuture(options.get()))
                .using(vertx)
                .build();
    }

    /** Runs statements that each stand alone, on one connection: reading, mostly. */
    public <T> Future<T> use(UnitOfWork<T> work) {
        return told(inTime(work));
    }

    /** Runs the unit in a transaction of its own; the future completes after the commit, and fails after the rollback. */
    public <T> Future<T> transaction(UnitOfWork<T> work) {
        return told(committed(work));
    }

    /** Succeeds when the database answers. */
    public Future<Void> ping() {
        return query("select 1", Tuple.tuple()).mapEmpty();
    }

    /** One statement that stands alone. */
    public Future<RowSet<Row>> query(String sql, Tuple parameters) {
        return use(connection -> connection.preparedQuery(sql).execute(parameters));
    }

    /** A transaction that may take its time, as long as each of its statements answers: reading many rows in batches. */
    public <T> Future<T> atLength(UnitOfWork<T> work) {
        return told(longWork.withTransaction(work::run));
    }

    /** Works on what was read beside the event loop, which must answer others meanwhile. */
    public <T> Future<T> aside(Callable<T> work) {
        return vertx.executeBlocking(work, false);
    }

    /** A statement that runs outside of every transaction and may take its time. */
    Future<Void> unhurried(String sql) {
        return told(longWork.withConnection(connection -> connection.query(sql).execute()))
                .mapEmpty();
    }

    /** Ends when all connections are closed, or after some seconds without an answer. */
    public Future<Void> close() {
        return Future.join(current().close(), longWork.close())
                .<Void>mapEmpty()
                .timeout(CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                .otherwiseEmpty();
    }

    /** As {@link #transaction}, with the driver's own failures. */
    <T> Future<T> committed(UnitOfWork<T> work) {
        return inTime(connection -> connection
                .begin()
                .compose(begun -> work.run(connection)
                        .compose(
                                result -> begun.commit().map(result),
                                failure -> begun.rollback().transform(undone -> Future.failedFuture(failure)))));
    }

    /** As {@link #use}, with the driver's own failures. */
    <T> Future<T> inTime(UnitOfWork<T> work) {
        Pool asked = current();
        AtomicBoolean over = new AtomicBoolean();
        Future<SqlConnection> served = asked.getConnection();
        return served.compose(connection -> {
                    lastServed.lazySet(System.nanoTime());
                    return over.get() ? tooLate(connection) : run(work, connection);
                })
                .timeout(patience.limit().toMillis(), TimeUnit.MILLISECONDS)
                .onFailure(failure -> {
                    over.set(true);
                    if (!served.isComplete()) {
                        giveUpWhenStarved(asked);
                    }
                });
    }

    private static <T> Future<T> run(UnitOfWork<T> work, SqlConnection connection) {
        Future<T> result;
        try {
            result = work.run(connection);
        } catch (RuntimeException e) {
            result = Future.failedFuture(e);
        }
        return result.eventually(connection::close);
    }

    private static <T> Future<T> tooLate(SqlConnection connection) {
        return connection.close().transform(closed -> Future.failedFuture(new TimeoutException()));
    }

    private void giveUpWhenStarved(Pool asked) {
        if (System.nanoTime() - lastServed.get() < STARVED.toNanos()) {
            return;
        }
        lastServed.set(System.nanoTime());
        if (pool.compareAndSet(asked, newPool.get())) {
            LOG.warn("the database has not answered for {} s; beginning with new connections", STARVED.toSeconds());
            var unused = asked.close();
        }
    }

    private Pool current() {
        return Objects.requireNonNull(pool.get());
    }

    private static <T> Future<T> told(Future<T> answer) {
        return answer.recover(failure -> Future.failedFuture(DriverFailure.told(failure)));
    }

    /** How long an answer to a short question is waited for. */
    public enum Patience {
        /** Somebody waits for a page. */
        PAGE(Duration.ofMillis(2_500)),
        /** A command has time: on a busy machine it ends late rather than in failure. */
        COMMAND(Duration.ofSeconds(60));

        private final Duration limit;

        Patience(Duration limit) {
            this.limit = limit;
        }

        private Duration limit() {
            return limit;
        }

        /** Longer than the limit of an answer, so that silence is always told from refusal. */
        private Duration connectLimit() {
            return limit.plusMillis(1_500);
        }

        /** A little less than our own limit, so that the server knows of it when we give up. */
        private Pace pace() {
            long statement = limit.toMillis() * 7 / 8;
            return new Pace(statement, 2 * limit.toMillis());
        }
    }

    /**
     * How long the server waits for itself, for others, and for us.
     *
     * @param statement milliseconds for one statement
     * @param idle milliseconds between two statements of a transaction
     */
    private record Pace(long statement, long idle) {

        SqlConnectOptions on(DatabaseAddress address) {
            return new PgConnectOptions()
                    .setHost(address.host())
                    .setPort(address.port())
                    .setDatabase(address.database())
                    .setUser(address.user())
                    .setPassword(address.password())
                    .setCachePreparedStatements(true)
                    .setPreparedStatementCacheMaxSize(STATEMENTS)
                    .setPreparedStatementCacheSqlFilter(sql -> sql.length() < STATEMENT_LENGTH)
                    .addProperty("application_name", "minsheng")
                    .addProperty("timezone", "UTC")
                    .addProperty("statement_timeout", Long.toString(statement))
                    .addProperty("lock_timeout", "500")
                    .addProperty("idle_in_transaction_session_timeout", Long.toString(idle));
        }
    }
}
