package tw.minsheng.petition.attach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tw.minsheng.kernel.Problem;
import tw.minsheng.kernel.Sha256;

/** What a file is say its bytes; its name is made harmless. */
class CheckedTest {

    private static byte[] zip(String... names) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : names) {
                String[] parts = name.split("=", 2);
                byte[] content = (parts.length > 1 ? parts[1] : "x").getBytes(StandardCharsets.US_ASCII);
                ZipEntry entry = new ZipEntry(parts[0]);
                CRC32 sum = new CRC32();
                sum.update(content);
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(content.length);
                entry.setCrc(sum.getValue());
                zip.putNextEntry(entry);
                zip.write(content);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private static Checked checked(String name, byte[] content) {
        return Checked.of(new Arrived(name, new Bytes(content), false), false);
    }

    private static String refused(byte[] content) {
        Problem problem = assertThrows(Problem.class, () -> checked("photo.jpg", content));
        return problem.faults().get(0).code();
    }

    @Test
    void emptyFileIsRefused() {
        assertEquals("attachment.empty", refused(new byte[0]));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><script>alert(1)</script>",
                "<?xml version=\"1.0\"?><svg/>",
                "MZ\u0090",
                "\u007fELF",
                "#!/bin/sh",
                "GIF89a",
                "PK\u0003\u0004",
                "x",
                "....ftypmp42....mp42",
                "....ftypavif....avif",
                "RIFF....WAVE",
                " %PDF-1.4"
            })
    void otherKindsAreRefusedWhateverTheyAreCalled(String content) {
        assertEquals("attachment.kind", refused(content.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void archivesAndDocumentsWithProgramsAreRefused() {
        assertEquals("attachment.kind", refused(zip("a.txt", "b/c.txt")));
        assertEquals(
                "attachment.kind", refused(zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")));
        assertEquals(
                "attachment.kind",
                refused(zip("mimetype=application/vnd.oasis.opendocument.text", "Basic/Standard/a.xml")));
        assertEquals("attachment.kind", refused(zip("mimetype=application/epub+zip")));
    }

    /** Nothing is unpacked, so a bomb is as harmless as a stone. */
    @Test
    void archiveThatClaimsAHugeDirectoryIsRefused() {
        byte[] bomb = zip("[Content_Types].xml", "word/document.xml");
        int end = bomb.length - 22;
        bomb[end + 12] = (byte) 0xff;
        bomb[end + 13] = (byte) 0xff;
        bomb[end + 14] = (byte) 0xff;
        bomb[end + 15] = 0x7f;
        assertEquals("attachment.kind", refused(bomb));
    }

    /** The end of the directory may stand before a comment of 65,535 bytes; it is looked for in a few readings. */
    @Test
    void longCommentIsReadOnce() {
        AtomicInteger readings = new AtomicInteger();
        byte[] whole = Bytes.joined(zip("[Content_Types].xml", "word/document.xml"), "P".repeat(65_535));
        Bytes content = new Bytes(whole);
        Content counted = new Content() {
            @Override
            public long size() {
                return content.size();
            }

            @Override
            public int read(long at, byte[] into, int from, int length) {
                readings.incrementAndGet();
                return content.read(at, into, from, length);
            }
        };
        assertEquals(FileKind.DOCX, Sniffer.of(counted).orElseThrow());
        assertTrue(readings.get() < 10, readings + " readings");
    }

    @ParameterizedTest
    @CsvSource({
        "mimetype=application/vnd.oasis.opendocument.text,ODT",
        "mimetype=application/vnd.oasis.opendocument.spreadsheet,ODS",
        "[Content_Types].xml|word/document.xml,DOCX",
        "[Content_Types].xml|xl/workbook.xml,XLSX",
        "[Content_Types].xml|ppt/presentation.xml,PPTX"
    })
    void documentsAreKnownByWhatLiesInThem(String names, FileKind kind) {
        assertEquals(kind, checked("x.exe", zip(names.split("\\|"))).kind());
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd,passwd.pdf",
        "C:\\Users\\me\\letter.pdf,letter.pdf",
        "letter.exe,letter.exe.pdf",
        "letter.pdf.exe,letter.pdf.exe.pdf",
        "letter.PDF,letter.pdf",
        "'',file.pdf",
        "....pdf,pdf.pdf",
        ".pdf,pdf.pdf",
        " . ,file.pdf",
        "路燈 照片.pdf,路燈 照片.pdf",
        "a\u202Efdp.exe,a_fdp.exe.pdf",
        "a\u0000b.pdf,a_b.pdf",
        "con<>:|?*%.pdf,con_______.pdf"
    })
    void namesAreMadeHarmless(String sent, String kept) {
        assertEquals(
                kept,
                checked(sent, "%PDF-1.4".getBytes(StandardCharsets.US_ASCII)).name());
    }

    @Test
    void lineBreaksAndLengthOfANameDoNoHarm() {
        byte[] pdf = "%PDF-1.4".getBytes(StandardCharsets.US_ASCII);
        assertEquals(
                "a__Set-Cookie_ x.pdf", checked("a\r\nSet-Cookie: x.pdf", pdf).name());
        assertEquals(104, checked("長".repeat(5_000) + ".pdf", pdf).name().length());
    }

    @Test
    void hashIsOfWhatIsKept() {
        byte[] pdf = "%PDF-1.4 abc".getBytes(StandardCharsets.US_ASCII);
        assertEquals(Sha256.hexOf(pdf), checked("a.pdf", pdf).sha256());
    }
}
