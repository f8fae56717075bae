package tw.minsheng;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.minsheng.survey.file.SurveyFolder;

class SurveyFinderTest {

    @TempDir
    private Path surveys;

    private final SurveyFinder finder = new SurveyFinder();

    @Test
    void aMissingAndAnEmptyFolderHaveNoSurveys() {
        assertEquals(List.of(), finder.below(surveys));
        assertEquals(List.of(), finder.below(surveys.resolve("nowhere")));
    }

    @Test
    void aFolderThatCannotBeReadHidesNoOther() throws IOException {
        Path counter = survey("a/counter");
        Path road = survey("c/road");
        Path closed = Files.createDirectory(surveys.resolve("b"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        try {
            assumeFalse(Files.isReadable(closed), "root may read everything");
            assertEquals(List.of(counter, road), found());
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void surveysOfEveryDepthAreFoundInOrder() throws IOException {
        Path road = survey("c/office/road");
        Path counter = survey("a/counter");
        assertEquals(List.of(counter, road), found());
    }

    private List<Path> found() {
        return finder.below(surveys).stream().map(SurveyFolder::folder).toList();
    }

    private Path survey(String name) throws IOException {
        Path folder = Files.createDirectories(surveys.resolve(name));
        Files.writeString(folder.resolve(SurveyFolder.DEFINITION), "id: x\n");
        return folder;
    }
}
