package tw.minsheng.store;

import java.util.regex.Pattern;
import tw.minsheng.kernel.Sha256;

/**
 * One step in the life of the database structure; once it is released it never changes.
 *
 * @param name {@code NNN_what}, for example {@code 001_agencies}; steps run in the order of their numbers
 * @param sql statements of PostgreSQL 15, run in one transaction
 */
public record Migration(String name, String sql) {

    private static final Pattern NAME = Pattern.compile("\\d{3}_[a-z0-9_]+");

    public Migration {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a migration is called NNN_name: " + name);
        }
        sql = sql.replace("\r\n", "\n");
    }

    /** SHA-256 of the statements, in hexadecimal. */
    public String checksum() {
        return Sha256.hex(sql);
    }
}
