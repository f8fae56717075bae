package tw.minsheng.survey.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.minsheng.format.Json;
import tw.minsheng.format.Node;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Problem;
import tw.minsheng.kernel.ProblemWords;
import tw.minsheng.kernel.Sha256;
import tw.minsheng.kernel.Texts;
import tw.minsheng.survey.file.lint.Finding;
import tw.minsheng.survey.file.lint.Rule;
import tw.minsheng.survey.file.lint.Sample;

class PublishingTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    private Path home;

    @Test
    void warningWithoutAReasonIsRefused() throws IOException {
        put(Sample.make().edit("環境整潔", "環境整潔與舒適"));
        Publishing.Outcome refused = publish(Map.of(), Map.of());
        assertEquals(List.of(Rule.L41), rules(refused));
        assertEquals(List.of(Rule.L41), rules(publish(Map.of(Rule.L41, " "), Map.of())));
        assertFalse(Files.exists(home.resolve("published")));
        assertTrue(publish(Map.of(Rule.L41, "沿用"), Map.of()).isNew());
    }

    @Test
    void errorIsRefusedWhateverTheReason() throws IOException {
        put(Sample.make().edit("limit: 120", "limit: 0"));
        assertEquals(List.of(Rule.L39), rules(publish(Map.of(Rule.L39, "no"), Map.of())));
    }

    @Test
    void publishedBytesAreTheHashedBytes() throws IOException {
        put(Sample.make());
        Publishing.Outcome outcome = publish(Map.of(), Map.of());
        assertEquals("1.0.0", outcome.version());
        byte[] bytes = Files.readAllBytes(home.resolve("published/1.0.0.json"));
        assertEquals(outcome.hash(), Sha256.hexOf(bytes));
        assertEquals(CheckedSurvey.of(folder()).version().hash(), outcome.hash());
        Node meta = Json.read("meta", Files.readAllBytes(home.resolve("published/1.0.0.meta.json")));
        assertEquals("秘書室", meta.get("by").text());
        assertEquals("2026-01-02T03:04:05Z", meta.get("at").text());
        assertEquals(outcome.hash(), meta.get("hash").text());
    }

    @Test
    void sameVersionTwiceIsWrittenOnce() throws IOException {
        put(Sample.make());
        publish(Map.of(), Map.of());
        byte[] before = Files.readAllBytes(home.resolve("published/1.0.0.meta.json"));
        assertFalse(publish(Map.of(), Map.of()).isNew());
        assertArrayEquals(before, Files.readAllBytes(home.resolve("published/1.0.0.meta.json")));
    }

    @Test
    void publishedVersionWithOtherContentIsRefused() throws IOException {
        put(Sample.make());
        publish(Map.of(), Map.of());
        put(Sample.make().edit("臨櫃調查", "別的調查"));
        assertEquals(List.of(Rule.L13), rules(publish(Map.of(), Map.of())));
    }

    @Test
    void tooLowAVersionIsRefusedUnlessTheMeaningIsTheSame() throws IOException {
        put(Sample.make());
        publish(Map.of(), Map.of());
        put(Sample.make().edit("version: 1.0.0", "version: 1.0.1").edit("環境整潔", "環境清潔"));
        assertEquals(List.of(Rule.L14), rules(publish(Map.of(), Map.of())));
        assertTrue(publish(Map.of(), Map.of("env_a", "同義詞")).isNew());
        Node meta = Json.read("meta", Files.readAllBytes(home.resolve("published/1.0.1.meta.json")));
        assertEquals(
                "同義詞", meta.get("sameMeaning").elements().get(0).get("reason").text());
        assertEquals("patch", meta.get("class").text());
    }

    @Test
    void publishedVersionReadsBackAsTheSameSurvey() throws IOException {
        put(Sample.make()
                .edit("status: draft", "status: published")
                .edit("  env: {label", "  zz_env: {label")
                .edit("meanSatisfied(env) < 0.80 and n(env)", "meanSatisfied(zz_env) < 0.80 and n(zz_env)"));
        publish(Map.of(), Map.of());
        SurveyVersion written = CheckedSurvey.of(folder()).version();
        put(Sample.make().edit("version: 1.0.0", "version: 2.0.0"));
        Files.writeString(home.resolve("population/counter.csv"), "code,n\nroad,1\nbuild,299\n");
        SurveyVersion read = folder().versions().get(0);
        assertEquals(written.hash(), read.hash());
        assertEquals(written.survey(), read.survey());
        assertEquals(
                List.copyOf(written.survey().scales().keySet()),
                List.copyOf(read.survey().scales().keySet()));
        assertEquals(300, read.survey().sampling().strata().targets().total());
        assertEquals(100, read.survey().sampling().strata().targets().counts().get("road"));
        SurveyVersion again = SurveyVersion.read(read.json(), read.files());
        assertEquals(read, again);
    }

    @Test
    void filesOutsideTheFolderAreNotThere() throws IOException {
        put(Sample.make());
        Path secret = Files.writeString(home.getParent().resolve("secret.csv"), "code,n\nroad,1\n");
        Files.createSymbolicLink(home.resolve("link.csv"), secret);
        SurveyFolder folder = folder();
        for (String name : List.of(
                "../secret.csv",
                secret.toString(),
                "population/../../secret.csv",
                "link.csv",
                "population",
                "a\0b",
                "..\\x")) {
            assertTrue(folder.file(name).isEmpty(), name);
        }
        assertTrue(folder.file("population/counter.csv").isPresent());
        Files.delete(secret);
    }

    @Test
    void faultySurveyIsNotHandedOut() throws IOException {
        put(Sample.make().edit("limit: 120", "limit: 0"));
        CheckedSurvey checked = CheckedSurvey.of(folder());
        assertTrue(checked.hasErrors());
        Problem problem = assertThrows(Problem.class, checked::survey);
        assertEquals("survey.faults", problem.code());
        assertEquals(1, problem.faults().size());
        String said = new ProblemWords(List.of(Texts.of(SurveyFolder.class)))
                .of(Language.ZH_TW, problem.faults().get(0));
        assertTrue(said.matches("(?s).*survey\\.yaml 第 \\d+ 行 \\[L\\d\\d] .*"), said);
        assertEquals(
                "file.not_found",
                assertThrows(Problem.class, () -> SurveyFolder.at(home.resolve("nowhere")))
                        .code());
    }

    private SurveyFolder folder() {
        return SurveyFolder.at(home);
    }

    private Publishing.Outcome publish(Map<Rule, String> accepted, Map<String, String> sameMeaning) {
        return Publishing.publish(folder(), new Publishing.Order("秘書室", NOW, accepted, sameMeaning));
    }

    private static List<Rule> rules(Publishing.Outcome outcome) {
        return outcome.refused().stream().map(Finding::rule).toList();
    }

    private void put(Sample sample) throws IOException {
        Files.writeString(home.resolve("survey.yaml"), sample.yaml(), StandardCharsets.UTF_8);
        for (Map.Entry<String, byte[]> file : sample.files().entrySet()) {
            Path path = home.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }
}
