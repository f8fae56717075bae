package tw.minsheng.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Problem;
import tw.minsheng.report.Standards.Measure;

class StandardsFileTest {

    private static String usual() throws IOException {
        try (InputStream in = StandardsFile.class.getResourceAsStream("standards.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> faults(String yaml) {
        Problem problem = assertThrows(
                Problem.class, () -> StandardsFile.read("own.yaml", yaml.getBytes(StandardCharsets.UTF_8)));
        return problem.faults().stream().map(Fault::code).toList();
    }

    @Test
    void aLimitWithoutItsSourceIsRefused() throws IOException {
        assertEquals(
                List.of("standards.source", "standards.source"),
                faults(usual().replaceFirst("kmo: \\{limit: 0.60.*", "kmo: {limit: 0.60}")));
    }

    @Test
    void aMissingMeasureAndAnUnknownOneAreRefused() throws IOException {
        assertEquals(List.of("standards.missing", "standards.unknown_key"), faults(usual().replace("htmt:", "hmtt:")));
    }

    @Test
    void aLimitThatIsNoShareIsRefused() throws IOException {
        assertEquals(List.of("standards.limit"), faults(usual().replace("alpha: {limit: 0.70", "alpha: {limit: 70")));
        assertEquals(List.of("standards.limit"), faults(usual().replace("alpha: {limit: 0.70", "alpha: {limit: high")));
    }

    @Test
    void everyUsualLimitNamesItsSourceInBothLanguages() {
        Standards usual = StandardsFile.usual();
        for (Measure measure : Measure.values()) {
            assertTrue(!usual.of(measure).source().in(Language.EN).isBlank(), measure.key());
            assertTrue(!usual.of(measure).source().in(Language.ZH_TW).isBlank(), measure.key());
        }
    }
}
