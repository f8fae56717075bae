package tw.minsheng.petition.attach;

import java.nio.charset.StandardCharsets;

/**
 * A JPEG without what tells of its place: Exif but for side and time, XMP, IPTC, further pictures and whatever telephones
 * write behind the picture. The picture itself is not touched. ISO/IEC 10918-1, annex B.
 */
final class JpegPlace {

    private static final String EXIF = "Exif\0\0";
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP2 = 0xe2;
    private static final int APP14 = 0xee;
    private static final int APP15 = 0xef;
    private static final int COMMENT = 0xfe;
    private static final int END = 0xd9;
    private static final int SCAN = 0xda;
    private static final int MOST_EXIF = 65_533;

    private final Reading file;
    private final MendedContent.Builder kept = new MendedContent.Builder();

    private JpegPlace(Reading file) {
        this.file = file;
    }

    static MendedContent.Builder removed(Reading file) {
        return new JpegPlace(file).mended();
    }

    private MendedContent.Builder mended() {
        kept.copy(0, 2);
        long at = 2;
        while (at < file.size()) {
            at = segment(at);
        }
        return kept;
    }

    /** Where the next one begins; the end of the file after the picture. */
    private long segment(long at) {
        if (file.u8(at) != 0xff) {
            throw new BrokenFile("no marker at " + at);
        }
        int marker = file.u8(at + 1);
        if (marker == 0xff) {
            kept.copy(at, at + 1);
            return at + 1;
        }
        if (marker == END) {
            kept.copy(at, at + 2);
            if (at + 2 < file.size()) {
                kept.changed();
            }
            return file.size();
        }
        if ((marker >= 0xd0 && marker <= 0xd8) || marker == 1) {
            kept.copy(at, at + 2);
            return at + 2;
        }
        int length = file.u16(at + 2);
        long end = at + 2 + length;
        if (length < 2 || end > file.size()) {
            throw new BrokenFile("a segment of " + length + " bytes at " + at);
        }
        take(marker, at, end);
        return marker == SCAN ? scan(end) : end;
    }

    private void take(int marker, long at, long end) {
        if (marker == APP1 && file.has(at + 4, EXIF)) {
            exif(at, end);
        } else if (isKept(marker, at)) {
            kept.copy(at, end);
        } else {
            kept.changed();
        }
    }

    private boolean isKept(int marker, long at) {
        if (marker < APP0 || marker > APP15) {
            return marker != COMMENT;
        }
        return marker == APP0 || marker == APP14 || (marker == APP2 && file.has(at + 4, "ICC_PROFILE\0"));
    }

    private void exif(long at, long end) {
        long from = at + 4 + EXIF.length();
        if (from > end) {
            throw new BrokenFile("Exif beyond its segment");
        }
        byte[] tiff = file.bytes(from, (int) Math.min(MOST_EXIF, end - from));
        byte[] times = PhotoTimes.of(tiff);
        kept.changed();
        if (times.length > 0) {
            int length = 2 + EXIF.length() + times.length;
            kept.own(new byte[] {(byte) 0xff, (byte) APP1, (byte) (length >> 8), (byte) length});
            kept.own(EXIF.getBytes(StandardCharsets.ISO_8859_1));
            kept.own(times);
        }
    }

    /** Over the coded picture to the marker behind it. A photo that was cut short ends in the middle of it. */
    private long scan(long from) {
        long at = from;
        while (at + 1 < file.size()) {
            int next = file.u8(at) == 0xff ? file.u8(at + 1) : 0;
            boolean inside = next == 0 || (next >= 0xd0 && next <= 0xd7) || next == 0xff;
            if (!inside) {
                kept.copy(from, at);
                return at;
            }
            at++;
        }
        kept.copy(from, file.size());
        return file.size();
    }
}
