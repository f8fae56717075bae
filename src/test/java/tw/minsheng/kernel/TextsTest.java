package tw.minsheng.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TextsTest {

    @Test
    void aPlaceholderWithoutAValueStaysAsItIs() {
        assertEquals("最多 500 字，目前 {n} 字", Texts.fill("最多 {max} 字，目前 {n} 字", Map.of("max", 500)));
    }

    @Test
    void aValueWithDollarAndBackslashIsTakenLiterally() {
        assertEquals("a $1 \\ b", Texts.fill("a {x} b", Map.of("x", "$1 \\")));
    }
}
