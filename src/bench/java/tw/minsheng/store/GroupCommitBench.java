package tw.minsheng.store;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import tw.minsheng.store.embedded.EmbeddedPostgres;

/**
 * Durable rows a second of the embedded server: each row in a transaction of its own, and through {@link GroupCommit}.
 * One row is twenty codes and the same answers as JSON under a unique key, as an answer is stored.
 */
public final class GroupCommitBench {

    private static final Duration WARM_UP = Duration.ofSeconds(4);
    private static final Duration RUN = Duration.ofSeconds(8);
    private static final Short[] CODES = new Short[20];
    private static final JsonObject BODY = new JsonObject();
    private static final String INSERT =
            "insert into bench (survey, key, codes, body) values (1, $1, $2, $3) on conflict (key) do nothing";

    static {
        Arrays.fill(CODES, (short) 4);
        for (int i = 1; i <= CODES.length; i++) {
            BODY.put(String.format(Locale.ROOT, "Q%02d", i), 4);
        }
    }

    private GroupCommitBench() {}

    /** @param arguments numbers of clients, for example 1 16 64 */
    public static void main(String[] arguments) throws Exception {
        Path data = Path.of("target", "bench-database").toAbsolutePath();
        long begun = System.nanoTime();
        try (EmbeddedPostgres server = EmbeddedPostgres.start(data)) {
            System.out.printf(Locale.ROOT, "start %d ms%n", (System.nanoTime() - begun) / 1_000_000);
            run(server.address(), arguments);
        }
        System.exit(0); // without waiting for idle threads of the driver
    }

    private static void run(DatabaseAddress address, String[] arguments) throws Exception {
        execute(
                address,
                "drop table if exists bench; create table bench (id bigint generated always as identity"
                        + " primary key, survey int not null, key uuid not null unique, at timestamptz not null default now(),"
                        + " codes smallint[] not null, body jsonb not null)");
        Vertx vertx = Vertx.vertx();
        Database database = Database.open(vertx, () -> address, Database.Patience.PAGE);
        GroupCommit group = new GroupCommit(vertx, database);
        for (String argument : arguments) {
            int clients = Integer.parseInt(argument);
            measure("one commit a row ", vertx, clients, database::transaction);
            measure("group commit     ", vertx, clients, group::submit);
        }
        execute(address, "drop table bench");
    }

    private static void measure(
            String what, Vertx vertx, int clients, Function<UnitOfWork<Integer>, Future<Integer>> store)
            throws InterruptedException, TimeoutException {
        pass(vertx, clients, store, WARM_UP);
        long[] micros = pass(vertx, clients, store, RUN);
        Arrays.sort(micros);
        System.out.printf(
                Locale.ROOT,
                "%s clients=%-3d rows/s=%-6d p50=%.2f ms p99=%.2f ms max=%.1f ms%n",
                what,
                clients,
                micros.length / RUN.toSeconds(),
                micros[micros.length / 2] / 1e3,
                micros[(int) (micros.length * 0.99)] / 1e3,
                micros[micros.length - 1] / 1e3);
    }

    private static long[] pass(
            Vertx vertx, int clients, Function<UnitOfWork<Integer>, Future<Integer>> store, Duration time)
            throws TimeoutException {
        ConcurrentLinkedQueue<Long> micros = new ConcurrentLinkedQueue<>();
        long end = System.nanoTime() + time.toNanos();
        List<Future<Object>> ends = new ArrayList<>();
        Context[] loops = {vertx.getOrCreateContext(), vertx.getOrCreateContext()};
        for (int i = 0; i < clients; i++) {
            Promise<Object> done = Promise.promise();
            ends.add(done.future());
            loops[i % loops.length].runOnContext(entered -> again(store, end, micros, done));
        }
        Future.all(ends).await(time.toSeconds() + 30, TimeUnit.SECONDS);
        return micros.stream().mapToLong(Long::longValue).toArray();
    }

    private static void again(
            Function<UnitOfWork<Integer>, Future<Integer>> store,
            long end,
            ConcurrentLinkedQueue<Long> micros,
            Promise<Object> done) {
        long start = System.nanoTime();
        if (start > end) {
            done.complete();
            return;
        }
        Tuple row = Tuple.of(UUID.randomUUID(), CODES, new JsonObject().put("answers", BODY));
        store.apply(connection -> connection.preparedQuery(INSERT).execute(row).map(rows -> rows.rowCount()))
                .onSuccess(stored -> {
                    micros.add((System.nanoTime() - start) / 1_000);
                    again(store, end, micros, done);
                })
                .onFailure(done::fail);
    }

    private static void execute(DatabaseAddress address, String sql) throws SQLException {
        try (Connection connection = Jdbc.connect(address, Duration.ofSeconds(30));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
