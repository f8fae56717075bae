package tw.minsheng.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The rules of docs/architecture.md over the program, and each rule again over {@code house.broken}: a small house in which
 * every rule is broken once. A rule that does not find its break is no rule.
 */
class HouseRulesTest {

    /** Own threads that watch a process, or wait for one: not on the event loop. */
    private static final Set<String> MAY_WAIT = Set.of();

    private static final String SUMS = "adds up rows in one pass; one thread";
    private static final String PLACE = "keeps its place in what it reads or writes; one thread";

    /** Classes with fields that change, each with its reason. */
    private static final Map<String, String> CHANGING = Map.ofEntries(
            Map.entry("petition.attach.AttachmentDesk", "counts what a form may still bring; one after the other"),
            Map.entry("petition.attach.HeicPlace", PLACE),
            Map.entry("petition.attach.MendedContent", "a builder; one thread"),
            Map.entry("petition.attach.Reading", PLACE),
            Map.entry("web.staff.ArrivedStream", PLACE),
            Map.entry("web.Multipart", PLACE),
            Map.entry("web.Spool", PLACE),
            Map.entry("web.Uploads", "what has come of a form; its pieces come one after the other"),
            Map.entry("dataset.ItemRows", SUMS),
            Map.entry("dataset.PersonRows", SUMS),
            Map.entry("dataset.Reservoir", SUMS),
            Map.entry("dataset.Tally", SUMS),
            Map.entry("CaseCount", SUMS),
            Map.entry("cli.ScaleAnswers", SUMS),
            Map.entry("dataset.frame.FrameFaults", SUMS),
            Map.entry("dataset.weights.SampleCells", SUMS),
            Map.entry("dataset.cases.Backlog", SUMS),
            Map.entry("dataset.cases.CaseTally", SUMS),
            Map.entry("dataset.cases.Counts", SUMS),
            Map.entry("dataset.cases.Cross", SUMS),
            Map.entry("dataset.cases.DayCounts", SUMS),
            Map.entry("dataset.cases.Group", SUMS),
            Map.entry("dataset.cases.Seconds", SUMS),
            Map.entry("dataset.cases.WeekCounts", SUMS),
            Map.entry("dataset.RetestPairing", SUMS),
            Map.entry("store.LedgerSieve", SUMS),
            Map.entry("petition.imports.CaseCounts", SUMS),
            Map.entry("petition.imports.NumberSet", SUMS),
            Map.entry("petition.theme.GramCounts", SUMS),
            Map.entry("petition.theme.WordCounts", SUMS),
            Map.entry("statistics.estimate.VariableSums", SUMS),
            Map.entry("statistics.moments.ListwiseSums", SUMS),
            Map.entry("statistics.moments.PairwiseSums", SUMS),
            Map.entry("statistics.moments.PowerSums", SUMS),
            Map.entry("statistics.reliability.ScaleSums", SUMS),
            Map.entry("statistics.weighting.Groups", SUMS),
            Map.entry("petition.CaseEdit", "a case while one step changes it; one thread, one method"),
            Map.entry("statistics.distribution.SplitMix64", "a generator goes on from number to number; one thread"),
            Map.entry("format.CsvReader", PLACE),
            Map.entry("format.JsonWriter", PLACE),
            Map.entry("format.PlainNumbers", PLACE),
            Map.entry("format.PlainRows", PLACE),
            Map.entry("format.StrictReader", PLACE),
            Map.entry("survey.condition.Parser", PLACE),
            Map.entry("document.SvgGraphics", "a Graphics2D is a pen with a state, by its contract"));

    private static House product;
    private static House broken;

    @BeforeAll
    static void open() {
        product = new House(
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("tw.minsheng"),
                "tw.minsheng");
        broken = new House(
                new ClassFileImporter().importPackages("tw.minsheng.house.broken"), "tw.minsheng.house.broken");
    }

    @Test
    void dataFlowsOneWay() {
        holds(product.dataFlowsOneWay());
    }

    @Test
    void oneRoomPerLibrary() {
        holds(product.oneRoomPerLibrary());
    }

    @Test
    void pureRoomsStayPure() {
        holds(product.pureRoomsStayPure());
    }

    @Test
    void vertxIsOnlyFuture() {
        holds(product.vertxIsOnlyFuture());
    }

    @Test
    void noClockBehindOurBack() {
        holds(product.noClockBehindOurBack());
    }

    @Test
    void nothingWaits() {
        holds(product.nothingWaits(MAY_WAIT));
    }

    @Test
    void fieldsAreFinal() {
        holds(product.fieldsAreFinal(CHANGING));
        holds(product.idleExceptions(CHANGING));
    }

    @Test
    void roomsFormNoRing() {
        holds(product.roomsFormNoRing());
    }

    @Test
    void sameBytesEverywhere() {
        holds(product.sameBytesEverywhere());
    }

    @Test
    void packagesAreNullMarked() {
        holds(product.packagesAreNullMarked());
    }

    /** {@code broken.chart.Ring} uses {@code broken.survey.Leak}; the broken house has hardly a room of the table. */
    @Test
    void aForbiddenViewAndAnEmptyRoomAreFound() {
        finds(broken.dataFlowsOneWay(), "chart may not see survey", "room kernel is empty", "room attic has no row");
    }

    /** {@code broken.survey.Leak} reads CSV with fastcsv, which belongs to format. */
    @Test
    void aLibraryInAForeignRoomIsFound() {
        finds(broken.oneRoomPerLibrary(), "de.siegmar.fastcsv");
    }

    /** {@code broken.statistics.Impure} asks for the locale; {@code broken.survey.Leak} opens a file. */
    @Test
    void anImpureRoomIsFound() {
        finds(broken.pureRoomsStayPure(), "Locale.getDefault", "java.nio.file.Files");
    }

    /** {@code broken.survey.Leak} keeps a Vertx. */
    @Test
    void vertxInAPureRoomIsFound() {
        finds(broken.vertxIsOnlyFuture(), "io.vertx.core.Vertx");
    }

    /** {@code broken.statistics.Impure} calls Instant.now(), System.currentTimeMillis and Clock.systemUTC. */
    @Test
    void aHiddenClockIsFound() {
        finds(broken.noClockBehindOurBack(), "Instant.now()", "currentTimeMillis", "systemUTC");
    }

    /** {@code broken.survey.Leak} sleeps. */
    @Test
    void aSleepIsFound() {
        finds(broken.nothingWaits(Set.of()), "Thread.sleep");
        assertEquals(List.of(), broken.nothingWaits(Set.of("survey.Leak")));
    }

    /** {@code broken.statistics.Impure} counts in a field. */
    @Test
    void aFieldThatChangesIsFound() {
        finds(broken.fieldsAreFinal(Map.of()), "statistics.Impure#calls is not final");
        assertEquals(List.of(), broken.fieldsAreFinal(Map.of("statistics.Impure", "listed")));
    }

    /** {@code broken.chart.Ring} and {@code broken.survey.Leak} use each other. */
    @Test
    void aRingIsFound() {
        finds(broken.roomsFormNoRing(), "chart is part of a ring", "survey is part of a ring");
    }

    /** {@code broken.statistics.Impure} takes Math.exp. */
    @Test
    void aLooseFunctionIsFound() {
        finds(broken.sameBytesEverywhere(), "Math.exp");
    }

    /** {@code broken.attic} has no package-info. */
    @Test
    void aPackageWithoutMarkIsFound() {
        finds(broken.packagesAreNullMarked(), "broken.attic is not @NullMarked");
    }

    private static void holds(List<String> faults) {
        assertTrue(faults.isEmpty(), () -> String.join("\n", faults));
    }

    private static void finds(List<String> faults, String... parts) {
        Stream.of(parts)
                .forEach(part -> assertTrue(
                        faults.stream().anyMatch(fault -> fault.contains(part)), () -> part + " not in " + faults));
    }
}
