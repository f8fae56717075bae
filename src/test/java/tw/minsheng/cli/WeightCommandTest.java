package tw.minsheng.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.minsheng.format.Json;
import tw.minsheng.format.Node;

class WeightCommandTest {

    private static final String MARGINS = """
            weighting:
              method: raking
              margins:
                - {variable: sex, file: sex.csv, source: 戶籍人口統計, asOf: 2025-12-31}
                - {variable: area, file: area.csv, source: 戶籍人口統計, asOf: 2025-12-31, missing: [dk]}
            """;

    @TempDir
    private Path home;

    @BeforeEach
    void populations() throws IOException {
        file("sex.csv", "code,n\nf,520\nm,480\n");
        file("area.csv", "code,n\nnorth,300\nmid,500\nsouth,200\n");
        file("margins.yaml", MARGINS);
        file("answers.csv", answers(List.of()));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(home.resolve(name), text);
    }

    /** 60 answers in which women and the north are many. */
    private static String answers(List<String> more) {
        StringBuilder text = new StringBuilder("sex,q1,area\n");
        String[] areas = {"north", "north", "north", "mid", "mid", "south"};
        for (int i = 0; i < 60; i++) {
            text.append(i % 5 < 3 ? "f" : "m")
                    .append(",")
                    .append(1 + i % 5)
                    .append(",")
                    .append(areas[i % 6])
                    .append("\n");
        }
        more.forEach(line -> text.append(line).append("\n"));
        return text.toString();
    }

    private Shell.Ran weight(String out, String... more) {
        List<String> all = new ArrayList<>(
                List.of("weight", "--answers", home.resolve("answers.csv").toString()));
        all.addAll(List.of("--margins", home.resolve("margins.yaml").toString()));
        all.addAll(List.of("--out", home.resolve(out).toString()));
        all.addAll(List.of(more));
        return Shell.run(all.toArray(String[]::new));
    }

    private List<String[]> weights(String out) throws IOException {
        return Files.readString(home.resolve(out).resolve("weights.csv"))
                .replace("\uFEFF", "")
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    private Node report(String out) throws IOException {
        return Json.read("weighting.json", Files.readAllBytes(home.resolve(out).resolve("weighting.json")));
    }

    private static double number(Node node) {
        return Double.parseDouble(node.text());
    }

    /** Sum of the weights by the value of a column. */
    private Map<String, Double> sums(String out, int column) throws IOException {
        Map<String, Double> sums = new HashMap<>();
        weights(out).forEach(row -> sums.merge(row[column], Double.parseDouble(row[4]), Double::sum));
        return sums;
    }

    @Test
    void weightsMeetEveryMargin() throws IOException {
        Shell.Ran ran = weight("w");
        assertEquals(Exit.DONE, ran.code(), ran.err());
        assertEquals(60, weights("w").size());
        Map<String, Double> sex = sums("w", 1);
        Map<String, Double> area = sums("w", 2);
        assertEquals(520, sex.getOrDefault("f", 0.0), 1e-6);
        assertEquals(480, sex.getOrDefault("m", 0.0), 1e-6);
        assertEquals(300, area.getOrDefault("north", 0.0), 1e-6);
        assertEquals(200, area.getOrDefault("south", 0.0), 1e-6);
        double normalised = weights("w").stream()
                .mapToDouble(row -> Double.parseDouble(row[5]))
                .sum();
        assertEquals(60, normalised, 1e-9);
    }

    @Test
    void theReportSaysWhatTheWeightsDo() throws IOException {
        weight("w");
        Node report = report("w");
        double sum = 0;
        double squares = 0;
        for (String[] row : weights("w")) {
            double weight = Double.parseDouble(row[4]);
            sum += weight;
            squares += weight * weight;
        }
        assertEquals(60 * squares / sum / sum, number(report.get("kish").get("deff_kish")), 1e-12);
        assertEquals(sum * sum / squares, number(report.get("kish").get("n_eff")), 1e-9);
        assertTrue(report.get("converged").isTrue());
        Node sex = report.get("representativeness").elements().get(0);
        assertEquals(List.of("f", "m"), sex.get("levels").texts());
        assertEquals(60, number(sex.get("sample_pct").elements().get(0)), 1e-12);
        assertEquals(8, number(sex.get("diff_pct_points").elements().get(0)), 1e-12);
        // chisq.test(c(36, 24), p = c(.52, .48))
        assertEquals(1.53846153846154, number(sex.get("x2")), 1e-12);
        assertEquals(0.214846947405649, number(sex.get("p")), 1e-6);
        assertEquals(0, number(sex.get("after").get("max_diff_pct_points")), 1e-8);
        assertFalse(sex.get("after").get("p").isGiven());
        assertTrue(report.get("sentence").get("zh-TW").text().contains("戶籍人口統計"));
    }

    @Test
    void whoDoesNotTellKeepsTheirShare() throws IOException {
        file("answers.csv", answers(List.of("f,3,dk", "f,3,", "m,2,-1", "m,1,dk")));
        Shell.Ran ran = weight("w");
        assertEquals(Exit.DONE, ran.code(), ran.err());
        assertEquals(1000 * 4 / 64.0, sums("w", 2).getOrDefault("", 0.0), 1e-6);
        assertEquals(520, sums("w", 1).getOrDefault("f", 0.0), 1e-6);
        assertTrue(ran.err().contains("area"), ran.err());
    }

    @Test
    void designWeightsAreWhereItStarts() throws IOException {
        StringBuilder text = new StringBuilder("_weight,sex,area\n");
        String[] lines = answers(List.of()).lines().skip(1).toArray(String[]::new);
        for (int i = 0; i < lines.length; i++) {
            String[] fields = lines[i].split(",", -1);
            text.append(i < 30 ? "1" : "3")
                    .append(",")
                    .append(fields[0])
                    .append(",")
                    .append(fields[2])
                    .append("\n");
        }
        file("answers.csv", text.toString());
        file("margins.yaml", "method: cell\nmargins: [{variable: sex, file: sex.csv}]\n");
        assertEquals(Exit.DONE, weight("w").code());
        List<String[]> rows = weights("w");
        // women: 18 of weight 1, 18 of weight 3
        assertEquals(520 / 72.0, Double.parseDouble(rows.get(0)[3]), 1e-9);
        assertEquals(3 * 520 / 72.0, Double.parseDouble(rows.get(30)[3]), 1e-9);
        assertEquals("cell", report("w").get("method").text());
    }

    @Test
    void calibratedWeightsMeetEveryMarginWithinTheirBounds() throws IOException {
        for (String method : List.of("linear", "logit\n  bounds: [0.4, 1.9]")) {
            file("margins.yaml", MARGINS.replace("raking", method));
            String out = method.substring(0, 3);
            Shell.Ran ran = weight(out);
            assertEquals(Exit.DONE, ran.code(), ran.err());
            assertEquals(520, sums(out, 1).getOrDefault("f", 0.0), 1e-6);
            assertEquals(200, sums(out, 2).getOrDefault("south", 0.0), 1e-6);
            for (String[] row : weights(out)) {
                double g = Double.parseDouble(row[4]) / Double.parseDouble(row[3]) * 60 / 1000;
                assertTrue(g > .4 && g < 1.9, row[4]);
            }
        }
        assertTrue(report("lin").get("sentence").get("zh-TW").text().contains("採線性校正（GREG，廣義迴歸）調整，"));
        assertFalse(report("lin").get("bounds").isGiven());
        assertTrue(report("log").get("sentence").get("zh-TW").text().contains("採 logit 校正調整，校正倍數限於 0.4 至 1.9 倍"));
        assertEquals(1.9, number(report("log").get("bounds").get("high")), 0);
    }

    /** Of the three things that can be wrong with a row, the one that is. */
    @Test
    void aRowOfAPopulationFileSaysTheOneThingThatIsWrong() throws IOException {
        Map<String, String> rows = Map.of(
                "f,520\nm,-300\n", "第 3 列「m」的人數是 -300，不得小於 0",
                "f,520\nm,4.5\n", "第 3 列「m」的人數「4.5」不是整數",
                "f,520\nf,480\n", "第 3 列的代碼「f」前面已經有了",
                "f,520\n,480\n", "第 3 列沒有代碼");
        for (Map.Entry<String, String> each : rows.entrySet()) {
            file("sex.csv", "code,n\n" + each.getKey());
            Shell.Ran ran = weight("w");
            assertEquals(Exit.FAULTS, ran.code());
            assertTrue(ran.err().contains(each.getValue()), ran.err());
        }
    }

    @Test
    void marginsThatDisagreeSayWhatToDo() throws IOException {
        file("area.csv", "code,n\nnorth,300\nmid,500\nsouth,900\n");
        Shell.Ran ran = weight("w");
        assertEquals(Exit.FAULTS, ran.code());
        assertTrue(ran.err().contains("各邊際合計不一致"), ran.err());
        assertTrue(ran.err().contains("請用同一來源、同一日期的統計，或拿掉合計不符的邊際"), ran.err());
    }

    @Test
    void weightsThatAreAllNothingAreRefusedAsAnalysisDoes() throws IOException {
        file("answers.csv", "sex,area,_weight\nf,north,0\nm,mid,0\nf,south,0\n");
        Shell.Ran ran = weight("w");
        assertEquals(Exit.FAULTS, ran.code());
        assertTrue(ran.err().contains("可用答案的權數全部為 0（分母為 0）"), ran.err());
        assertTrue(ran.err().contains("請更正「_weight」欄"), ran.err());
    }

    @Test
    void theMarginsFileAndItsLimitsAreCalledWhatTheyAre() throws IOException {
        file("margins.yaml", MARGINS + "  trim: [2, 3]\n");
        assertTrue(weight("w").err().contains("邊際檔 " + home.resolve("margins.yaml") + " 有錯誤。"));
        file("margins.yaml", MARGINS);
        Shell.Ran ran = weight("w", "--trim", "3,1");
        assertEquals(Exit.USAGE, ran.code());
        assertTrue(ran.err().contains("下限小於 1、上限大於 1，例如 0.3,3；讀到的是「3,1」"), ran.err());
    }

    @Test
    void aFolderThatCannotBeMadeSaysWhatToDo() throws IOException {
        file("plain", "");
        Shell.Ran ran = weight("plain/w");
        assertTrue(ran.err().contains("請確認上層資料夾"), ran.err());
        assertFalse(ran.err().contains(".part"), ran.err());
    }

    @Test
    void calibrationThatCannotBeMetIsRefusedWithWhatToDo() throws IOException {
        file("margins.yaml", MARGINS.replace("raking", "logit\n  bounds: [0.99, 1.01]"));
        Shell.Ran ran = weight("w");
        assertEquals(Exit.FAULTS, ran.code());
        assertTrue(ran.err().contains("在權數的上下限內，無法同時符合各項母體合計"), ran.err());
        assertTrue(ran.err().contains("可放寬 bounds"), ran.err());
        assertFalse(Files.exists(home.resolve("w").resolve("weights.csv")));
    }

    @Test
    void methodsAreToldWhatTheyNeed() throws IOException {
        file("margins.yaml", MARGINS.replace("raking", "logit"));
        assertTrue(weight("w").err().contains("logit 校正必須有上下限"));
        file("margins.yaml", MARGINS.replace("raking", "raking\n  bounds: [0.3, 3]"));
        assertTrue(weight("w").err().contains("bounds 只用於 linear 與 logit"));
        file("margins.yaml", MARGINS.replace("raking", "linear\n  bounds: [1.3, 3]"));
        assertTrue(weight("w").err().contains("bounds 須為 1 兩側的兩個數"));
        file("margins.yaml", MARGINS.replace("raking", "cell"));
        assertTrue(weight("w").err().contains("事後分層（cell）只對準一個邊際"));
    }

    /** What is left of a margin is told as people say it; the number is in its own field. */
    @Test
    void whatIsLeftOfTheMarginsIsSaidInWords() throws IOException {
        weight("w");
        String sentence = report("w").get("sentence").get("zh-TW").text();
        assertTrue(sentence.endsWith("次收斂，最大邊際誤差不到母體的十億分之一。"), sentence);
        assertTrue(number(report("w").get("relative_margin_error")) < 1e-9);
        weight("t", "--trim", "0.8,1.25");
        String trimmed = report("t").get("sentence").get("en").text();
        assertTrue(
                trimmed.matches(".*largest margin difference after trimming [0-9.]+% of the population\\."), trimmed);
    }

    @Test
    void trimmedWeightsStayInsideAndTheNewErrorIsTold() throws IOException {
        Shell.Ran ran = weight("w", "--trim", "0.8,1.25");
        assertEquals(Exit.DONE, ran.code(), ran.err());
        double mean = 1000 / 60.0;
        for (String[] row : weights("w")) {
            double weight = Double.parseDouble(row[4]);
            assertTrue(weight >= .8 * mean - 1e-9 && weight <= 1.25 * mean + 1e-9, row[4]);
        }
        Node report = report("w");
        assertTrue(number(report.get("trim").get("n_trimmed")) > 0);
        assertTrue(number(report.get("max_margin_error")) > 1);
        assertTrue(number(report.get("trim").get("max_margin_error_before")) < 1e-6);
    }

    @Test
    void theSameBytesTwice() throws IOException {
        weight("one");
        weight("two");
        for (String name : List.of("weights.csv", "weighting.json")) {
            assertArrayEquals(
                    Files.readAllBytes(home.resolve("one").resolve(name)),
                    Files.readAllBytes(home.resolve("two").resolve(name)));
        }
    }

    @Test
    void everyReasonIsNamedAtOnce() throws IOException {
        file("sex.csv", "code,n\nf,520\nm,480\nx,10\n");
        file("area.csv", "code,n\nnorth,300\nmid,500\nsouth,200\neast,70\n");
        Shell.Ran ran = weight("w", "--lang", "en");
        assertEquals(Exit.FAULTS, ran.code());
        assertTrue(ran.err().contains("1010") && ran.err().contains("1070"), ran.err());
        assertTrue(ran.err().contains("sex: “x”") && ran.err().contains("area: “east”"), ran.err());
        assertFalse(Files.exists(home.resolve("w")));
    }

    @Test
    void strangeValuesAreNamedWithTheirRows() throws IOException {
        file("answers.csv", answers(List.of("f,3,moon", "x,3,mid", "f,2,moon")));
        Shell.Ran ran = weight("w", "--lang", "en");
        assertEquals(Exit.FAULTS, ran.code());
        assertTrue(ran.err().contains("2 rows have “moon” (the first is row 62)"), ran.err());
        assertTrue(ran.err().contains("“x”"), ran.err());
    }

    @Test
    void faultsOfTheMarginsHaveTheirLine() throws IOException {
        file("margins.yaml", """
                method: guess
                margins:
                  - {variable: sex, file: nowhere.csv}
                  - {file: area.csv, sauce: x}
                  - {variable: sex, file: sex.csv, asOf: yesterday}
                trim: [2, 3]
                """);
        Shell.Ran ran = weight("w", "--lang", "en");
        assertEquals(Exit.FAULTS, ran.code());
        for (String line : List.of("line 1", "nowhere.csv", "line 4", "“sauce”", "“yesterday”", "line 6")) {
            assertTrue(ran.err().contains(line), line + " in " + ran.err());
        }
    }

    @Test
    void wrongUsageIsTold() throws IOException {
        assertEquals(Exit.USAGE, weight("w", "--trim", "2,3").code());
        assertEquals(Exit.USAGE, weight("w", "--trim", "half").code());
        file("answers.csv", "q1\n3\n");
        Shell.Ran ran = weight("w", "--lang", "en");
        assertEquals(Exit.FAULTS, ran.code());
        assertTrue(ran.err().contains("“sex”") && ran.err().contains("“area”"), ran.err());
        file("answers.csv", "sex,area\n");
        assertEquals(Exit.FAULTS, weight("w").code());
    }
}
