package tw.minsheng.petition.attach;

import static tw.minsheng.petition.attach.Bytes.big;
import static tw.minsheng.petition.attach.Bytes.joined;
import static tw.minsheng.petition.attach.Bytes.little;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Photos that tell where they were taken, made here; the pictures themselves are real. */
public final class Photos {

    /** Stands wherever a place is told. */
    public static final String PLACE = "22.6273,120.3014 PLACE";

    /** When they were taken. */
    public static final String TAKEN = "2026:11:20 08:30:00";

    private Photos() {}

    /** Exif as cameras write it: side, camera, when and where. */
    static byte[] exif() {
        int gps = 8 + 2 + 4 * 12 + 4;
        int more = gps + 2 + 12 + 4;
        int texts = more + 2 + 2 * 12 + 4;
        return joined(
                "II",
                little(42, 2),
                little(8, 4),
                little(4, 2),
                entry(0x0110, 2, PLACE.length() + 1, texts + 20),
                joined(little(0x0112, 2), little(3, 2), little(1, 4), little(6, 4)),
                entry(0x8769, 4, 1, more),
                entry(0x8825, 4, 1, gps),
                little(0, 4),
                little(1, 2),
                entry(0x001d, 2, PLACE.length() + 1, texts + 20),
                little(0, 4),
                little(2, 2),
                entry(0x9003, 2, 20, texts),
                entry(0x927c, 7, PLACE.length() + 1, texts + 20),
                little(0, 4),
                TAKEN,
                0,
                PLACE,
                0);
    }

    private static byte[] entry(int tag, int type, int count, int value) {
        return joined(little(tag, 2), little(type, 2), little(count, 4), little(value, 4));
    }

    /** @param seed another picture for each */
    public static byte[] plainJpeg(int seed) throws IOException {
        return picture("jpg", seed);
    }

    private static byte[] picture(String format, int seed) throws IOException {
        BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(seed * 7919 & 0xffffff));
        pen.fillOval(5, 5, 40, 30);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    /** A JPEG with Exif, XMP, IPTC, a comment, and a film behind the picture, all of which tell the place. */
    public static byte[] jpeg(int seed) throws IOException {
        byte[] plain = plainJpeg(seed);
        byte[] rest = java.util.Arrays.copyOfRange(plain, 2, plain.length);
        return joined(
                big(0xffd8, 2),
                segment(0xe1, joined("Exif\0\0", exif())),
                segment(0xe1, joined("http://ns.adobe.com/xap/1.0/\0", "<exif:GPS>" + PLACE + "</exif:GPS>")),
                segment(0xed, joined("Photoshop 3.0\0", PLACE)),
                segment(0xe2, joined("MPF\0", PLACE)),
                segment(0xfe, joined(PLACE)),
                rest,
                "....ftypmp42",
                PLACE);
    }

    private static byte[] segment(int marker, byte[] content) {
        return joined(0xff, marker, big(content.length + 2, 2), content);
    }

    /** A PNG with text and Exif that tell the place. */
    public static byte[] png() throws IOException {
        byte[] plain = picture("png", 3);
        return joined(
                java.util.Arrays.copyOf(plain, 33),
                chunk("tEXt", joined("Location\0", PLACE)),
                chunk("eXIf", exif()),
                java.util.Arrays.copyOfRange(plain, 33, plain.length),
                PLACE);
    }

    private static byte[] chunk(String type, byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(joined(type, content));
        return joined(big(content.length, 4), type, content, big(sum.getValue(), 4));
    }

    /** A WebP in the extended form: the picture is of letters, nobody decodes it here. */
    public static byte[] webp() {
        byte[] body = joined(
                "WEBP",
                riff("VP8X", joined(0x0c | 0x20, new byte[9])),
                riff("VP8 ", joined("picture")),
                riff("EXIF", exif()),
                riff("XMP ", joined(PLACE)));
        return joined("RIFF", little(body.length, 4), body);
    }

    static byte[] riff(String type, byte[] content) {
        return joined(type, little(content.length, 4), content, new byte[content.length % 2]);
    }

    /** A HEIC as telephones write it: picture, Exif and XMP as items, and a film in a box of its own. */
    public static byte[] heic() {
        byte[] exif = joined(big(0, 4), exif());
        byte[] xmp = joined("<x>" + PLACE + "</x>");
        byte[] picture = joined("PICTURE-BYTES");
        byte[] ftyp = box("ftyp", joined("heic", big(0, 4), "mif1heic"));
        int before = ftyp.length + meta(0, exif.length, xmp.length, picture.length).length + 8;
        return joined(
                ftyp,
                meta(before, exif.length, xmp.length, picture.length),
                box("mdat", joined(exif, xmp, picture)),
                box("uuid", joined(PLACE)),
                box("mpvd", joined("film", PLACE)));
    }

    /**
     * A HEIC that says of its places what the test wishes.
     *
     * @param sizes of the numbers of a place
     * @param count of places
     */
    static byte[] heic(int sizes, int count, byte[] places) {
        return joined(
                box("ftyp", joined("heic", big(0, 4), "mif1heic")),
                box(
                        "meta",
                        joined(
                                big(0, 4),
                                box("iinf", joined(big(0, 4), big(1, 2), item(2, "Exif"))),
                                box("iloc", joined(big(0x01, 1), big(0, 3), big(sizes, 2), big(count, 2), places)))),
                box("mdat", exif()));
    }

    private static byte[] meta(int start, int exif, int xmp, int picture) {
        return box(
                "meta",
                joined(
                        big(0, 4),
                        box("hdlr", joined(big(0, 8), "pict", new byte[13])),
                        box("iinf", joined(big(0, 4), big(3, 2), item(1, "hvc1"), item(2, "Exif"), item(3, "mime"))),
                        box(
                                "iloc",
                                joined(
                                        big(0x01, 1),
                                        big(0, 3),
                                        big(0x4400, 2),
                                        big(3, 2),
                                        place(1, start + exif + xmp, picture),
                                        place(2, start, exif),
                                        place(3, start + exif, xmp)))));
    }

    private static byte[] item(int id, String type) {
        return box("infe", joined(big(2, 1), big(0, 3), big(id, 2), big(0, 2), type, 0));
    }

    private static byte[] place(int id, int from, int length) {
        return joined(big(id, 2), big(0, 2), big(0, 2), big(1, 2), big(from, 4), big(length, 4));
    }

    private static byte[] box(String type, byte[] content) {
        return joined(big(content.length + 8, 4), type, content);
    }

    /** What a viewer makes of it. */
    static BufferedImage seen(byte[] photo) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(photo));
    }
}
