package tw.minsheng.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainNumbersTest {

    private static final double NONE = -9999;

    private final List<String> rows = new ArrayList<>();

    private boolean read(String csv) throws IOException {
        return PlainNumbers.read(
                new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
                NONE,
                header -> new int[] {header.indexOf("b"), header.indexOf("a")},
                row -> rows.add(Arrays.toString(row)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a,b\n",
                "a,b\n1,x\n",
                "a,b\n1\n",
                "a,b\n1,2,3\n",
                "a,b\n\"1\",2\n",
                "\"a\",b\n1,2\n",
                "a,b\n1,-\n",
                "a,b\n1,.\n",
                "a,b\n1,1e3\n",
                "a,b\n1, 2\n",
                "a,b\n1,2\r3,4\n",
                "a,b\n1,1.2.3\n",
                "a,b\n\n1,2\n",
                "a,b\n1,1234567890123456\n",
                "a,b,c\n1,2,\"x\"\n",
                "a,b\n1,--2\n"
            })
    void whatIsNotPlainIsLeftToTheOtherReader(String csv) throws IOException {
        assertFalse(read(csv));
    }

    @Test
    void numbersComeInTheWantedOrder() throws IOException {
        assertTrue(read("\uFEFFa,id,b\r\n1,甲,2.25\r\n,乙,-.5\r\n-0,丙,"));
        assertEquals(List.of("[2.25, 1.0]", "[-0.5, " + NONE + "]", "[" + NONE + ", -0.0]"), rows);
    }

    @Test
    void decimalsAreReadAsJavaReadsThem() throws IOException {
        StringBuilder csv = new StringBuilder("a,b\n");
        List<String> expected = new ArrayList<>();
        for (int i = 1; i < 3000; i++) {
            String number = i * 7919L % 100_003 + "." + String.format("%07d", i * 104_729L % 9_999_991);
            csv.append("1,").append(number).append('\n');
            expected.add("[" + Double.parseDouble(number) + ", 1.0]");
        }
        assertTrue(read(csv.toString()));
        assertEquals(expected, rows);
    }

    @Test
    void aRowThatWillNotDoEndsIt() throws IOException {
        assertFalse(PlainNumbers.read(
                new ByteArrayInputStream("a\n1\n2\n".getBytes(StandardCharsets.UTF_8)),
                NONE,
                header -> new int[] {0},
                row -> row[0] < 2));
    }
}
