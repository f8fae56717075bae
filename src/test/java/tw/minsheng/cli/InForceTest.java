package tw.minsheng.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.minsheng.format.Json;
import tw.minsheng.format.Node;
import tw.minsheng.survey.file.lint.Sample;

/** A file of answers does not name versions; the days on which they were published tell where the trend breaks. */
class InForceTest {

    @TempDir
    private Path home;

    private void publish(Sample sample, String version, String at) throws IOException {
        Files.writeString(home.resolve("survey.yaml"), sample.yaml().replace("version: 1.0.0", "version: " + version));
        Files.createDirectories(home.resolve("population"));
        Files.write(home.resolve("population/counter.csv"), sample.files().get("population/counter.csv"));
        Shell.Ran ran = Shell.run("survey", "publish", home.toString(), "--by", "秘書室");
        assertEquals(Exit.DONE, ran.code(), ran.err());
        Path meta = home.resolve("published/" + version + ".meta.json");
        Files.writeString(
                meta, Files.readString(meta).replaceAll("\"at\": \"[^\"]*\"", "\"at\": \"" + at + "T16:30:00Z\""));
    }

    private static String wave(String code, String day, int people) {
        StringBuilder csv = new StringBuilder();
        for (int person = 0; person < people; person++) {
            csv.append(code)
                    .append(",")
                    .append(day)
                    .append(",")
                    .append(1 + person % 5)
                    .append("," + (1 + person % 4));
            csv.append("," + (1 + person % 3))
                    .append("," + (1 + person % 5))
                    .append(person % 3 == 0 ? ",road\n" : ",build\n");
        }
        return csv.toString();
    }

    private Node analysed(String day) throws IOException {
        Path answers = home.resolve("answers.csv");
        Files.writeString(
                answers,
                "_wave,_date,env_a,env_b,env_c,sat_all,counter\n" + wave("113", "2025-03-01", 60)
                        + wave("114", day, 60));
        Shell.Ran ran =
                Shell.run("analyze", "--survey", home.toString(), "--answers", answers.toString(), "--wave", "114");
        assertEquals(Exit.DONE, ran.code(), ran.err());
        Node results = Json.read("out", ran.out().getBytes(StandardCharsets.UTF_8));
        return results.get("results").elements().stream()
                .filter(each -> each.get("key").text().equals("construct.env.score_100.diff"))
                .findFirst()
                .orElseThrow();
    }

    /** Published at half past midnight of 2 June, the day after in Taiwan: answers of that day and later are to the new version. */
    @Test
    void aMajorVersionBetweenTwoWavesBreaksTheTrend() throws IOException {
        publish(Sample.make(), "1.0.0", "2025-01-10");
        publish(Sample.make().edit("環境整潔", "環境清潔"), "2.0.0", "2025-06-01");
        assertEquals("not_comparable", analysed("2025-06-02").get("reason").text());
        assertTrue(analysed("2025-06-01").get("value") instanceof Node.Num);
    }
}
