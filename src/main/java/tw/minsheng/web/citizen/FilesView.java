package tw.minsheng.web.citizen;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.ProblemWords;
import tw.minsheng.petition.CaseIntake;
import tw.minsheng.petition.attach.Attachment;
import tw.minsheng.petition.attach.AttachmentDesk;
import tw.minsheng.petition.attach.AttachmentLimits;
import tw.minsheng.web.FileSize;
import tw.minsheng.web.FormBody;
import tw.minsheng.web.ShownFiles;

/**
 * The part of a form that takes files.
 *
 * @param waiting those that came before and are kept
 * @param hint what may come
 * @param keepPlace whether photos may keep what they tell of their place
 * @param wrong what is wrong with files, "" when nothing
 */
public record FilesView(List<Line> waiting, String hint, boolean keepPlace, String wrong) {

    /** The field of the files. */
    static final String FILES = "files";
    /** Ids of those that are no longer wanted. */
    static final String DROP = "drop_file";

    static final String KEEP_PLACE = "keep_place";

    private static final Set<String> TOO_LARGE = Set.of("attachment.large", "attachment.total");

    /**
     * A file in a list.
     *
     * @param size in words
     * @param place what became of what a photo told of its place, "" when it told nothing
     * @param hash SHA-256 of it
     */
    public record Line(String id, String name, String size, String place, String hash) {

        /** With which the form says that it was shown. */
        public String shown() {
            return ShownFiles.value(id, name);
        }
    }

    public FilesView {
        waiting = List.copyOf(waiting);
    }

    static FilesView of(
            Words words,
            AttachmentLimits limits,
            List<Attachment> waiting,
            Map<String, String> typed,
            Map<String, String> wrong) {
        return new FilesView(
                lines(words, waiting),
                words.say(
                        "files.hint",
                        Map.of(
                                "number", limits.number(),
                                "each", FileSize.of(limits.fileBytes()),
                                "all", FileSize.of(limits.caseBytes()))),
                typed.getOrDefault(KEEP_PLACE, "").equals("true"),
                wrong.getOrDefault(FILES, ""));
    }

    static List<Line> lines(Words words, List<Attachment> files) {
        return files.stream()
                .map(file -> new Line(
                        file.id().toString(),
                        file.name(),
                        FileSize.of(file.bytes()),
                        file.location() == Attachment.Location.NONE
                                ? ""
                                : words.say("files.place." + file.location().key()),
                        file.sha256()))
                .toList();
    }

    static AttachmentDesk.Sending sending(String form, FormBody body, List<Attachment> before) {
        return new AttachmentDesk.Sending(
                form,
                ShownFiles.read(body.all(ShownFiles.FIELD)),
                Set.copyOf(body.all(DROP)),
                body.arrived(FILES),
                body.first(KEEP_PLACE).equals("true"),
                before,
                CaseIntake.CITIZEN);
    }

    /** Words about each field; several files may be wrong at once. */
    static Map<String, String> wrong(List<Fault> faults, ProblemWords words, Language language) {
        Map<String, String> wrong = new LinkedHashMap<>();
        for (Fault fault : faults) {
            String said = words.of(language, fault);
            if (fault.place().equals(FILES)) {
                wrong.merge(FILES, said, (one, other) -> one + " " + other);
            } else {
                wrong.putIfAbsent(fault.place(), said);
            }
        }
        return wrong;
    }

    static int status(List<Fault> faults) {
        return faults.stream().anyMatch(fault -> TOO_LARGE.contains(fault.code())) ? 413 : 422;
    }
}
