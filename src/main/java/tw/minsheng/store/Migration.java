package tw.minsheng.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

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
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(sql.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
