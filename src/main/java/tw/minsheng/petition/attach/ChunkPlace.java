package tw.minsheng.petition.attach;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** PNG and WebP without what may tell of their place: only chunks that make the picture stay. */
final class ChunkPlace {

    /** PNG third edition, sections 11 and 12: no text, no Exif. */
    private static final Set<String> PNG = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "mDCV", "cLLI", "sBIT",
            "bKGD", "hIST", "pHYs", "acTL", "fcTL", "fdAT");

    /** WebP container specification: neither EXIF nor XMP. */
    private static final Set<String> WEBP = Set.of("VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP");

    private static final String EXTENDED = "VP8X";
    private static final int PNG_HEAD = 8;
    private static final int RIFF_HEAD = 12;
    /** Flags of the extended header that announce EXIF and XMP. */
    private static final int TELLING = 0x08 | 0x04;

    private ChunkPlace() {}

    static MendedContent.Builder ofPng(Reading file) {
        MendedContent.Builder kept = new MendedContent.Builder();
        kept.copy(0, PNG_HEAD);
        long at = PNG_HEAD;
        boolean ended = false;
        while (at < file.size() && !ended) {
            String type = file.letters(at + 4, 4);
            long end = at + 12 + file.u32(at);
            require(end, file);
            if (PNG.contains(type)) {
                kept.copy(at, end);
            } else {
                kept.changed();
            }
            ended = type.equals("IEND");
            at = end;
        }
        if (at < file.size()) {
            kept.changed();
        }
        return kept;
    }

    static MendedContent.Builder ofWebp(Reading file) {
        long last = 8 + file.little32(4);
        require(last, file);
        MendedContent.Builder kept = new MendedContent.Builder();
        List<long[]> chunks = new ArrayList<>();
        long length = 4;
        for (long at = RIFF_HEAD; at + 8 <= last; at = end(file, at, last)) {
            String type = file.letters(at, 4);
            if (WEBP.contains(type) || type.equals(EXTENDED)) {
                chunks.add(new long[] {at, end(file, at, last)});
                length += end(file, at, last) - at;
            } else {
                kept.changed();
            }
        }
        if (!kept.isChanged() && last == file.size()) {
            kept.copy(0, last);
            return kept;
        }
        kept.copy(0, 4);
        kept.own(little(length));
        kept.copy(8, RIFF_HEAD);
        for (long[] chunk : chunks) {
            if (file.has(chunk[0], EXTENDED)) {
                byte flags = (byte) (file.u8(chunk[0] + 8) & ~TELLING);
                kept.copy(chunk[0], chunk[0] + 8);
                kept.own(new byte[] {flags});
                kept.copy(chunk[0] + 9, chunk[1]);
            } else {
                kept.copy(chunk[0], chunk[1]);
            }
        }
        return kept;
    }

    /** Of the chunk with its byte of padding. */
    private static long end(Reading file, long at, long last) {
        long end = at + 8 + file.little32(at + 4);
        require(end, file);
        return Math.min(end + end % 2, last);
    }

    private static byte[] little(long number) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) number)
                .array();
    }

    private static void require(long end, Reading file) {
        if (end > file.size()) {
            throw new BrokenFile("a chunk beyond the end");
        }
    }
}
