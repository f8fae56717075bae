package tw.minsheng.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;

/**
 * The seals of the audit trail: seal(i) = SHA-256(seal(i−1), line i). Made by one job in the order of ids, so that no
 * writer waits for another; a line changed, taken out or put in later breaks every seal after it.
 */
public final class AuditChain {

    /** What stands before the first line. */
    public static final String START = "0".repeat(64);

    private AuditChain() {}

    /**
     * The seal of a line; times count to the microsecond, which is what the database keeps.
     *
     * @param before seal of the line before, {@link #START} for the first
     */
    public static String seal(String before, AuditRow row) {
        MessageDigest digest = Sha256.digest();
        AuditEntry entry = row.entry();
        for (String part : List.of(
                before,
                Long.toString(row.id()),
                entry.act().at().truncatedTo(ChronoUnit.MICROS).toString(),
                entry.act().actor(),
                entry.act().agency(),
                entry.act().from(),
                entry.what(),
                entry.object(),
                entry.result())) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * The first line whose seal does not fit, in lines ascending by id; empty when all fit. Lines not yet sealed may
     * only stand at the end.
     */
    public static OptionalLong firstBreak(List<AuditRow> rows) {
        String before = START;
        boolean open = false;
        for (AuditRow row : rows) {
            if (row.seal().isEmpty()) {
                open = true;
            } else if (open || !row.seal().equals(seal(before, row))) {
                return OptionalLong.of(row.id());
            } else {
                before = row.seal();
            }
        }
        return OptionalLong.empty();
    }
}
