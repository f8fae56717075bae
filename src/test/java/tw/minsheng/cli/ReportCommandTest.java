package tw.minsheng.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.minsheng.format.Json;
import tw.minsheng.format.Node;

/** What an analyst does: a folder with a survey, a file with answers, nothing running. */
class ReportCommandTest {

    private static final String SURVEY = "surveys/kcg-urban/housing-subsidy";

    @TempDir
    private Path folder;

    private Path answers(String csv) throws IOException {
        return Files.writeString(folder.resolve("answers.csv"), csv);
    }

    private Shell.Ran report(Path answers, Path out) {
        return Shell.run("report", "--survey", SURVEY, "--answers", answers.toString(), "--out", out.toString());
    }

    @Test
    void valueOutsideTheDefinitionLeavesNoFolder() throws IOException {
        Path out = folder.resolve("out");
        Shell.Ran ran = report(answers("app_info\n5\n7\n"), out);
        assertEquals(Exit.FAULTS, ran.code(), ran.err());
        assertTrue(ran.err().contains("第 3 列「app_info」的值「7」"), ran.err());
        assertFalse(Files.exists(out));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(folder.resolve("answers.csv")), left.toList());
        }
    }

    @Test
    void folderOfOthersIsRefused() throws IOException {
        Path out = Files.createDirectory(folder.resolve("out"));
        Files.writeString(out.resolve("letter.txt"), "mine");
        Shell.Ran ran = report(answers("app_info\n5\n"), out);
        assertEquals(Exit.FAULTS, ran.code());
        assertTrue(ran.err().contains("已有其他檔案"), ran.err());
        assertEquals("mine", Files.readString(out.resolve("letter.txt")));
    }

    @Test
    void missingFilesAreNamed() {
        Shell.Ran ran = Shell.run("analyze", "--survey", SURVEY, "--answers", "nowhere.csv");
        assertEquals(Exit.FAULTS, ran.code());
        assertEquals("找不到檔案 nowhere.csv；請確認路徑與檔名", ran.err().strip());
        assertEquals(
                Exit.FAULTS,
                Shell.run("analyze", "--survey", "nowhere", "--answers", "x").code());
        assertEquals(Exit.USAGE, Shell.run("analyze", "--survey", SURVEY).code());
    }

    @Test
    void analyzeGivesJsonOnStandardOutput() throws IOException {
        Shell.Ran ran = Shell.run(
                "analyze",
                "--survey",
                SURVEY,
                "--answers",
                answers("app_info\n5\n4\ndk\n").toString());
        assertEquals(Exit.DONE, ran.code(), ran.err());
        Node json = Json.read("out", ran.out().getBytes(StandardCharsets.UTF_8));
        assertEquals("3", json.get("data").get("rows").text());
        assertEquals("2", json.get("data").get("used").text());
        assertEquals(64, json.get("data").get("sha256").text().length());
        assertEquals(64, json.get("survey").get("hash").text().length());
    }

    @Test
    void reportHasItsFilesAndCanBeMadeAgain() throws IOException {
        Path out = folder.resolve("out");
        Path answers = answers("app_info,app_form,app_online,app_papers\n5,4,4,5\n3,4,2,1\n1,2,2,1\n4,4,5,3\n");
        Shell.Ran ran = report(answers, out);
        assertEquals(Exit.DONE, ran.code(), ran.err());
        String page = Files.readString(out.resolve("report.html"));
        assertTrue(page.contains(" --profile full --lang "), "the command can be run again");
        assertTrue(page.contains(" --out " + out.getFileName()), "with its folder");
        for (String file : List.of("report.html", "report.pdf", "results.json", "codebook.csv")) {
            assertTrue(Files.size(out.resolve(file)) > 0, file);
        }
        assertTrue(Files.exists(out.resolve("charts/F3.3.svg")));
        assertTrue(Files.exists(out.resolve("tables/T4.2.csv")));
        assertTrue(ran.err().contains("完成"), ran.err());
        assertTrue(ran.err().contains("報告為草稿，尚缺下列事項"), ran.err());
        assertTrue(ran.err().contains("  主持人：請填 facts.yaml 的 principal"), ran.err());
        byte[] first = Files.readAllBytes(out.resolve("results.json"));
        assertEquals(Exit.DONE, report(answers, out).code());
        assertArrayEquals(first, Files.readAllBytes(out.resolve("results.json")));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(2, left.count());
        }
    }
}
