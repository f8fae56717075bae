package tw.minsheng.statistics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tw.minsheng.statistics.reference.ReferenceLibrary.ReferenceSet;

/**
 * Runs every reference file inside the repository, and those of the folder {@code reference.dir} where it is named; writes
 * what the product computed to {@code target/reference-results}. A new set of the same format runs without a change here.
 */
class ReferenceTest {

    /** Statistics of RE1, RE2, RE3, RE6, RE7 and RE12, which must be covered in every set. */
    private static final Pattern SCALE_SCOPE = Pattern.compile("item_n|item_mean|item_sd|item_skew_type2_spss"
            + "|item_kurtosis_type2_spss|item_skew_type3_psych_default|floor_pct|ceiling_pct"
            + "|alpha_raw|alpha_std|average_r|median_r|signal_noise|ci95_feldt"
            + "|alpha_if_deleted|alpha_std_if_deleted|scale_mean_if_deleted|scale_var_if_deleted"
            + "|item_total_corrected|item_total_r_and_p|smc"
            + "|scale_mean_sum|scale_sd_sum|sem_sum_score|spearman_brown_k_for_80_90");

    private static final int SCALE_OBJECTS = 782;
    static final Set<String> OUTSIDE = Set.of("attitude", "bfi_ac", "thurstone", "ability16", "holzinger9");
    /** Sets that were made for this project after the outside sets. */
    static final Set<String> OWN = Set.of("sat_b");

    private static final Tally SCALES = new Tally();
    private static final Tally SAMPLES = new Tally();

    @BeforeAll
    static void runEverySet() throws IOException {
        for (ReferenceSet set : ReferenceLibrary.psychometrics()) {
            PsychometricRun run = new PsychometricRun(set);
            SCALES.add(run.run());
            write("psychometrics/" + set.name(), run.exported());
        }
        for (ReferenceSet set : ReferenceLibrary.sampling()) {
            SamplingRun run = new SamplingRun(set);
            SAMPLES.add(run.run());
            write("sampling/" + set.name(), run.exported());
        }
        Tally all = new Tally();
        all.add(SCALES);
        all.add(SAMPLES);
        ObjectNode summary = all.summary();
        write("summary", summary);
        System.out.println("reference runner: " + all.line());
    }

    private static void write(String name, JsonNode content) throws IOException {
        Path file = Path.of("target/reference-results", name + ".json");
        Files.createDirectories(file.getParent());
        ReferenceLibrary.JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), content);
    }

    /** One test per covered statistic or case; a failure names the number. */
    @TestFactory
    Stream<DynamicTest> noNumberDiffers() {
        return Stream.of(SCALES, SAMPLES)
                .flatMap(tally -> tally.covered().stream()
                        .map(id -> DynamicTest.dynamicTest(
                                id, () -> assertEquals("", tally.difference(id).orElse("")))));
    }

    @Test
    void setsInsideTheRepositoryAreCovered() {
        assertFalse(SCALES.covered().isEmpty());
        assertFalse(SAMPLES.covered().isEmpty());
    }

    @Test
    void everyStatisticInScopeIsCovered() {
        List<String> missing = SCALES.notCovered().stream()
                .filter(id -> SCALE_SCOPE
                        .matcher(id.substring(id.lastIndexOf('/') + 1))
                        .matches())
                .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void everySamplingCaseIsCovered() {
        assertEquals(List.of(), SAMPLES.notCovered());
    }

    @Test
    void outsideSetsMakeUpTheWholeScope() {
        Set<String> present = ReferenceLibrary.psychometrics().stream()
                .map(ReferenceSet::name)
                .collect(Collectors.toSet());
        assumeTrue(
                present.containsAll(OUTSIDE),
                "skipped: the 5 psychometric and 10 sampling reference sets outside the repository need reference.dir");
        long covered = SCALES.covered().stream()
                .filter(id -> SCALE_SCOPE
                        .matcher(id.substring(id.lastIndexOf('/') + 1))
                        .matches())
                .count();
        assertTrue(covered >= SCALE_OBJECTS, "statistics in scope: " + covered);
    }
}
