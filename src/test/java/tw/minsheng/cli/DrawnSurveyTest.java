package tw.minsheng.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.minsheng.format.Json;
import tw.minsheng.format.Node;
import tw.minsheng.statistics.distribution.SplitMix64;

/**
 * The way of a drawn survey through the commands: a frame of 6,000 people is drawn from in strata, most of the drawn answer, their answers
 * are weighted and analysed. The numbers are those of R's {@code survey} with the strata and their populations ({@code drawn-survey.R}).
 */
class DrawnSurveyTest {

    private static final String SAMPLING = """
            sampling:
              design: stratified
              frame: {name: 名冊, size: 6000, asOf: 2025-12-31}
              strata: {variable: area, allocation: equal, targets: population/area.csv}
              plan: {confidence: 0.95, marginOfError: 0.05, expectedResponseRate: 0.75}
            """;
    private static final String MARGINS = """
            weighting:
              method: raking
              margins:
                - {variable: sex, file: population/sex.csv, source: 名冊統計, asOf: 2025-12-31}
                - {variable: area, file: population/area.csv, source: 名冊統計, asOf: 2025-12-31}
            """;
    private static final String AREA = """
                  - {id: area, type: single, role: demographic, text: {zh-TW: 區, en: Area}, choices: [
                      {value: a, label: {zh-TW: 甲, en: A}}, {value: b, label: {zh-TW: 乙, en: B}}, {value: c, label: {zh-TW: 丙, en: C}}]}
            """;
    private static final double EXACT = 1e-9;

    @TempDir
    private Path home;

    private static String resource(String name) throws IOException {
        try (InputStream in = DrawnSurveyTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Properties expected() throws IOException {
        Properties numbers = new Properties();
        numbers.load(new StringReader(resource("drawn-survey.properties")));
        return numbers;
    }

    @BeforeEach
    void files() throws IOException {
        Files.createDirectories(home.resolve("population"));
        Files.writeString(home.resolve("population/area.csv"), "code,n\na,3000\nb,2000\nc,1000\n");
        Files.writeString(home.resolve("population/sex.csv"), "code,n\nf,3150\nm,2850\n");
        Files.writeString(home.resolve("margins.yaml"), MARGINS);
        StringBuilder frame = new StringBuilder("id,area,sex\n");
        for (int person = 0; person < 6000; person++) {
            frame.append("P%04d,%s,%s\n".formatted(person, "aaabbc".charAt(person % 6), person % 40 < 21 ? "f" : "m"));
        }
        Files.writeString(home.resolve("frame.csv"), frame);
        survey("");
    }

    private void survey(String weighting) throws IOException {
        String yaml = resource("/tw/minsheng/report/small-survey.yaml")
                .replace("      - {id: sex", AREA + "      - {id: sex")
                .replace("SAMPLING", SAMPLING + weighting);
        Files.writeString(home.resolve("survey.yaml"), yaml);
    }

    private String run(String... args) {
        Shell.Ran ran = Shell.run(args);
        assertEquals(Exit.DONE, ran.code(), ran.err());
        return ran.out();
    }

    private String path(String name) {
        return home.resolve(name).toString();
    }

    /** Who answers, and what: women and the small area are more content, a few do not know. */
    private String answers() throws IOException {
        run(
                "sample",
                "draw",
                "--frame",
                path("frame.csv"),
                "--id",
                "id",
                "--size",
                "480",
                "--design",
                "stratified",
                "--strata",
                "area",
                "--allocation",
                "equal",
                "--seed",
                "20251",
                "--out",
                path("drawn"));
        SplitMix64 random = new SplitMix64(4711);
        StringBuilder csv = new StringBuilder("_stratum,_weight,e1,e2,e3,c1,c2,all,area,sex\n");
        List<String> drawn = Files.readString(home.resolve("drawn/selected.csv"))
                .lines()
                .skip(1)
                .toList();
        for (String row : drawn) {
            String[] fields = row.split(",", -1);
            boolean woman = Integer.parseInt(fields[0].substring(1)) % 40 < 21;
            boolean answers = random.nextUniform() < (woman ? .82 : .68);
            double mood = random.nextUniform() * 2.2 + (woman ? .5 : 0) + (fields[1].equals("c") ? .6 : 0);
            List<String> points = new ArrayList<>();
            for (int item = 0; item < 6; item++) {
                long point = Math.max(1, Math.min(5, Math.round(1 + mood + random.nextUniform() * 1.8)));
                points.add(
                        item == 5 && random.nextUniform() < .04 ? "dk" : Long.toString(item == 4 ? 6 - point : point));
            }
            if (answers) {
                csv.append(fields[1]).append(',').append(fields[2]).append(',').append(String.join(",", points));
                csv.append(',').append(fields[1]).append(woman ? ",f\n" : ",m\n");
            }
        }
        return csv.toString();
    }

    /** The answers that R read; without the weights of the draw where weights are fitted. */
    private void answers(boolean weighted) throws IOException {
        String answers = resource("drawn-answers.csv");
        Files.writeString(
                home.resolve("answers.csv"), weighted ? answers : answers.replaceAll("(?m)^([^,\n]*),[^,\n]*,", "$1,"));
    }

    private Map<String, Node> analysed() {
        String json = run("analyze", "--survey", home.toString(), "--answers", path("answers.csv"));
        Map<String, Node> results = new TreeMap<>();
        Node all = Json.read("out", json.getBytes(StandardCharsets.UTF_8));
        all.get("results")
                .elements()
                .forEach(each -> results.put(each.get("key").text(), each));
        all.get("tables").elements().stream()
                .filter(table -> table.get("key").text().equals("T4.7.means"))
                .flatMap(table -> table.get("rows").elements().stream())
                .filter(row -> row.elements().get(0).text().equals("overall")
                        && row.elements().get(1).text().equals("sex"))
                .forEach(row -> results.put("score." + row.elements().get(2).text(), row));
        return results;
    }

    private static double number(Node node) {
        return Double.parseDouble(node.text());
    }

    private static void same(String of, Properties r, String key, Node found) {
        assertEquals(Double.parseDouble(r.getProperty(of + key)), number(found), EXACT, of + key);
    }

    private static void sameInterval(String of, Properties r, String key, Node result) {
        same(of, r, key, result.get("value"));
        same(of, r, key + ".lower", result.get("ci").get("lower"));
        same(of, r, key + ".upper", result.get("ci").get("upper"));
    }

    private static void sameNumbers(String of, Map<String, Node> found) throws IOException {
        Properties r = expected();
        sameInterval(of, r, "mean", found.get("overall.item_mean"));
        sameInterval(of, r, "share", found.get("overall.t2b"));
        same(of, r, "share.se", found.get("overall.t2b.se").get("value"));
        same(of, r, "mean.se", found.get("overall.item_mean.se").get("value"));
        for (String statistic : List.of("f", "ndf", "ddf")) {
            same(of, r, statistic, found.get("item.all." + statistic + ".sex").get("value"));
        }
        same(of, r, "p", found.get("item.all.p_value.sex").get("value"));
        for (String group : List.of("f", "m")) {
            List<Node> row = found.get("score." + group).elements();
            same(of, r, "score." + group, row.get(5));
            same(of, r, "score." + group + ".lower", row.get(7));
            same(of, r, "score." + group + ".upper", row.get(8));
        }
    }

    @Test
    void theGeneratorStillMakesTheAnswersThatRRead() throws IOException {
        assertEquals(resource("drawn-answers.csv"), answers());
    }

    @Test
    void drawnAnswersAreAnalysedAsRDoes() throws IOException {
        answers(true);
        Map<String, Node> found = analysed();
        sameNumbers("drawn.", found);
        assertFalse(found.containsKey("overall.t2b.se_fixed_weights"), "these weights were not fitted");
    }

    /** The variance that knows of the fit, and that which takes the weights as given: each by its name. */
    @Test
    void fittedAnswersHaveBothVariances() throws IOException {
        answers(false);
        survey(MARGINS);
        Map<String, Node> found = analysed();
        sameNumbers("fitted.", found);
        Properties r = expected();
        same("given.", r, "share.se", found.get("overall.t2b.se_fixed_weights").get("value"));
        same(
                "given.",
                r,
                "mean.se",
                found.get("overall.item_mean.se_fixed_weights").get("value"));
    }

    /** Nobody of the small area answered: whoever reads only the sentence, or only what the command says, must know it. */
    @Test
    void weightsThatCannotBeMadeAreSaid() throws IOException {
        answers(false);
        survey(MARGINS);
        String answers = Files.readString(home.resolve("answers.csv"));
        Files.writeString(home.resolve("answers.csv"), answers.replaceAll("(?m)^c,.*\n", ""));
        Shell.Ran ran = Shell.run("analyze", "--survey", home.toString(), "--answers", path("answers.csv"));
        assertEquals(Exit.DONE, ran.code());
        assertTrue(ran.err().contains("「丙」但樣本沒有"), ran.err());
        Node sample =
                Json.read("out", ran.out().getBytes(StandardCharsets.UTF_8)).get("sample");
        assertTrue(sample.get("sentence").text().contains("但樣本沒有"));
    }

    @Test
    void weightMakesTheWeightsOfR() throws IOException {
        answers(false);
        run("weight", "--answers", path("answers.csv"), "--margins", path("margins.yaml"), "--out", path("weighted"));
        Properties r = expected();
        List<String> rows = Files.readString(home.resolve("weighted/weights.csv"))
                .lines()
                .skip(1)
                .toList();
        assertEquals(resource("drawn-answers.csv").lines().count() - 1, rows.size());
        for (String row : rows) {
            String[] fields = row.split(",", -1);
            String key = "weight." + fields[1] + "." + fields[2];
            assertEquals(Double.parseDouble(r.getProperty(key)), Double.parseDouble(fields[5]), EXACT, key);
        }
    }
}
