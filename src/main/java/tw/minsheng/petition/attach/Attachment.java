package tw.minsheng.petition.attach;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * A file of a case, or one that waits beside a form, without its bytes.
 *
 * @param name without anything that could do harm
 * @param bytes in all, as it is kept
 * @param sha256 of the bytes as they are kept, 64 hexadecimal digits
 * @param event number of the event with which it came, 0 while it waits
 * @param by account name of who added it, {@code citizen} for the petitioner
 */
public record Attachment(
        UUID id,
        String name,
        FileKind kind,
        long bytes,
        String sha256,
        Location location,
        int event,
        String by,
        Instant at) {

    /** What became of what a photo told of its place. */
    public enum Location {
        /** it told nothing */
        NONE,
        /** taken out before it was kept */
        REMOVED,
        /** left in, because whoever sent it wished so */
        KEPT;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A name may say who somebody is. */
    @Override
    public String toString() {
        return "Attachment " + id;
    }
}
