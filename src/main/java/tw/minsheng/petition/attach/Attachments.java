package tw.minsheng.petition.attach;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tw.minsheng.petition.CaseNumber;

/**
 * Door to the files. A file first waits beside its form; the case, or the step of a case, that is written under the hash of
 * that form takes it along in its own transaction ({@link tw.minsheng.petition.Cases}).
 */
public interface Attachments {

    /** Bytes of each piece but the last. */
    int PIECE = 524_288;

    /**
     * Begins a file that will wait beside a form; nobody sees it before it is whole.
     *
     * @param form hash of the form's key
     * @param until when it may be erased
     */
    Future<Void> begin(String form, Attachment file, Instant until);

    /** @param number of the piece, from 0 */
    Future<Void> write(UUID id, int number, byte[] piece);

    /**
     * All pieces are there. When the same bytes had come under this form before, the former file stays and this one is dropped;
     * so a form that is sent twice has each of its files once.
     */
    Future<Void> whole(String form, UUID id, String sha256);

    /** Those that wait beside this form, the first one first; they wait anew until the given moment. */
    Future<List<Attachment>> waiting(String form, Instant until);

    /** Bytes of all that wait. */
    Future<Long> waitingBytes();

    /**
     * Erases the longest unused of all that wait, until no more than this wait.
     *
     * @param bytes that may go on waiting
     * @param unused only those that nobody asked for since, by when they would be erased anyway
     * @return bytes that still wait
     */
    Future<Long> makeRoom(long bytes, Instant unused);

    /** Erases those that wait beside this form. */
    Future<Void> drop(String form, Set<UUID> ids);

    /** The files of a case, the first one first. */
    Future<List<Attachment>> of(CaseNumber number);

    /** A piece of a whole file. */
    Future<byte[]> read(UUID id, int number);

    /** Erases what waited in vain; how many. */
    Future<Integer> purge(Instant now);
}
