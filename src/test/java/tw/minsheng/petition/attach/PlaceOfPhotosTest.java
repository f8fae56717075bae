package tw.minsheng.petition.attach;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tw.minsheng.petition.attach.Bytes.big;
import static tw.minsheng.petition.attach.Bytes.joined;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tw.minsheng.kernel.Problem;

/** What a photo tells of its place is gone from every corner of it; the picture is the same. */
class PlaceOfPhotosTest {

    private static byte[] photo(FileKind kind) throws IOException {
        return switch (kind) {
            case JPEG -> Photos.jpeg(1);
            case PNG -> Photos.png();
            case WEBP -> Photos.webp();
            default -> Photos.heic();
        };
    }

    private static Checked checked(byte[] photo, boolean keepPlace) {
        return Checked.of(new Arrived("photo.bin", new Bytes(photo), false), keepPlace);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @EnumSource(names = {"JPEG", "PNG", "WEBP", "HEIC"})
    void placeIsGoneFromEveryCorner(FileKind kind) throws IOException {
        byte[] sent = photo(kind);
        assertTrue(text(sent).contains(Photos.PLACE));
        Checked checked = checked(sent, false);
        assertEquals(kind, checked.kind());
        assertEquals(Attachment.Location.REMOVED, checked.location());
        String kept = text(Bytes.all(checked.content()));
        assertFalse(kept.contains("PLACE"), kept);
        assertFalse(kept.contains("22.62"), kept);
        assertEquals(kind, Sniffer.of(new Bytes(Bytes.all(checked.content()))).orElseThrow());
    }

    @ParameterizedTest
    @EnumSource(names = {"JPEG", "PNG", "WEBP", "HEIC"})
    void whoWishesItKeepsEveryByte(FileKind kind) throws IOException {
        Checked checked = checked(photo(kind), true);
        assertArrayEquals(photo(kind), Bytes.all(checked.content()));
        assertEquals(Attachment.Location.KEPT, checked.location());
    }

    @ParameterizedTest
    @EnumSource(names = {"JPEG", "PNG"})
    void pictureIsTheSame(FileKind kind) throws IOException {
        BufferedImage before = Photos.seen(photo(kind));
        BufferedImage after = Photos.seen(Bytes.all(checked(photo(kind), false).content()));
        for (int x = 0; x < before.getWidth(); x++) {
            for (int y = 0; y < before.getHeight(); y++) {
                assertEquals(before.getRGB(x, y), after.getRGB(x, y));
            }
        }
    }

    /** An office needs to know when; and a picture that lies on its side is no picture. */
    @ParameterizedTest
    @EnumSource(names = {"JPEG", "HEIC"})
    void sideAndTimeStay(FileKind kind) throws IOException {
        byte[] kept = Bytes.all(checked(photo(kind), false).content());
        assertTrue(text(kept).contains(Photos.TAKEN));
        assertTrue(text(kept).contains("\u0001\u0012\0\u0003\0\0\0\u0001\0\u0006"), text(kept));
    }

    /** A HEIC finds its picture by its position. */
    @Test
    void nothingIsMovedWithinHeic() throws IOException {
        byte[] kept = Bytes.all(checked(Photos.heic(), false).content());
        assertEquals(Photos.heic().length, kept.length);
        assertEquals(text(Photos.heic()).indexOf("PICTURE-BYTES"), text(kept).indexOf("PICTURE-BYTES"));
    }

    @Test
    void photoThatTellsNothingIsKeptAsItIs() throws IOException {
        byte[] plain = Photos.plainJpeg(2);
        Checked checked = checked(plain, false);
        assertArrayEquals(plain, Bytes.all(checked.content()));
        assertEquals(Attachment.Location.NONE, checked.location());
    }

    /** Cut anywhere, or with any byte wrong, it is taken without its place or not at all; never an error of ours. */
    @ParameterizedTest
    @EnumSource(names = {"JPEG", "PNG", "WEBP", "HEIC"})
    void brokenPhotoIsRefusedOrCleaned(FileKind kind) throws IOException {
        byte[] sent = photo(kind);
        Random random = new Random(20261122);
        for (int i = 0; i < 2_000; i++) {
            byte[] broken = Arrays.copyOf(sent, i % 2 == 0 ? sent.length : 1 + random.nextInt(sent.length));
            broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            try {
                Checked checked = checked(broken, false);
                assertEquals(checked.content().size(), Bytes.all(checked.content()).length);
            } catch (Problem refused) {
                assertTrue(Map.of("attachment.kind", 1, "attachment.broken", 1)
                        .containsKey(refused.faults().get(0).code()));
            }
        }
    }

    private static String refused(byte[] photo) {
        Problem problem = assertThrows(Problem.class, () -> checked(photo, false));
        return problem.faults().get(0).code();
    }

    /** Exif that begin in a segment too short for them. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7})
    void jpegWhoseExifLeaveTheirSegmentIsRefused(int length) {
        assertEquals(
                "attachment.broken", refused(joined(big(0xffd8ffe1, 4), big(length, 2), "Exif\0\0", new byte[40])));
    }

    /** A place of 8 bytes, so that its beginning and its length together are more than a number holds. */
    @Test
    void heicWhoseDataEndBeyondEveryNumberIsRefused() {
        byte[] place = joined(big(2, 2), big(0, 4), big(1, 2), big(64, 4), big(Long.MAX_VALUE, 8));
        assertEquals("attachment.broken", refused(Photos.heic(0x4800, 1, place)));
    }

    /** Numbers of no bytes cost a sender nothing, so that a small file could ask for millions of rounds. */
    @Test
    void heicWithMoreExtentsThanAPictureHasIsRefused() {
        byte[] nothing = joined(big(2, 2), big(0, 4), big(2, 2));
        assertEquals("attachment.broken", refused(Photos.heic(0, 1, nothing)));
        byte[] many = joined(big(1, 2), big(0, 4), big(10_001, 2), new byte[2 * 4 * 10_001]);
        assertEquals("attachment.broken", refused(Photos.heic(0x4400, 1, many)));
    }

    /** Comments without words between empty marks: each would be a part of its own. */
    @Test
    void photoInMorePartsThanAnyPhotoHasIsRefused() {
        byte[] torn =
                joined(Collections.nCopies(20_001, big(0xffd1fffe0002L, 6)).toArray());
        assertEquals("attachment.broken", refused(joined(big(0xffd8, 2), torn, big(0xffd9, 2))));
    }

    @Test
    void bytesAreReadFromAnyPlaceAcrossParts() throws IOException {
        MendedContent.Builder builder = new MendedContent.Builder();
        builder.copy(0, 2);
        builder.own(new byte[] {'x'}, 2);
        builder.copy(4, 7);
        Content mended = builder.over(new Bytes(joined("abcdefgh")));
        byte[] whole = joined("abx", 0, "efg");
        for (int at = 0; at <= whole.length; at++) {
            byte[] read = new byte[10];
            assertEquals(whole.length - at, mended.read(at, read, 0, read.length));
            assertArrayEquals(Arrays.copyOfRange(whole, at, at + 10), read);
        }
    }

    /** Exif whose pointers lead in a circle, or far away. */
    @Test
    void absurdExifIsDropped() {
        byte[] exif = Photos.exif();
        for (int at = 0; at < exif.length; at++) {
            byte[] broken = exif.clone();
            broken[at] = (byte) 0xff;
            byte[] kept = PhotoTimes.of(broken);
            assertFalse(text(kept).contains("PLACE"));
            assertFalse(text(PhotoTimes.of(Arrays.copyOf(exif, at + 1))).contains("PLACE"));
        }
        assertThrows(BrokenFile.class, () -> new Reading(new Bytes(new byte[3])).u32(0));
    }
}
