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

class SurveyCommandsTest {

    @TempDir
    private Path home;

    @Test
    void errorsAre1AndWarningsAlone0() throws IOException {
        put(Sample.make().edit("limit: 120", "limit: 0"));
        assertEquals(Exit.FAULTS, Shell.run("survey", "check", home.toString()).code());
        put(Sample.make().edit("環境整潔", "環境整潔與舒適"));
        Shell.Ran warned = Shell.run("survey", "check", home.toString());
        assertEquals(Exit.DONE, warned.code());
        assertTrue(warned.out().contains("[L41]") && warned.out().contains("〔提醒〕"), warned.out());
    }

    @Test
    void findingsAsJsonHaveTheirKeys() throws IOException {
        put(Sample.make().edit("limit: 120", "limit: 0"));
        Shell.Ran ran = Shell.run("survey", "check", home.toString(), "--json", "--lang", "en");
        Node finding = json(ran).elements().get(0);
        assertEquals("L39", finding.get("rule").text());
        assertEquals("error", finding.get("level").text());
        assertEquals(home.resolve("survey.yaml").toString(), finding.get("file").text());
        int line = Sample.make().line("limit: 120");
        assertEquals(Integer.toString(line), finding.get("line").text());
        assertTrue(finding.get("message").text().contains("whole number above 0"));
        assertTrue(finding.get("column") instanceof Node.Num);
    }

    @Test
    void diffGivesTheClassAndTheVersion() throws IOException {
        put(Sample.make());
        assertEquals(Exit.DONE, publish().code());
        put(Sample.make().edit("環境整潔", "環境清潔"));
        String old = home.resolve("published/1.0.0.json").toString();
        Node diff = json(Shell.run("survey", "diff", old, home.toString(), "--json"));
        assertEquals("major", diff.get("class").text());
        assertEquals("2.0.0", diff.get("required_version").text());
        assertEquals("env_a", diff.get("changes").elements().get(0).get("id").text());
        assertEquals("major", diff.get("changes").elements().get(0).get("class").text());
    }

    @Test
    void hashOfTheFileAndOfItsPublishedVersionAreTheSame() throws IOException {
        put(Sample.make());
        publish();
        String published = home.resolve("published/1.0.0.json").toString();
        assertEquals(
                Shell.run("survey", "hash", home.toString()).out(),
                Shell.run("survey", "hash", published).out());
    }

    @Test
    void hashNeedsOnlyThatTheFileCanBeRead() throws IOException {
        Path file = home.resolve("vector.yaml");
        Files.writeString(
                file,
                "id: abc\nversion: 1.0.0\nlanguages: [zh-TW, en]\ntitle: {zh-TW: 臨櫃, en: Counter}\ntrim: [0.3, 3.0]\n");
        assertEquals(
                "af90c6288e4a6dad85a0ffc89a8f081770add37b4296ddbb1fa46ac773fa5acf",
                Shell.run("survey", "hash", file.toString()).out().strip());
        Files.writeString(file, "id: abc\nid: abd\n");
        assertEquals(Exit.FAULTS, Shell.run("survey", "hash", file.toString()).code());
    }

    @Test
    void aDefinitionWithoutItsPopulationFileHasNoHash() throws IOException {
        put(Sample.make());
        Files.delete(home.resolve("population/counter.csv"));
        Shell.Ran refused = Shell.run("survey", "hash", home.toString());
        assertEquals(Exit.FAULTS, refused.code());
        assertEquals("", refused.out());
        assertTrue(refused.err().contains("[L33] 找不到母體檔「population/counter.csv」"), refused.err());
    }

    @Test
    void publishingNeedsANameAndReasons() throws IOException {
        put(Sample.make().edit("環境整潔", "環境整潔與舒適"));
        assertEquals(Exit.USAGE, Shell.run("survey", "publish", home.toString()).code());
        Shell.Ran refused = publish();
        assertEquals(Exit.FAULTS, refused.code());
        assertTrue(refused.err().contains("[L41]"), refused.err());
        assertEquals(Exit.DONE, publish("--accept", "L41=沿用歷年題目").code());
        assertTrue(Files.exists(home.resolve("published/1.0.0.meta.json")));
    }

    @Test
    void onlyWarningsCanBeAccepted() throws IOException {
        put(Sample.make());
        for (String rule : new String[] {"L99", "L02"}) {
            Shell.Ran ran = publish("--accept", rule + "=理由");
            assertEquals(Exit.USAGE, ran.code());
            assertTrue(ran.err().contains("不能用於「" + rule + "」"), ran.err());
            assertTrue(ran.err().contains("L21 L29 L32 L35 L41") && !ran.err().contains("L01"), ran.err());
        }
    }

    /** {@code analyze} names what {@code survey check} would name. */
    @Test
    void analysingAFaultyDefinitionListsItsFaultsWithTheirLines() throws IOException {
        put(Sample.make().edit("limit: 120", "limit: 0"));
        Shell.Ran checked = Shell.run("survey", "check", home.toString());
        Shell.Ran ran = Shell.run("analyze", "--survey", home.toString(), "--answers", "none.csv");
        assertEquals(Exit.FAULTS, ran.code());
        String fault = checked.out().lines().findFirst().orElseThrow();
        assertTrue(fault.contains("行 [L") && ran.err().contains(fault), ran.err());
    }

    private Shell.Ran publish(String... more) {
        String[] all = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("survey", "publish", home.toString(), "--by", "秘書室"),
                        java.util.stream.Stream.of(more))
                .toArray(String[]::new);
        return Shell.run(all);
    }

    private static Node json(Shell.Ran ran) {
        return Json.read("out", ran.out().getBytes(StandardCharsets.UTF_8));
    }

    private void put(Sample sample) throws IOException {
        Files.writeString(home.resolve("survey.yaml"), sample.yaml());
        Files.createDirectories(home.resolve("population"));
        Files.write(home.resolve("population/counter.csv"), sample.files().get("population/counter.csv"));
    }
}
