package tw.minsheng.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tw.minsheng.kernel.Problem;

/**
 * Takes a form with files apart while it arrives (RFC 7578, as browsers write it), holding no more than one line of it.
 * Whatever is not written so is refused. For one thread at a time.
 */
final class Multipart {

    /** Told what a form consists of, in the order in which it arrives. */
    interface Parts {
        /** A field begins; its bytes follow. */
        void field(String name) throws IOException;

        /** A file begins; its bytes follow. */
        void file(String name, String fileName) throws IOException;

        /** Bytes of what began last. */
        void bytes(byte[] bytes, int from, int length) throws IOException;

        /** What began last is whole. */
        void end() throws IOException;
    }

    private static final Pattern BOUNDARY =
            Pattern.compile("(?i:multipart/form-data);.*?\\bboundary=(?:\"([^\"]{1,70})\"|([^\";\\s]{1,70})).*");
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
    private static final Pattern FILE = Pattern.compile("[; ]filename=\"([^\"]*)\"");
    private static final String DISPOSITION = "content-disposition:";
    private static final int MOST_HEAD = 8_192;
    private static final byte[] LINE = {'\r', '\n'};
    private static final byte[] HEAD_END = {'\r', '\n', '\r', '\n'};

    private enum Place {
        /** before the first part; its boundary has no line break in front */
        BEFORE,
        /** right behind a boundary: another part, or the end */
        BETWEEN,
        HEAD,
        BODY,
        AFTER
    }

    private final Parts parts;
    private final byte[] boundary;
    private Place place = Place.BEFORE;
    private byte[] held = {};

    private Multipart(Parts parts, String boundary) {
        this.parts = parts;
        this.boundary = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        this.held = LINE.clone();
    }

    /** Empty for a body of another type. */
    static Optional<Multipart> of(String contentType, Parts parts) {
        Matcher found = BOUNDARY.matcher(contentType);
        if (!found.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Multipart(parts, found.group(1) == null ? found.group(2) : found.group(1)));
    }

    /** The next bytes, however they are cut. */
    void feed(byte[] bytes) throws IOException {
        byte[] all = held;
        if (all.length == 0) {
            all = bytes;
        } else {
            all = Arrays.copyOf(held, held.length + bytes.length);
            System.arraycopy(bytes, 0, all, held.length, bytes.length);
        }
        int at = 0;
        int next = step(all, at);
        while (next > at && place != Place.AFTER) {
            at = next;
            next = step(all, at);
        }
        held = place == Place.AFTER ? new byte[0] : Arrays.copyOfRange(all, at, all.length);
    }

    /** @throws Problem bad request when the form is not whole */
    void finish() {
        if (place != Place.AFTER) {
            throw bad();
        }
    }

    /** How far it came; as far as it was when more bytes are needed. */
    private int step(byte[] all, int at) throws IOException {
        return switch (place) {
            case BEFORE -> before(all, at);
            case BETWEEN -> between(all, at);
            case HEAD -> head(all, at);
            case BODY -> body(all, at);
            case AFTER -> at;
        };
    }

    private int before(byte[] all, int at) {
        int found = indexOf(all, at, boundary);
        if (found < 0) {
            if (all.length - at > MOST_HEAD) {
                throw bad();
            }
            return at;
        }
        place = Place.BETWEEN;
        return found + boundary.length;
    }

    private int between(byte[] all, int at) {
        if (all.length - at < 2) {
            return at;
        }
        if (all[at] == '-' && all[at + 1] == '-') {
            place = Place.AFTER;
        } else if (all[at] == '\r' && all[at + 1] == '\n') {
            place = Place.HEAD;
        } else {
            throw bad();
        }
        return at + 2;
    }

    private int head(byte[] all, int at) throws IOException {
        int end = indexOf(all, at, HEAD_END);
        if (end < 0 || end - at > MOST_HEAD) {
            if (all.length - at > MOST_HEAD) {
                throw bad();
            }
            return at;
        }
        String disposition = new String(all, at, end - at, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.regionMatches(true, 0, DISPOSITION, 0, DISPOSITION.length()))
                .findFirst()
                .orElseThrow(Multipart::bad);
        String name = value(NAME, disposition).orElseThrow(Multipart::bad);
        Optional<String> file = value(FILE, disposition);
        if (file.isPresent()) {
            parts.file(name, file.get());
        } else {
            parts.field(name);
        }
        place = Place.BODY;
        return end + HEAD_END.length;
    }

    private int body(byte[] all, int at) throws IOException {
        int found = indexOf(all, at, boundary);
        if (found >= 0) {
            parts.bytes(all, at, found - at);
            parts.end();
            place = Place.BETWEEN;
            return found + boundary.length;
        }
        // the boundary may have begun within the last bytes
        int sure = all.length - boundary.length + 1;
        if (sure <= at) {
            return at;
        }
        parts.bytes(all, at, sure - at);
        return sure;
    }

    /** Browsers write quotation marks and line breaks of a name as per cent and a number. */
    private static Optional<String> value(Pattern pattern, String disposition) {
        Matcher found = pattern.matcher(disposition);
        return found.find()
                ? Optional.of(
                        found.group(1).replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n"))
                : Optional.empty();
    }

    private static int indexOf(byte[] all, int from, byte[] wanted) {
        int last = all.length - wanted.length;
        for (int at = from; at <= last; at++) {
            if (all[at] == wanted[0] && Arrays.equals(all, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }

    private static Problem bad() {
        return Problem.of(Problem.Kind.BAD_REQUEST, "request.bad");
    }
}
