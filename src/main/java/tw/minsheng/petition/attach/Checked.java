package tw.minsheng.petition.attach;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;
import tw.minsheng.kernel.Sha256;

/** A file that may be kept, with the bytes that are kept of it. */
record Checked(String name, FileKind kind, Content content, String sha256, Attachment.Location location) {

    private static final int BLOCK = 65_536;

    /**
     * Looks at every byte, so that it is not called on an event loop.
     *
     * @param keepPlace whether a photo may keep what it tells of its place
     * @throws Problem INVALID {@code petition.faults} when it is of no kind that is taken
     */
    static Checked of(Arrived arrived, boolean keepPlace) {
        Content sent = arrived.content();
        if (sent.size() == 0) {
            throw refused("attachment.empty", arrived);
        }
        FileKind kind = Sniffer.of(sent).orElseThrow(() -> refused("attachment.kind", arrived));
        Content kept = sent;
        Attachment.Location location = Attachment.Location.NONE;
        if (kind.isPhoto()) {
            MendedContent.Builder mended = mended(kind, arrived);
            if (mended.isChanged()) {
                kept = keepPlace ? sent : mended.over(sent);
                location = keepPlace ? Attachment.Location.KEPT : Attachment.Location.REMOVED;
            }
        }
        return new Checked(FileName.of(arrived.name(), kind), kind, kept, hash(kept), location);
    }

    /** A photo whose build is not understood could tell anything, and a viewer of it is not safe either. */
    private static MendedContent.Builder mended(FileKind kind, Arrived arrived) {
        try {
            Reading file = new Reading(arrived.content());
            return switch (kind) {
                case JPEG -> JpegPlace.removed(file);
                case PNG -> ChunkPlace.ofPng(file);
                case WEBP -> ChunkPlace.ofWebp(file);
                default -> HeicPlace.removed(file);
            };
        } catch (UncheckedIOException ours) {
            throw ours;
        } catch (RuntimeException broken) {
            // a photo is made by strangers: whatever it trips over must not cost the words that came with it
            throw refused("attachment.broken", arrived);
        }
    }

    private static Problem refused(String code, Arrived arrived) {
        return Problem.invalid("petition.faults", List.of(fault(code, arrived.name(), Map.of())));
    }

    static Fault fault(String code, String name, Map<String, String> more) {
        Map<String, String> args = new HashMap<>(more);
        args.put("name", FileName.shown(name));
        return new Fault("files", code, args);
    }

    /** The bytes of a piece of it; shorter than a piece at the end. */
    byte[] piece(int number) {
        return block(content, (long) number * Attachments.PIECE, Attachments.PIECE);
    }

    int pieces() {
        return Math.toIntExact((content.size() + Attachments.PIECE - 1) / Attachments.PIECE);
    }

    private static String hash(Content content) {
        MessageDigest digest = Sha256.digest();
        for (long at = 0; at < content.size(); at += BLOCK) {
            digest.update(block(content, at, BLOCK));
        }
        return Sha256.hex(digest);
    }

    private static byte[] block(Content content, long at, int most) {
        byte[] block = new byte[(int) Math.min(most, content.size() - at)];
        try {
            if (content.read(at, block, 0, block.length) != block.length) {
                throw new IOException("a file became shorter");
            }
            return block;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
