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
        assertEquals(List.of(), tally.notCovered());
        check(tally);
    }

    private static void check(Tally tally) {
        Map<String, String> differences = new TreeMap<>();
        tally.covered().forEach(id -> tally.difference(id).ifPresent(how -> differences.put(id, how)));
        assertEquals(Map.of(), differences);
    }
}
