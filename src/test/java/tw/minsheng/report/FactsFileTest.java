package tw.minsheng.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;

class FactsFileTest {

    private static Facts read(String yaml) {
        return FactsFile.read("facts.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void everyFaultIsNamedWithItsLine() {
        Problem problem = assertThrows(
                Problem.class,
                () -> read(
                        "conducter: x\nfieldwork: {from: 2025-03-20, to: 2025-03-01}\ndispositions: {i: many}\napproved: {by: y, on: soon}\n"));
        List<String> codes = problem.faults().stream().map(Fault::code).sorted().toList();
        assertEquals(List.of("facts.days_turned", "facts.not_count", "facts.not_day", "facts.unknown_key"), codes);
        assertTrue(problem.faults().stream()
                .anyMatch(fault -> "1".equals(fault.args().get("line"))));
    }

    @Test
    void blankIsNotGiven() {
        Facts facts = read("principal:\nfunding: \"\"\n");
        assertEquals(Facts.NONE, facts);
    }

    @Test
    void everythingIsRead() {
        Facts facts = read("""
                conductor: 甲
                principal: 乙
                contractor: 丙
                fieldwork: {from: 2025-03-01, to: 2025-03-20}
                funding: 未另編經費
                dispositions: {i: 300, p: 5, r: 50, nc: 40, o: 5, uh: 0, uo: 10, ne: 20}
                texts: {"2.7": 其他限制}
                no_actions: {reason: 已於年中改善, signed_by: 處長}
                approved: {by: 局長, on: 2025-05-01}
                """);
        assertEquals("乙", facts.principal());
        assertEquals(LocalDate.of(2025, 3, 20), facts.fieldwork().to());
        assertEquals(300, facts.dispositions().i());
        assertEquals("其他限制", facts.text("2.7"));
        assertEquals("局長", facts.approved().by());
    }

    /** The example of the guide. */
    @Test
    void exampleOfTheGuideIsRead() throws IOException {
        String guide = Files.readString(Path.of("docs/surveys.md"), StandardCharsets.UTF_8);
        String example = guide.substring(guide.indexOf("```facts") + 9, guide.lastIndexOf("```"));
        Facts facts = FactsFile.read("facts.yaml", example.getBytes(StandardCharsets.UTF_8));
        assertEquals("研考科科長", facts.principal());
        assertEquals(400, facts.dispositions().i());
        assertEquals("種子 114，SplitMix64", facts.text("draw"));
        assertTrue(facts.noActions().isGiven());
        assertTrue(facts.approved().isGiven());
    }
}
