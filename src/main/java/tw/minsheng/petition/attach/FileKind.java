package tw.minsheng.petition.attach;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Kinds of files that are taken. Which one it is say its bytes, never its name. */
public enum FileKind {
    JPEG("image/jpeg", "jpg", "jpeg", "jpe", "jfif"),
    PNG("image/png", "png"),
    WEBP("image/webp", "webp"),
    HEIC("image/heic", "heic", "heif", "hif"),
    PDF("application/pdf", "pdf"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", "ods"),
    ODP("application/vnd.oasis.opendocument.presentation", "odp"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx");

    private final String type;

    @SuppressWarnings("ImmutableEnumChecker") // a list that nobody can change
    private final List<String> endings;

    FileKind(String type, String... endings) {
        this.type = type;
        this.endings = List.of(endings);
    }

    /** Its media type. */
    public String type() {
        return type;
    }

    /** How names of such files end, without the dot; the usual one first. */
    List<String> endings() {
        return endings;
    }

    /** Whether it may tell where it was taken. */
    public boolean isPhoto() {
        return type.startsWith("image/");
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<FileKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }
}
