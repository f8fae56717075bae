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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainCodesTest {

    private static final PlainCodes.Words AREA = PlainCodes.Words.of(Map.of("鼓山區", 0, "鼓山", 1, "三民區", 2, "", 3));
    private static final PlainCodes.Words ANSWER = PlainCodes.Words.of(Map.of("1", 0, "10", 9, "", -1));

    private final List<String> rows = new ArrayList<>();

    private boolean read(String csv) throws IOException {
        return PlainCodes.read(
                new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
                List.of(ANSWER, AREA),
                header -> new int[] {header.indexOf("q"), header.indexOf("area")},
                row -> rows.add(Arrays.toString(row)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "area,q\n",
                "area,q\n鼓,1\n",
                "area,q\n鼓山區x,1\n",
                "area,q\n鼓山區,2\n",
                "area,q\n鼓山區,100\n",
                "area,q\n鼓山區, 1\n",
                "area,q\n鼓山區\n",
                "area,q\n鼓山區,1,1\n",
                "area,q\n\"鼓山區\",1\n",
                "area,q\n鼓山區,1\r鼓山區,1\n",
                "area,q,c\n鼓山區,1,\"x\"\n"
            })
    void whatIsNotPlainIsLeftToTheOtherReader(String csv) throws IOException {
        assertFalse(read(csv));
    }

    @Test
    void codesComeInTheWantedOrder() throws IOException {
        assertTrue(read("\uFEFFarea,id,q\r\n鼓山,甲,1\r\n鼓山區,乙 丙,10\r\n,,"));
        assertEquals(List.of("[0, 1]", "[9, 0]", "[-1, 3]"), rows);
    }

    /** More than one buffer, so that words lie across its end. */
    @Test
    void wordsAcrossBuffersAreWhole() throws IOException {
        String[] areas = {"鼓山區", "三民區", "鼓山", ""};
        StringBuilder csv = new StringBuilder("q,note,area\n");
        List<String> expected = new ArrayList<>();
        int[] codes = {0, 2, 1, 3};
        for (int i = 0; i < 20_000; i++) {
            csv.append(i % 3 == 0 ? "10" : "1")
                    .append(",n")
                    .append(i)
                    .append(',')
                    .append(areas[i % 4])
                    .append('\n');
            expected.add("[" + (i % 3 == 0 ? 9 : 0) + ", " + codes[i % 4] + "]");
        }
        assertTrue(read(csv.toString()));
        assertEquals(expected, rows);
    }

    @Test
    void aRowThatWillNotDoEndsIt() throws IOException {
        assertFalse(PlainCodes.read(
                new ByteArrayInputStream("q\n1\n10\n".getBytes(StandardCharsets.UTF_8)),
                List.of(ANSWER),
                header -> new int[] {0},
                row -> row[0] < 9));
    }
}
