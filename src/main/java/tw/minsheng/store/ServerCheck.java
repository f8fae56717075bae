package tw.minsheng.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import tw.minsheng.kernel.Problem;
import tw.minsheng.kernel.Problem.Kind;

/** Looks at a PostgreSQL that we did not set up ourselves before anything is written there. */
public final class ServerCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OLDEST = 15;
    private static final Set<String> BLIND = Set.of("C", "POSIX");
    private static final String QUESTIONS = """
            select current_setting('server_version_num')::int / 10000,
                   current_setting('server_version'),
                   pg_encoding_to_char(encoding), datctype,
                   '聲' ~ '^[[:alpha:]]$'
            from pg_database where datname = current_database()""";

    private ServerCheck() {}

    /**
     * Blocks for at most some seconds.
     *
     * @throws Problem {@code database.unreachable}, {@code database.login_refused}, {@code database.too_old},
     *     {@code database.wrong_encoding} or {@code database.wrong_locale}; each says what was found and what to do
     */
    public static void check(DatabaseAddress address) {
        try (Connection connection = Jdbc.connect(address, PATIENCE);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(QUESTIONS)) {
            if (answer.next()) {
                judge(answer);
            }
        } catch (SQLException e) {
            String state = String.valueOf(e.getSQLState());
            String code = state.startsWith("28") || state.equals("3D000") ? "login_refused" : "unreachable";
            Map<String, String> args = Map.of("address", address.toString(), "detail", String.valueOf(e.getMessage()));
            throw new Problem(Kind.UNAVAILABLE, "database." + code, args, e);
        }
    }

    private static void judge(ResultSet answer) throws SQLException {
        if (answer.getInt(1) < OLDEST) {
            Map<String, String> args = Map.of("found", answer.getString(2), "wanted", Integer.toString(OLDEST));
            throw Problem.of(Kind.UNAVAILABLE, "database.too_old", args);
        }
        String encoding = answer.getString(3);
        if (!encoding.equals("UTF8")) {
            throw Problem.of(Kind.UNAVAILABLE, "database.wrong_encoding", Map.of("found", encoding));
        }
        String letters = answer.getString(4);
        if (BLIND.contains(letters) || !answer.getBoolean(5)) {
            throw Problem.of(Kind.UNAVAILABLE, "database.wrong_locale", Map.of("found", letters));
        }
    }
}
