package tw.minsheng;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;
import tw.minsheng.security.Agency;
import tw.minsheng.security.AgencyTree;

class AgencyFileTest {

    @TempDir
    Path folder;

    @Test
    void everyFaultIsToldWithItsLine() throws IOException {
        Files.writeString(folder.resolve(AgencyFile.NAME), """
                city: {name: {zh-TW: 市政府}}
                Bad_Key: {name: {zh-TW: 局}}
                nameless: {parent: city}
                orphan: {parent: nowhere, name: {zh-TW: 局}}
                own: {parent: own, name: {zh-TW: 局}}
                left: {parent: right, name: {zh-TW: 局}}
                right: {parent: left, name: {zh-TW: 局}}
                more: {name: {zh-TW: 局}, boss: city}
                """);
        Problem problem = assertThrows(Problem.class, () -> AgencyFile.in(folder));
        assertEquals(
                List.of(
                        "agencies.yaml:2 agencies.bad_key",
                        "agencies.yaml:3 agencies.no_name",
                        "agencies.yaml:4 agencies.bad_parent",
                        "agencies.yaml:5 agencies.bad_parent",
                        "agencies.yaml:6 agencies.bad_parent",
                        "agencies.yaml:7 agencies.bad_parent",
                        "agencies.yaml:8 agencies.unknown_key"),
                problem.faults().stream().map(AgencyFileTest::told).sorted().toList());
    }

    private static String told(Fault fault) {
        return fault.place() + " " + fault.code();
    }

    @Test
    void withoutTheFileThereIsNothingToSay() {
        assertEquals(List.of(), AgencyFile.in(folder));
    }

    @Test
    void theShippedAgenciesStandUnderTheCity() {
        List<Agency> shipped = AgencyFile.in(Path.of("surveys"));
        AgencyTree tree = AgencyTree.of(shipped);
        assertTrue(tree.isWithin("kcg-pwb", "kcg"));
        assertEquals(6, tree.subtree("kcg").size());
    }
}
