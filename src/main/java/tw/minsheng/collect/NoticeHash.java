package tw.minsheng.collect;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Sha256;
import tw.minsheng.survey.Privacy;

/** Says which privacy notice (個資告知事項) a respondent was shown. */
public final class NoticeHash {

    private NoticeHash() {}

    /** SHA-256, lower-case hex, of the version and the six items in this language, one per line. */
    public static String of(Privacy.Notice notice, Language language) {
        String shown = Stream.concat(
                        Stream.of(Integer.toString(notice.version())),
                        Stream.of(
                                        notice.agency(),
                                        notice.purpose(),
                                        notice.categories(),
                                        notice.use(),
                                        notice.rights(),
                                        notice.refusal())
                                .map(item -> item.in(language)))
                .collect(Collectors.joining("\n"));
        return Sha256.hex(shown);
    }
}
