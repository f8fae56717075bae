package tw.minsheng.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.imports.CaseImports;
import tw.minsheng.petition.imports.ImportedCase;
import tw.minsheng.security.AuditEntry;

/**
 * Imports by COPY into a table of their own and from there, in the same transaction, into what is kept; nothing of the
 * file is held in memory. Blocks.
 */
public final class PgCaseImports implements CaseImports {

    /** Two million rows are sorted and compared while the connection is silent. */
    private static final Duration PATIENCE = Duration.ofMinutes(60);

    private static final String FIELDS = """
            received_at, received_day, due_at, due_day, closed_at, closed_day, type, channel, unit, district, status,
            is_closed, latitude, longitude, text""";

    /** What an incoming row brings to a case; to one whose words and place were erased it brings them no more. */
    private static final String BROUGHT =
            of("i").replaceAll("i\\.(latitude|longitude|text)", "case when c.erased then c.$1 else i.$1 end");

    private static final String INCOMING = """
            create temporary table incoming on commit drop as
            select number, %s from imported_case with no data""".formatted(FIELDS);

    private static final String BEGIN =
            "insert into case_import (agency, file, actor, at) values (?, ?, ?, ?::timestamptz) returning id";

    private static final String DIFFERS =
            " c.agency = ? and c.number = i.number and (%s) is distinct from (%s)".formatted(of("c"), BROUGHT);

    private static final String KEEP_FORMER = """
            insert into imported_case_former
            select ?, c.* from imported_case c, incoming i where""" + DIFFERS;

    private static final String CHANGE = """
            update imported_case c set import_id = ?, (%s) = row(%s) from incoming i where""".formatted(FIELDS, BROUGHT) + DIFFERS;

    /** Of what was erased before it was taken out, words and place stay away, as of what stands there. */
    private static final String ADD = """
            insert into imported_case (agency, import_id, number, erased, %s)
            select k.agency, k.import_id, i.number, c.erased, %s
            from incoming i cross join (select ?::text as agency, ?::bigint as import_id) k
            cross join lateral (
              select exists (
                select from imported_case_erased e where e.agency = k.agency and e.number = i.number) as erased,
                null::double precision as latitude, null::double precision as longitude, '' as text) c
            on conflict do nothing""".formatted(FIELDS, BROUGHT);

    private static final String END = "update case_import set added = ?, changed = ?, unchanged = ? where id = ?";

    private static final String AGENCY = "select agency from case_import where id = ?";

    private static final String FIND = """
            select agency, undone_at is not null as undone,
              exists (select from imported_case_former f where f.import_id = c.id) as overtaken
            from case_import c where id = ? for update""";

    private static final String TAKE_OUT = """
            delete from imported_case c where c.import_id = ? and not exists (
              select from imported_case_former f where f.replaced_by = c.import_id and f.agency = c.agency
                and f.number = c.number)""";

    private static final String REMEMBER = """
            insert into imported_case_erased
            select agency, number from imported_case where import_id = ? and erased on conflict do nothing""";

    /** What was erased in either of both stays so. */
    private static final String PUT_BACK = """
            update imported_case c set import_id = i.import_id, erased = c.erased or i.erased, (%s) = row(%s)
            from imported_case_former i
            where i.replaced_by = ? and c.agency = i.agency and c.number = i.number""".formatted(FIELDS, BROUGHT);

    private static final String FORGET_FORMER = "delete from imported_case_former where replaced_by = ?";
    private static final String UNDONE = "update case_import set undone_at = ?::timestamptz where id = ?";
    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtext('case import ' || ?))";

    private final JdbcWork work;

    public PgCaseImports(Supplier<DatabaseAddress> address) {
        this.work = new JdbcWork(address, PATIENCE);
    }

    private static String of(String table) {
        return FIELDS.replaceAll("(\\w+)", table + ".$1");
    }

    @Override
    public Done take(Order order, Feed feed) {
        JdbcWork.Unit<Done> taking = connection -> {
            run(connection, ONE_AT_A_TIME, order.agency());
            long id = begun(connection, order);
            Copied copied = copied(connection, feed);
            run(connection, KEEP_FORMER, id, order.agency());
            long changed = count(connection, CHANGE, id, order.agency());
            long added = count(connection, ADD, order.agency(), id);
            long unchanged = copied.rows() - changed - added;
            run(connection, END, added, changed, unchanged, id);
            AuditInsert.write(connection, AuditEntry.done(order.act(), "cases.import", order.agency() + " " + id));
            return new Done(order.dryRun() ? 0 : id, added, changed, unchanged, copied.refused());
        };
        return order.dryRun() ? work.dropped(taking) : work.kept(taking);
    }

    private static long begun(Connection connection, Order order) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BEGIN)) {
            fill(
                    statement,
                    order.agency(),
                    order.file(),
                    order.act().actor(),
                    order.act().at().toString());
            try (ResultSet id = statement.executeQuery()) {
                id.next();
                return id.getLong(1);
            }
        }
    }

    private record Copied(long rows, long refused) {}

    private static Copied copied(Connection connection, Feed feed) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(INCOMING);
        }
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy incoming from stdin");
        try {
            CopyText text = new CopyText();
            long refused = feed.into(one -> write(copy, text, one));
            long rows = copy.endCopy();
            try (Statement statement = connection.createStatement()) {
                statement.execute("analyze incoming");
            }
            return new Copied(rows, refused);
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void write(CopyIn copy, CopyText text, ImportedCase one) {
        byte[] line = text.line(one);
        try {
            copy.writeToCopy(line, 0, line.length);
        } catch (SQLException e) {
            throw DriverFailure.thrown(e);
        }
    }

    @Override
    public long undo(long id, Act act) {
        return work.kept(connection -> {
            // what another import is just replacing is known when that has ended
            run(connection, ONE_AT_A_TIME, agencyOf(connection, id));
            String agency = undoable(connection, id);
            run(connection, REMEMBER, id);
            long out = count(connection, TAKE_OUT, id);
            long back = count(connection, PUT_BACK, id);
            run(connection, FORGET_FORMER, id);
            run(connection, UNDONE, act.at().toString(), id);
            AuditInsert.write(connection, AuditEntry.done(act, "cases.import.undo", agency + " " + id));
            return out + back;
        });
    }

    /** "" when there is no such import. */
    private static String agencyOf(Connection connection, long id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(AGENCY)) {
            fill(statement, id);
            try (ResultSet found = statement.executeQuery()) {
                return found.next() ? found.getString("agency") : "";
            }
        }
    }

    private static String undoable(Connection connection, long id) throws SQLException {
        Map<String, String> args = Map.of("id", Long.toString(id));
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            fill(statement, id);
            try (ResultSet found = statement.executeQuery()) {
                if (!found.next()) {
                    throw Problem.of(Problem.Kind.NOT_FOUND, "import.unknown", args);
                }
                if (found.getBoolean("undone")) {
                    throw Problem.of(Problem.Kind.CONFLICT, "import.undone", args);
                }
                if (found.getBoolean("overtaken")) {
                    throw Problem.of(Problem.Kind.CONFLICT, "import.overtaken", args);
                }
                return found.getString("agency");
            }
        }
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            fill(statement, values);
            statement.execute();
        }
    }

    /** How many rows it changed. */
    private static long count(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            fill(statement, values);
            return statement.executeLargeUpdate();
        }
    }

    private static void fill(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
