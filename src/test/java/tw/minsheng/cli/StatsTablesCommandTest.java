package tw.minsheng.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.minsheng.format.Json;
import tw.minsheng.format.Node;

/** Expected numbers are those of R 4.2.2 with survey 4.1-1: {@code rake}, {@code svymean} and {@code svychisq}. */
class StatsTablesCommandTest {

    private static final int PEOPLE = 60;

    @TempDir
    private Path home;

    @BeforeEach
    void files() throws IOException {
        file("sex.csv", "code,n\nf,520\nm,480\n");
        file("area.csv", "code,n\nnorth,300\nmid,500\nsouth,200\n");
        file("margins.yaml", """
                margins:
                  - {variable: sex, file: sex.csv, source: 戶籍人口統計, asOf: 2025-12-31}
                  - {variable: area, file: area.csv, source: 戶籍人口統計, asOf: 2025-12-31, missing: [dk]}
                """);
        file("scale.json", "{\"items\": [\"q1\", \"q2\"], \"reverse\": [\"q2\"], \"min\": 1, \"max\": 4}");
        file("answers.csv", answers(""));
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(home.resolve(name), text);
    }

    /** @param quote around each area, so that the file must be read the careful way */
    private static String answers(String quote) {
        StringBuilder text = new StringBuilder("sex,q1,area,q2\n");
        String[] areas = {"north", "north", "north", "mid", "mid", "south"};
        for (int i = 0; i < PEOPLE; i++) {
            text.append(i % 5 < 3 ? "f" : "m").append(",");
            text.append(i % 11 == 10 ? "" : Integer.toString(1 + (i * i + i / 7) % 4))
                    .append(",");
            text.append(quote).append(areas[i % 6]).append(quote).append(",");
            text.append(1 + (i * 7 + i / 4) % 3).append("\n");
        }
        return text.toString();
    }

    private Shell.Ran tables(String... more) {
        List<String> all = new ArrayList<>(List.of("stats", "tables"));
        all.addAll(List.of("--data", home.resolve("answers.csv").toString()));
        all.addAll(List.of("--definition", home.resolve("scale.json").toString()));
        all.addAll(List.of("--margins", home.resolve("margins.yaml").toString()));
        all.addAll(List.of(more));
        return Shell.run(all.toArray(String[]::new));
    }

    private Node done(String... more) {
        Shell.Ran ran = tables(more);
        assertEquals(0, ran.code(), ran.err());
        return Json.read("tables", ran.out().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static double number(Node node, String... path) {
        Node at = node;
        for (String key : path) {
            at = at.get(key);
        }
        return Double.parseDouble(at.text());
    }

    @Test
    void meansAndTestsAreThoseOfR() {
        Node read = done();
        assertEquals("60", read.get("rows").text());
        Node q1 = read.get("means").elements().get(0);
        assertEquals("55", q1.get("n").text());
        assertEquals(2.31529581529582, number(q1, "mean"), 1e-9);
        assertEquals(0.15454959894027, number(q1, "se"), 1e-9);
        assertEquals(0.161668393542314, number(q1, "se_fixed_weights"), 1e-9);
        Node area = read.get("tables").elements().get(2);
        assertEquals("area", area.get("by").text());
        assertEquals(0.243419311146634, number(area, "f"), 1e-8);
        assertEquals(5.535369032725087, number(area, "ndf"), 1e-8);
        assertEquals(326.58677293078, number(area, "ddf"), 1e-6);
        assertEquals(0.2384101664888, number(area, "fixed_weights", "f"), 1e-9);
        assertEquals(305.1714679805, number(area, "fixed_weights", "ddf"), 1e-6);
        assertEquals("[north, mid, south]", names(area.get("columns")).toString());
        assertEquals("[1, 2, 3, 4]", names(area.get("rows")).toString());
        assertEquals(
                55,
                area.get("counts").elements().stream()
                        .flatMap(row -> row.elements().stream())
                        .mapToInt(cell -> Integer.parseInt(cell.text()))
                        .sum());
    }

    private static List<String> names(Node list) {
        return list.elements().stream().map(Node::text).toList();
    }

    @Test
    void aReversedItemIsTurnedForItsMeanOnly() throws IOException {
        double turned = number(done().get("means").elements().get(1), "mean");
        file("scale.json", "{\"items\": [\"q1\", \"q2\"], \"min\": 1, \"max\": 4}");
        Node plain = done();
        assertEquals(5 - turned, number(plain.get("means").elements().get(1), "mean"), 1e-12);
    }

    @Test
    void theCarefulWayGivesTheSame() throws IOException {
        String fast = tables("--by", "area").out();
        file("answers.csv", answers("\""));
        assertEquals(fast, tables("--by", "area").out());
        assertEquals(2, done("--by", "area").get("tables").elements().size());
    }

    @Test
    void designWeightsAreRead() throws IOException {
        double plain = number(done().get("means").elements().get(0), "mean");
        StringBuilder weighted = new StringBuilder();
        int row = 0;
        for (String line : answers("").split("\n", -1)) {
            if (!line.isEmpty()) {
                weighted.append(line)
                        .append(row == 0 ? ",_weight" : "," + (1 + row % 3))
                        .append("\n");
                row++;
            }
        }
        file("answers.csv", weighted.toString());
        assertTrue(Math.abs(plain - number(done().get("means").elements().get(0), "mean")) > 1e-6);
    }

    @Test
    void everyFaultIsNamedWithItsPlace() throws IOException {
        file("answers.csv", answers("") + "f,9,north,1\nx,1,north,\nf,viel,dk,1\n");
        Shell.Ran ran = tables();
        assertEquals(1, ran.code());
        assertTrue(ran.err().contains("第 62 列") && ran.err().contains("「9」"), ran.err());
        assertTrue(ran.err().contains("「viel」") && ran.err().contains("「x」"), ran.err());
        file("answers.csv", "_weight,sex,area,q1,q2\n1e300,f,north,1,1\n-1,f,north,1,1\n2,f,north,1,1\n");
        Shell.Ran heavy = tables();
        assertEquals(1, heavy.code());
        assertTrue(heavy.err().contains("1e300") && heavy.err().contains("1e18"), heavy.err());
        assertTrue(heavy.err().contains("「-1」不得為負"), heavy.err());
        file("answers.csv", "sex,area,q1\nf,north,1\n");
        assertTrue(tables().err().contains("「q2」"));
        file("answers.csv", "sex,area,q1,q2\n");
        assertEquals(1, tables().code());
    }

    @Test
    void whatCannotBeCountedIsRefused() throws IOException {
        Shell.Ran wrong = tables("--by", "age");
        assertEquals(2, wrong.code());
        assertTrue(wrong.err().contains("sex, area"), wrong.err());
        file("scale.json", "{\"items\": [\"q1\"], \"min\": 0.5, \"max\": 4}");
        assertEquals(1, tables().code());
        file("scale.json", "{\"items\": [\"q1\"], \"min\": 1, \"max\": 4}");
        file("area.csv", "code,n\nnorth,300\nmid,500\nsouth,150\neast,50\n");
        Shell.Ran missing = tables();
        assertEquals(1, missing.code());
        assertTrue(missing.err().contains("east"), missing.err());
    }
}
