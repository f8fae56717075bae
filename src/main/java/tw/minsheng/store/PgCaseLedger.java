package tw.minsheng.store;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.postgresql.PGStatement;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.imports.CaseLedger;
import tw.minsheng.petition.imports.LedgerCase;

/**
 * Reads cases for figures: week by week where they are put together, one by one where a case has changed since. Both are of
 * one moment, so that nothing is read twice or missed. Blocks.
 */
public final class PgCaseLedger implements CaseLedger {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int ROWS = 5_000;
    private static final int WEEKS = 100;
    private static final int MOST_AT_ONCE = 400;

    /** A week by UTC and one by the clock of the place begin less than a day apart. */
    private static final int A_WEEK_AND_A_DAY = 8;

    private static final String SERIALIZATION = "40001";

    private static final String PUT_TOGETHER = """
            select w.keeper, w.week, w.cases, w.agency from case_week w
            where (w.agency = any (?) or w.unit = any (?)) and w.week <= ? and (w.week >= ? or w.until_day >= ?)
              and not exists (
                select from case_week_changed s
                where s.keeper = w.keeper and s.agency = w.agency and s.unit = w.unit and s.week = w.week)""";

    private static final String CHANGED = """
            (select distinct s.agency, s.unit, s.week from case_week_changed s
             where s.keeper = '%s' and (s.agency = any (?) or s.unit = any (?)) and s.week <= ?) as k""";

    private static final String GIVEN = "unnest(?::text[], ?::text[], ?::date[]) as k (agency, unit, week)";

    private static final String NEXT = """
            select agency, unit, week from case_week_changed where keeper = ? group by agency, unit, week limit %d""".formatted(MOST_AT_ONCE);

    private static final String FORGET = "delete from case_week w using " + GIVEN
            + " where w.keeper = ? and w.agency = k.agency and w.unit = k.unit and w.week = k.week returning w.words";

    /** Words that no week has any longer: a foreign file may have written a name where a unit stands. */
    private static final String UNLEARN = """
            delete from case_word w where w.id = any (?)
              and not exists (select from case_week k where k.words @> array[w.id])""";

    private static final String DONE = "delete from case_week_changed w using " + GIVEN
            + " where w.keeper = ? and w.agency = k.agency and w.unit = k.unit and w.week = k.week";

    private final JdbcWork work;

    public PgCaseLedger(Supplier<DatabaseAddress> address) {
        this.work = new JdbcWork(address, PATIENCE);
    }

    @Override
    public Map<String, Long> read(Period period, Reader reader) {
        return work.atOneMoment(connection -> {
            LedgerWords words = LedgerWords.of(connection);
            LedgerSieve sieve = new LedgerSieve(period, words, reader);
            together(connection, period, words, sieve);
            for (Keeper keeper : Keeper.values()) {
                oneByOne(connection, period, keeper, words, sieve);
            }
            return sieve.leftOut();
        });
    }

    private static void together(Connection connection, Period period, LedgerWords words, LedgerSieve sieve)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PUT_TOGETHER)) {
            within(statement, connection, period);
            statement.setObject(4, period.from().minusDays(A_WEEK_AND_A_DAY));
            statement.setObject(5, period.from());
            try (ResultSet row = streamed(statement, WEEKS)) {
                while (row.next()) {
                    Keeper keeper = row.getString(1).equals(CaseWeeks.key(Keeper.OWN)) ? Keeper.OWN : Keeper.IMPORTED;
                    LocalDate week = row.getObject(2, LocalDate.class);
                    sieve.begin(keeper, week);
                    ByteBuffer cases = ByteBuffer.wrap(row.getBytes(3));
                    long start = CaseWeeks.start(week);
                    int agency = words.number(row.getString(4));
                    while (cases.remaining() >= CaseWeeks.LENGTH) {
                        sieve.take(CaseWeeks.read(keeper, cases, start, agency));
                    }
                }
            }
        }
    }

    private static void oneByOne(
            Connection connection, Period period, Keeper keeper, LedgerWords words, LedgerSieve sieve)
            throws SQLException {
        String sql = CaseWeeks.rows(keeper, CHANGED.formatted(CaseWeeks.key(keeper)));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            within(statement, connection, period);
            try (ResultSet row = streamed(statement, ROWS)) {
                while (row.next()) {
                    sieve.begin(keeper, row.getObject(3, LocalDate.class));
                    sieve.take(read(keeper, row, words));
                }
            }
        }
    }

    private static LedgerCase read(Keeper keeper, ResultSet row, LedgerWords words) throws SQLException {
        return new LedgerCase(
                keeper,
                row.getLong(10),
                row.getLong(11),
                row.getLong(12),
                CaseWeeks.isClosed(row.getInt(13)),
                CaseWeeks.isExtended(row.getInt(13)),
                row.getInt(14),
                words.number(row.getString(1)),
                words.number(row.getString(4)),
                words.number(row.getString(5)),
                words.number(row.getString(6)),
                words.number(row.getString(7)),
                words.number(row.getString(8)),
                words.number(row.getString(9)));
    }

    private static void within(PreparedStatement statement, Connection connection, Period period) throws SQLException {
        Object[] agencies = period.agencies().toArray();
        statement.setArray(1, connection.createArrayOf("text", agencies));
        statement.setArray(2, connection.createArrayOf("text", agencies));
        statement.setObject(3, period.until().plusDays(1));
    }

    private static ResultSet streamed(PreparedStatement statement, int rows) throws SQLException {
        statement.setFetchSize(rows);
        // at once, not from the fifth time on: numbers as bytes, not as letters
        statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
        return statement.executeQuery();
    }

    /** Some weeks of one keeper. */
    private record Weeks(List<String> agencies, List<String> units, List<LocalDate> weeks) {

        Weeks() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    @Override
    public boolean tidy() {
        try {
            return work.atOneMoment(PgCaseLedger::some);
        } catch (Problem problem) {
            boolean overtaken = problem.getCause() instanceof SQLException e && SERIALIZATION.equals(e.getSQLState());
            if (!overtaken) {
                throw problem;
            }
            return false; // somebody else has just done it
        }
    }

    /** Whether there may be more to do. */
    private static boolean some(Connection connection) throws SQLException {
        if (!isAlone(connection)) {
            return false;
        }
        boolean more = false;
        for (Keeper keeper : Keeper.values()) {
            Weeks weeks = next(connection, keeper);
            if (!weeks.weeks().isEmpty()) {
                run(connection, CaseWeeks.learn(keeper, GIVEN), weeks);
                Set<Integer> words = forget(connection, weeks, keeper);
                run(connection, CaseWeeks.put(keeper, GIVEN), weeks);
                run(connection, DONE, weeks, CaseWeeks.key(keeper));
                unlearn(connection, words);
                more = true;
            }
        }
        return more;
    }

    private static boolean isAlone(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_try_advisory_xact_lock(hashtext('case weeks'))")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static Weeks next(Connection connection, Keeper keeper) throws SQLException {
        Weeks weeks = new Weeks();
        try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
            statement.setString(1, CaseWeeks.key(keeper));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    weeks.agencies().add(row.getString(1));
                    weeks.units().add(row.getString(2));
                    weeks.weeks().add(row.getObject(3, LocalDate.class));
                }
            }
        }
        return weeks;
    }

    /** The numbers of the words that the weeks had. */
    private static Set<Integer> forget(Connection connection, Weeks weeks, Keeper keeper) throws SQLException {
        Set<Integer> words = new TreeSet<>();
        try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
            fill(statement, weeks);
            statement.setString(4, CaseWeeks.key(keeper));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    words.addAll(Arrays.asList((Integer[]) row.getArray(1).getArray()));
                }
            }
        }
        return words;
    }

    private static void unlearn(Connection connection, Set<Integer> words) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(UNLEARN)) {
            statement.setArray(1, connection.createArrayOf("int4", words.toArray()));
            statement.executeUpdate();
        }
    }

    private static void run(Connection connection, String sql, Weeks weeks, String... more) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            fill(statement, weeks);
            for (int i = 0; i < more.length; i++) {
                statement.setString(4 + i, more[i]);
            }
            statement.execute();
        }
    }

    private static void fill(PreparedStatement statement, Weeks weeks) throws SQLException {
        Connection connection = statement.getConnection();
        statement.setArray(1, connection.createArrayOf("text", weeks.agencies().toArray()));
        statement.setArray(2, connection.createArrayOf("text", weeks.units().toArray()));
        statement.setArray(3, connection.createArrayOf("date", weeks.weeks().toArray()));
    }
}
