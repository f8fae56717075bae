package tw.minsheng.petition.attach;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells what a file is by its bytes. Of an archive only the list of names is read, nothing is unpacked. Documents that
 * carry programs (macros) are no kind that is taken.
 */
final class Sniffer {

    private static final Set<String> HEIC_BRANDS =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs");
    private static final int MOST_BRANDS = 64;
    private static final int TAIL = 65_557;
    private static final int DIRECTORY = 2_000_000;
    private static final int ENTRY = 46;
    private static final List<FileKind> OPEN_DOCUMENT = List.of(FileKind.ODT, FileKind.ODS, FileKind.ODP);

    private final Reading file;

    private Sniffer(Reading file) {
        this.file = file;
    }

    static Optional<FileKind> of(Content content) {
        try {
            return new Sniffer(new Reading(content)).kind();
        } catch (BrokenFile noneThatIsTaken) {
            return Optional.empty();
        }
    }

    private Optional<FileKind> kind() {
        if (file.has(0, "\u00ff\u00d8\u00ff")) {
            return Optional.of(FileKind.JPEG);
        }
        if (file.has(0, "\u0089PNG\r\n\u001a\n")) {
            return Optional.of(FileKind.PNG);
        }
        if (file.has(0, "RIFF") && file.has(8, "WEBP")) {
            return Optional.of(FileKind.WEBP);
        }
        if (file.has(0, "%PDF-")) {
            return Optional.of(FileKind.PDF);
        }
        if (file.has(4, "ftyp")) {
            return isHeic() ? Optional.of(FileKind.HEIC) : Optional.empty();
        }
        return file.has(0, "PK\u0003\u0004") ? archive() : Optional.empty();
    }

    private boolean isHeic() {
        long end = Math.min(file.u32(0), 8L + 4 * MOST_BRANDS);
        for (long at = 8; at + 4 <= end; at += 4) {
            if (at != 12 && HEIC_BRANDS.contains(file.letters(at, 4))) {
                return true;
            }
        }
        return false;
    }

    private Optional<FileKind> archive() {
        Set<String> names = names();
        boolean programs = names.stream()
                .anyMatch(name -> name.endsWith("vbaProject.bin")
                        || name.startsWith("Basic/")
                        || name.startsWith("Scripts/")
                        || name.contains("/activeX/"));
        if (programs) {
            return Optional.empty();
        }
        if (file.has(30, "mimetype")) {
            return openDocument();
        }
        if (!names.contains("[Content_Types].xml")) {
            return Optional.empty();
        }
        if (names.contains("word/document.xml")) {
            return Optional.of(FileKind.DOCX);
        }
        if (names.contains("xl/workbook.xml")) {
            return Optional.of(FileKind.XLSX);
        }
        return names.contains("ppt/presentation.xml") ? Optional.of(FileKind.PPTX) : Optional.empty();
    }

    /** ODF 1.3 part 2, section 3.3: the first entry is stored as it is and names the kind. */
    private Optional<FileKind> openDocument() {
        int extra = file.little16(28);
        long length = file.little32(22);
        boolean stored = file.little16(8) == 0 && length < 200;
        String said = stored ? file.letters(38L + extra, (int) length) : "";
        return OPEN_DOCUMENT.stream().filter(kind -> kind.type().equals(said)).findFirst();
    }

    /** Names in the central directory of the archive. */
    private Set<String> names() {
        long end = endOfDirectory();
        long size = file.little32(end + 12);
        long at = file.little32(end + 16);
        if (size > DIRECTORY || at + size > file.size()) {
            throw new BrokenFile("a directory of " + size + " bytes");
        }
        Set<String> names = new HashSet<>();
        long last = at + size;
        while (at + ENTRY <= last && file.has(at, "PK\u0001\u0002")) {
            int name = file.little16(at + 28);
            names.add(file.letters(at + ENTRY, name));
            at += ENTRY + name + file.little16(at + 30) + file.little16(at + 32);
        }
        return names;
    }

    private long endOfDirectory() {
        long from = Math.max(0, file.size() - TAIL);
        // at once: whoever reads backwards moves the window at each byte
        String tail = file.letters(from, (int) (file.size() - from));
        int at = tail.lastIndexOf("PK\u0005\u0006", tail.length() - 22);
        if (at < 0) {
            throw new BrokenFile("no directory");
        }
        return from + at;
    }
}
