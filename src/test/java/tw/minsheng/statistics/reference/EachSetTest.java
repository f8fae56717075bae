package tw.minsheng.statistics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tw.minsheng.statistics.reference.ReferenceLibrary.ReferenceSet;

/**
 * What {@link ReferenceTest} asserts, one set at a time and without anything kept between them: mutation testing runs it again and
 * again within one process, and needs small tests. The usual build leaves it out.
 */
@Tag("mutation")
class EachSetTest {

    static Stream<String> scales() {
        return ReferenceLibrary.psychometrics().stream().map(ReferenceSet::name);
    }

    static Stream<String> samples() {
        return ReferenceLibrary.sampling().stream().map(ReferenceSet::name);
    }

    private static ReferenceSet named(List<ReferenceSet> sets, String name) {
        return sets.stream().filter(set -> set.name().equals(name)).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("scales")
    void noNumberOfAScaleDiffers(String name) {
        Tally tally = new PsychometricRun(named(ReferenceLibrary.psychometrics(), name)).run();
        assertFalse(tally.covered().isEmpty());
        check(tally);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void noNumberOfASampleDiffers(String name) {
        Tally tally = new SamplingRun(named(ReferenceLibrary.sampling(), name)).run();
        assertEquals(
                List.of(),
                tally.notCovered()
                        .subList(0, StrictMath.max(0, tally.notCovered().size() - open(name))));
        check(tally);
    }

    /** How many cases of a set wait for their procedure; more of them mean that one has gone. */
    private static int open(String name) {
        return switch (name) {
            case "01_sample_size", "03_design_srs", "04_design_strat", "05_design_clus1", "06_design_clus2" -> 1;
            case "10_representativeness" -> 3;
            case "13_plain_tests" -> 53;
            case "14_regression_drivers" -> 21;
            case "15_nps_t2b_waves" -> 9;
            case "16_edge_cases" -> 10;
            case "17_allocation_and_draws" -> 5;
            default -> 0;
        };
    }

    private static void check(Tally tally) {
        Map<String, String> differences = new TreeMap<>();
        tally.covered().forEach(id -> tally.difference(id).ifPresent(how -> differences.put(id, how)));
        assertEquals(Map.of(), differences);
    }
}
