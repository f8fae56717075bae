package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tw.minsheng.kernel.Problem;
import tw.minsheng.security.Account;
import tw.minsheng.security.Credential;
import tw.minsheng.security.Role;

/** How accounts and credentials lie in their table. */
final class AccountRows {

    static final String COLUMNS = "name, roles, agency, state, survey, until_at, opened_at, used_at";

    private static final String INSERT = """
            insert into account
              (name, roles, agency, state, survey, until_at, opened_at, used_at, hash, former, change_due)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)""";

    private static final String CREDENTIAL =
            "update account set hash = $2, former = $3, change_due = $4 where name = $1";

    private static final String END_SESSIONS = "delete from session where account = $1 and id_hash <> $2";

    private AccountRows() {}

    static Account account(Row row) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String key : row.getArrayOfStrings("roles")) {
            Role.of(key).ifPresent(roles::add);
        }
        return new Account(
                row.getString("name"),
                roles,
                row.getString("agency"),
                Account.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("survey"),
                Times.read(row, "until_at"),
                Times.read(row, "opened_at"),
                Times.read(row, "used_at"));
    }

    static Credential credential(Row row) {
        return new Credential(
                row.getString("hash"), List.of(row.getArrayOfStrings("former")), row.getBoolean("change_due"));
    }

    static String[] roles(Account account) {
        return account.roles().stream().map(Role::key).sorted().toArray(String[]::new);
    }

    static String state(Account account) {
        return account.state().name().toLowerCase(Locale.ROOT);
    }

    static Future<Void> insert(SqlClient connection, Account account, Credential credential) {
        return connection
                .preparedQuery(INSERT)
                .execute(Tuple.from(new Object[] {
                    account.name(),
                    roles(account),
                    account.agency(),
                    state(account),
                    account.survey(),
                    Times.of(account.until()),
                    Times.of(account.opened()),
                    Times.of(account.used()),
                    credential.hash(),
                    credential.former().toArray(String[]::new),
                    credential.change()
                }))
                .<Void>mapEmpty()
                .recover(failure -> Future.failedFuture(taken(failure, account.name())));
    }

    static Future<Integer> store(SqlClient connection, String name, Credential credential) {
        return connection
                .preparedQuery(CREDENTIAL)
                .execute(Tuple.of(
                        name, credential.hash(), credential.former().toArray(String[]::new), credential.change()))
                .map(done -> done.rowCount());
    }

    static Future<Integer> endSessions(SqlClient connection, String name, String except) {
        return connection
                .preparedQuery(END_SESSIONS)
                .execute(Tuple.of(name, except))
                .map(done -> done.rowCount());
    }

    private static Throwable taken(Throwable failure, String name) {
        return DriverFailure.isDuplicate(failure)
                ? Problem.of(Problem.Kind.CONFLICT, "account.taken", Map.of("name", name))
                : failure;
    }
}
