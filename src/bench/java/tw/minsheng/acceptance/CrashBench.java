package tw.minsheng.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collections;

/**
 * {@code make crash}: kills the program, its database, and both, and silences the database, while sixteen people answer;
 * counts what was lost and doubled; the same while eight people send petitions with files. Ends with 1 when a promise is broken.
 */
public final class CrashBench {

    private static final int PEOPLE = 16;
    private static final int RECEIPTS = 200;
    private static final int PETITIONERS = 8;
    private static final int CASES = 25;
    /** Architecture, section 4: back by itself within so many seconds. */
    private static final double BACK_WITHIN = 30;

    private CrashBench() {}

    /** @param arguments rounds of each kill; the silence, which lasts, gets a third of them */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        int rounds = Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "crash");
        boolean sound = true;
        for (Disaster disaster : Disaster.values()) {
            int times = disaster == Disaster.SILENCE ? Math.max(1, rounds / 3) : rounds;
            Path own = Files.createDirectory(folder.resolve(disaster.name()));
            try (Site site = Site.open(own.resolve("var"))) {
                KillTest.Outcome outcome =
                        new KillTest(PEOPLE, RECEIPTS).run(Collections.nCopies(times, disaster), site, own);
                System.out.printf("%-23s %s%n", disaster.words(), outcome);
                sound &= outcome.isSound() && outcome.slowest() < BACK_WITHIN;
                sound &= disaster != Disaster.SILENCE || outcome.kept() > 0;
                KillFilesTest.Outcome files =
                        new KillFilesTest(PETITIONERS, CASES).run(Collections.nCopies(times, disaster), site);
                System.out.printf("%-23s with files: %s%n", disaster.words(), files);
                sound &= files.isSound();
            }
        }
        if (sound) {
            Folders.delete(folder);
        }
        System.out.println(sound ? "sound" : "BROKEN PROMISES; the data are in " + folder);
        System.exit(sound ? 0 : 1);
    }
}
