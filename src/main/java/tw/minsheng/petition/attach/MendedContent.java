package tw.minsheng.petition.attach;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A file without some of its bytes, or with others in their place; what stays is read from the file itself. */
final class MendedContent implements Content {

    /**
     * @param from where it stands in the file, −1 for bytes of ours
     * @param own bytes of ours; fewer than {@code length} are followed by zeros
     */
    private record Part(long at, long from, long length, ByteBuffer own) {}

    /** Puts a file together again, from its beginning to its end. */
    static final class Builder {

        private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
        /** A photo of a telephone has a few dozen. */
        private static final int MOST_PARTS = 20_000;

        private final List<Part> parts = new ArrayList<>();
        private long size;
        private boolean changed;

        /** Bytes of the file, the last one excluded. */
        void copy(long from, long to) {
            if (to > from) {
                Part last = parts.isEmpty() ? new Part(0, -1, 0, NOTHING) : parts.get(parts.size() - 1);
                if (last.from() >= 0 && last.from() + last.length() == from) {
                    parts.set(parts.size() - 1, new Part(last.at(), last.from(), last.length() + to - from, NOTHING));
                } else {
                    add(new Part(size, from, to - from, NOTHING));
                }
                size += to - from;
            }
        }

        /** These bytes, and zeros until so many are written. */
        void own(byte[] bytes, long length) {
            if (length > 0) {
                add(new Part(size, -1, length, ByteBuffer.wrap(bytes.clone())));
                size += length;
            }
            changed();
        }

        void own(byte[] bytes) {
            own(bytes, bytes.length);
        }

        private void add(Part part) {
            if (parts.size() >= MOST_PARTS) {
                throw new BrokenFile("more than " + MOST_PARTS + " parts");
            }
            parts.add(part);
        }

        /** Something was left out. */
        void changed() {
            changed = true;
        }

        boolean isChanged() {
            return changed;
        }

        Content over(Content file) {
            return new MendedContent(file, parts, size);
        }
    }

    private final Content file;
    private final List<Part> parts;
    private final long size;

    private MendedContent(Content file, List<Part> parts, long size) {
        this.file = file;
        this.parts = List.copyOf(parts);
        this.size = size;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int read(long at, byte[] into, int from, int length) throws IOException {
        int done = 0;
        for (int i = partAt(at); done < length && i < parts.size(); i++) {
            Part part = parts.get(i);
            long here = at + done;
            int count = (int) Math.min(length - done, part.at() + part.length() - here);
            fill(part, here - part.at(), into, from + done, count);
            done += count;
        }
        return done;
    }

    /** The part in which a byte stands; the number of parts behind the end. Parts stand one after the other, none is empty. */
    private int partAt(long at) {
        int low = 0;
        int high = parts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            Part part = parts.get(middle);
            if (part.at() + part.length() <= at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void fill(Part part, long inside, byte[] into, int from, int count) throws IOException {
        if (part.from() >= 0) {
            if (file.read(part.from() + inside, into, from, count) != count) {
                throw new IOException("the file is shorter than it was");
            }
            return;
        }
        int own = (int) Math.max(0, Math.min(count, part.own().limit() - inside));
        if (own > 0) {
            part.own().get((int) inside, into, from, own);
        }
        Arrays.fill(into, from + own, from + count, (byte) 0);
    }
}
