package tw.minsheng.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.minsheng.kernel.Problem;

class FileLimitTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "many", "99999999999999999999"})
    void uselessValueIsRefused(String value) {
        Problem problem = assertThrows(Problem.class, () -> FileLimit.of(Map.of(FileLimit.VARIABLE, value)));
        assertEquals(FileLimit.VARIABLE, problem.faults().get(0).place());
    }

    @Test
    void oneGigabyteUnlessSet() {
        assertEquals(1_000_000_000L, FileLimit.of(Map.of()).bytes());
        assertEquals(5_000L, FileLimit.of(Map.of(FileLimit.VARIABLE, "5000")).bytes());
    }
}
