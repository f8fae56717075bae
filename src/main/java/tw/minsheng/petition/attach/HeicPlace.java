package tw.minsheng.petition.attach;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A HEIC photo without what tells of its place. Nothing is moved, because the picture is found by its position: the bytes
 * of Exif (but for side and time), XMP and other data are overwritten where they stand, boxes that are not needed for the
 * picture become free space. ISO/IEC 14496-12, section 8; 23008-12, annex A.
 */
final class HeicPlace {

    private static final Set<String> TOP = Set.of("ftyp", "meta", "mdat", "moov", "free", "skip", "wide", "pdin");
    private static final Set<String> META =
            Set.of("hdlr", "pitm", "iinf", "iref", "iprp", "idat", "iloc", "grpl", "dinf", "ipro", "free", "skip");
    private static final Set<String> MOVIE = Set.of("mvhd", "trak", "mvex", "free", "skip");
    private static final Set<String> TRACK = Set.of("tkhd", "edts", "mdia", "tref", "free", "skip");
    private static final Set<String> TELLING = Set.of("Exif", "mime", "uri ");
    private static final int MOST_ITEMS = 10_000;
    private static final int MOST_EXTENTS = 10_000;
    private static final int MOST_EXIF = 100_000;
    private static final byte[] FREE = "free".getBytes(StandardCharsets.US_ASCII);

    private final Reading file;
    /** What is written over the file, by its beginning. */
    private final TreeMap<Long, Patch> patches = new TreeMap<>();

    private final Map<Long, String> items = new HashMap<>();
    private long inside = -1;
    private long places = -1;

    private record Patch(ByteBuffer own, long length) {}

    /** @param body where the content begins */
    private record Box(String type, long at, long body, long end) {}

    private HeicPlace(Reading file) {
        this.file = file;
    }

    static MendedContent.Builder removed(Reading file) {
        HeicPlace place = new HeicPlace(file);
        place.boxes(0, file.size(), TOP);
        if (place.places >= 0) {
            place.overwriteItems();
        }
        return place.mended();
    }

    private void boxes(long from, long to, Set<String> kept) {
        for (long at = from; at < to; ) {
            Box box = box(at, to);
            if (!kept.contains(box.type())) {
                patch(at + 4, FREE, 4);
                patch(box.body(), new byte[0], box.end() - box.body());
            } else {
                enter(box);
            }
            at = box.end();
        }
    }

    private Box box(long at, long to) {
        long size = file.u32(at);
        String type = file.letters(at + 4, 4);
        long body = at + 8;
        if (size == 1) {
            size = file.u64(at + 8);
            body = at + 16;
        } else if (size == 0) {
            size = to - at;
        }
        if (size < body - at || size > to - at) {
            throw new BrokenFile("a box beyond its end");
        }
        return new Box(type, at, body, at + size);
    }

    private void enter(Box box) {
        switch (box.type()) {
            case "meta" -> boxes(box.body() + 4, box.end(), META);
            case "moov" -> boxes(box.body(), box.end(), MOVIE);
            case "trak" -> boxes(box.body(), box.end(), TRACK);
            case "iinf" -> readItems(box);
            case "idat" -> inside = box.body();
            case "iloc" -> places = box.body();
            default -> {}
        }
    }

    private void readItems(Box box) {
        int wide = file.u8(box.body()) == 0 ? 2 : 4;
        long count = file.number(box.body() + 4, wide);
        long at = box.body() + 4 + wide;
        for (long i = 0; i < Math.min(count, MOST_ITEMS) && at < box.end(); i++) {
            Box entry = box(at, box.end());
            int version = file.u8(entry.body());
            if (entry.type().equals("infe") && version >= 2) {
                int id = version == 2 ? 2 : 4;
                items.put(file.number(entry.body() + 4, id), file.letters(entry.body() + 6 + id, 4));
            }
            at = entry.end();
        }
    }

    /** ISO/IEC 14496-12, section 8.11.3. */
    private void overwriteItems() {
        int version = file.u8(places);
        int sizes = file.u16(places + 4);
        int offset = sizes >> 12;
        int length = sizes >> 8 & 15;
        int base = sizes >> 4 & 15;
        int index = version > 0 ? sizes & 15 : 0;
        int wide = version < 2 ? 2 : 4;
        long count = file.number(places + 6, wide);
        long at = places + 6 + wide;
        long all = 0;
        for (long i = 0; i < Math.min(count, MOST_ITEMS); i++) {
            long id = file.number(at, wide);
            at += wide;
            int way = version > 0 ? file.u16(at) & 15 : 0;
            at += version > 0 ? 4 : 2;
            long from = file.number(at, base);
            int extents = file.u16(at + base);
            at += base + 2;
            all += extents;
            if (all > MOST_EXTENTS || (extents > 1 && index + offset + length == 0)) {
                throw new BrokenFile("an absurd number of extents");
            }
            for (int j = 0; j < extents; j++) {
                long start = from + file.number(at + index, offset);
                long bytes = file.number(at + index + offset, length);
                overwrite(items.getOrDefault(id, ""), way, start, bytes, j == 0);
                at += index + offset + length;
            }
        }
    }

    /** @param way 0: a position in the file, 1: in the box of small data */
    private void overwrite(String type, int way, long start, long length, boolean first) {
        if (!TELLING.contains(type)) {
            return;
        }
        if (way > 1 || (way == 1 && inside < 0)) {
            throw new BrokenFile("data in a place that is not known");
        }
        long at = way == 1 ? inside + start : start;
        // 0 means to the end of the file
        long bytes = length == 0 ? file.size() - at : length;
        if (at < 0 || bytes < 0 || bytes > file.size() - at) {
            throw new BrokenFile("data beyond the end");
        }
        patch(at, type.equals("Exif") && first ? exif(at, bytes) : new byte[0], bytes);
    }

    /** Four bytes say where the Exif data begin behind them (23008-12, A.2.1). */
    private byte[] exif(long at, long length) {
        if (length <= 4 || length > MOST_EXIF) {
            return new byte[0];
        }
        long skip = file.u32(at);
        if (skip > length - 4) {
            return new byte[0];
        }
        byte[] times = PhotoTimes.of(file.bytes(at + 4 + skip, (int) (length - 4 - skip)));
        byte[] own = new byte[4 + times.length];
        System.arraycopy(times, 0, own, 4, times.length);
        return own.length <= length && times.length > 0 ? own : new byte[0];
    }

    private void patch(long at, byte[] own, long length) {
        if (length > 0) {
            patches.merge(
                    at,
                    new Patch(ByteBuffer.wrap(own), length),
                    (one, other) -> one.length() > other.length() ? one : other);
        }
    }

    private MendedContent.Builder mended() {
        MendedContent.Builder kept = new MendedContent.Builder();
        long at = 0;
        for (Map.Entry<Long, Patch> patch : patches.entrySet()) {
            long end = patch.getKey() + patch.getValue().length();
            if (patch.getKey() >= at) {
                kept.copy(at, patch.getKey());
                kept.own(patch.getValue().own().array(), patch.getValue().length());
            } else if (end > at) {
                kept.own(new byte[0], end - at);
            }
            at = Math.max(at, end);
        }
        kept.copy(at, file.size());
        return kept;
    }
}
