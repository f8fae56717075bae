package tw.minsheng.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import tw.minsheng.petition.Contact;
import tw.minsheng.petition.imports.CaseLedger;
import tw.minsheng.petition.theme.CaseTexts;

/** Reads texts of cases through a cursor, and counts their points by squares. Blocks. */
public final class PgCaseTexts implements CaseTexts {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int ROWS = 500;
    private static final double METRES_OF_A_DEGREE = 111_320;

    /**
     * Degrees at which a square is as wide as it is high, about those of Kaohsiung; at both ends of Taiwan it is 3 % wider or
     * narrower. One for all choices: squares whose borders moved with the chosen cases would tell by their differences where a
     * single one lies.
     */
    private static final double REFERENCE_LATITUDE = 23;

    private static final String OWN = """
            from petition_case c left join case_contact p on p.no = c.no
            where (c.agency = any (?) or c.unit = any (?)) and c.received_at >= ? at time zone ? and c.received_at < ? at time zone ?
              and not c.locked and not c.confidential and c.state not in %s""".formatted(CaseWeeks.LEFT_OUT);

    private static final String IMPORTED = """
            from imported_case c where c.agency = any (?) and c.received_at >= ? and c.received_at < ?""";

    private static final String OWN_TEXTS =
            "select c.text, coalesce(p.name, ''), coalesce(p.email, ''), coalesce(p.phone, ''),"
                    + " coalesce(p.helper, '') " + OWN + " and c.text <> '' order by c.received_at desc limit ?";

    private static final String IMPORTED_TEXTS =
            "select c.text " + IMPORTED + " and c.text <> '' order by c.received_at desc limit ?";

    private static final String SQUARES = """
            with points as (
              select c.latitude, c.longitude %s and c.latitude is not null and c.longitude is not null
                and (cardinality(?::text[]) = 0 or c.type = any (?))
              union all
              select c.latitude, c.longitude %s and c.latitude is not null and c.longitude is not null
                and (cardinality(?::text[]) = 0 or c.type = any (?))
            )
            select floor(longitude / ?::float8)::int, floor(latitude / ?::float8)::int, count(*) from points group by 1, 2""".formatted(OWN, IMPORTED);

    private final JdbcWork work;

    public PgCaseTexts(Supplier<DatabaseAddress> address) {
        this.work = new JdbcWork(address, PATIENCE);
    }

    @Override
    public boolean read(CaseLedger.Period period, int most, Reader reader) {
        return work.dropped(connection -> {
            boolean more = own(connection, period, most, reader);
            return imported(connection, period, most, reader) || more;
        });
    }

    private static boolean own(Connection connection, CaseLedger.Period period, int most, Reader reader)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OWN_TEXTS)) {
            int next = ofOwn(statement, 1, period);
            statement.setInt(next, most + 1);
            statement.setFetchSize(ROWS);
            int read = 0;
            try (ResultSet row = statement.executeQuery()) {
                while (row.next() && ++read <= most) {
                    Contact known = new Contact(row.getString(2), row.getString(3), row.getString(4), row.getString(5));
                    if (!reader.read(row.getString(1), known)) {
                        return true;
                    }
                }
            }
            return read > most;
        }
    }

    private static boolean imported(Connection connection, CaseLedger.Period period, int most, Reader reader)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(IMPORTED_TEXTS)) {
            int next = ofImported(statement, 1, period);
            statement.setInt(next, most + 1);
            statement.setFetchSize(ROWS);
            int read = 0;
            try (ResultSet row = statement.executeQuery()) {
                while (row.next() && ++read <= most) {
                    if (!reader.read(row.getString(1), Contact.NONE)) {
                        return true;
                    }
                }
            }
            return read > most;
        }
    }

    @Override
    public Squares squares(CaseLedger.Period period, double metres, Set<String> types) {
        return work.dropped(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(SQUARES)) {
                double height = metres / METRES_OF_A_DEGREE;
                double width = height / StrictMath.cos(StrictMath.toRadians(REFERENCE_LATITUDE));
                int next = ofTypes(statement, ofOwn(statement, 1, period), types);
                next = ofTypes(statement, ofImported(statement, next, period), types);
                statement.setDouble(next, width);
                statement.setDouble(next + 1, height);
                return new Squares(height, width, squares(statement));
            }
        });
    }

    private static List<Square> squares(PreparedStatement statement) throws SQLException {
        List<Square> squares = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                squares.add(new Square(row.getInt(1), row.getInt(2), row.getLong(3)));
            }
        }
        return squares;
    }

    private static int ofOwn(PreparedStatement statement, int first, CaseLedger.Period period) throws SQLException {
        Connection connection = statement.getConnection();
        Object[] agencies = period.agencies().toArray();
        statement.setArray(first, connection.createArrayOf("text", agencies));
        statement.setArray(first + 1, connection.createArrayOf("text", agencies));
        statement.setObject(first + 2, period.from().atStartOfDay());
        statement.setString(first + 3, period.zone().getId());
        statement.setObject(first + 4, period.until().plusDays(1).atStartOfDay());
        statement.setString(first + 5, period.zone().getId());
        return first + 6;
    }

    private static int ofImported(PreparedStatement statement, int first, CaseLedger.Period period)
            throws SQLException {
        Object[] agencies = period.agencies().toArray();
        statement.setArray(first, statement.getConnection().createArrayOf("text", agencies));
        statement.setObject(first + 1, period.from().atStartOfDay());
        statement.setObject(first + 2, period.until().plusDays(1).atStartOfDay());
        return first + 3;
    }

    private static int ofTypes(PreparedStatement statement, int first, Set<String> types) throws SQLException {
        Object[] words = types.toArray();
        statement.setArray(first, statement.getConnection().createArrayOf("text", words));
        statement.setArray(first + 1, statement.getConnection().createArrayOf("text", words));
        return first + 2;
    }
}
