package tw.minsheng;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tw.minsheng.survey.file.SurveyFolder;

/** Finds the folders of surveys; one that cannot be read is told in the log once, and does not hide the others. */
final class SurveyFinder {

    private static final Logger LOG = LoggerFactory.getLogger(SurveyFinder.class);
    private static final int MAX_LEVELS = 5;

    private final Set<Path> unreadable = ConcurrentHashMap.newKeySet();

    /** Every survey in a folder and below it, sorted by path; none when there is none. Blocks. */
    List<SurveyFolder> below(Path folder) {
        return below(folder, MAX_LEVELS).toList();
    }

    private Stream<SurveyFolder> below(Path folder, int levels) {
        if (Files.isRegularFile(folder.resolve(SurveyFolder.DEFINITION))) {
            return Stream.of(SurveyFolder.at(folder));
        }
        return levels == 0 ? Stream.of() : folders(folder).stream().flatMap(each -> below(each, levels - 1));
    }

    private List<Path> folders(Path folder) {
        try (Stream<Path> inside = Files.list(folder)) {
            List<Path> found = inside.filter(each -> Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
            unreadable.remove(folder);
            return found;
        } catch (IOException e) {
            if (unreadable.add(folder)) {
                LOG.warn("folder {} cannot be read: {}", folder, e.toString());
            }
            return List.of();
        }
    }
}
