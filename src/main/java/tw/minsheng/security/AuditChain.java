package tw.minsheng.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import tw.minsheng.kernel.Sha256;

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
        return Sha256.hex(digest);
    }

    /**
     * How far a chain was found whole.
     *
     * @param seal of the last sealed line
     * @param open a line without a seal was met; only such lines may follow
     * @param brokenAt id of the first line that does not fit, 0 while all fit
     */
    public record Checked(String seal, boolean open, long brokenAt) {

        public static final Checked NOTHING = new Checked(START, false, 0);

        /** Goes on with the next lines, ascending by id. */
        public Checked then(List<AuditRow> rows) {
            Checked now = this;
            for (AuditRow row : rows) {
                now = now.brokenAt > 0 ? now : now.then(row);
            }
            return now;
        }

        private Checked then(AuditRow row) {
            if (row.seal().isEmpty()) {
                return new Checked(seal, true, 0);
            }
            boolean fits = !open && row.seal().equals(AuditChain.seal(seal, row));
            return fits ? new Checked(row.seal(), false, 0) : new Checked(seal, open, row.id());
        }

        /** Empty when all fit. */
        public OptionalLong firstBreak() {
            return brokenAt > 0 ? OptionalLong.of(brokenAt) : OptionalLong.empty();
        }
    }
}
