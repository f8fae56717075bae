package tw.minsheng.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import tw.minsheng.format.Json;
import tw.minsheng.format.Node;
import tw.minsheng.kernel.Language;

class ProgramTest {

    @Test
    void wrongUsageIs2AndNamesTheHelp() {
        Shell.Ran unknown = Shell.run("survey", "check", "--nonsense", "x");
        assertEquals(Exit.USAGE, unknown.code());
        assertTrue(unknown.err().contains("minsheng survey check --help"), unknown.err());
        assertEquals(Exit.USAGE, Shell.run().code());
        assertEquals(Exit.USAGE, Shell.run("survey").code());
        assertEquals(Exit.USAGE, Shell.run("survey", "check").code());
        assertEquals(
                Exit.USAGE, Shell.run("survey", "check", "--lang", "fr", "x").code());
    }

    private static String misuse(String language, String... arguments) {
        String[] all = Stream.concat(Stream.of(arguments), Stream.of("--lang", language))
                .toArray(String[]::new);
        Shell.Ran ran = Shell.run(all);
        assertEquals(Exit.USAGE, ran.code(), ran.err());
        assertEquals("", ran.out());
        return ran.err().lines().findFirst().orElse("");
    }

    @Test
    void wrongUsageIsSaidInTheLanguageAskedFor() {
        assertEquals("用法有誤：缺少 --margin E", misuse("zh-TW", "sample", "size"));
        assertEquals("用法有誤：缺少 PATH", misuse("zh-TW", "survey", "check"));
        assertEquals("用法有誤：--margin 的值「abc」不能使用；應為：數字，例如 .05", misuse("zh-TW", "sample", "size", "--margin", "abc"));
        assertEquals(
                "用法有誤：--population 的值「1.5」不能使用；應為：整數",
                misuse("zh-TW", "sample", "size", "--margin", ".03", "--population", "1.5"));
        assertEquals(
                "用法有誤：--profile 的值「thin」不能使用；應為：full | light",
                misuse("zh-TW", "report", "--survey", "a", "--answers", "b", "--out", "c", "--profile", "thin"));
        assertEquals(
                "用法有誤：--accept 的值「L21」不能使用；應為：以等號相連的一對，RULE=REASON",
                misuse("zh-TW", "survey", "publish", "a", "--by", "b", "--accept", "L21"));
        assertTrue(misuse("zh-TW", "survey", "chekc").startsWith("用法有誤：不認得「chekc」"));
        assertTrue(misuse("zh-TW", "survey", "check", "a", "--nonsense").startsWith("用法有誤：不認得「--nonsense」"));
        assertTrue(misuse("en", "sample", "size").endsWith("--margin E is missing"));
    }

    @Test
    void valueOfTheLanguageThatIsUnknownNamesTheLanguages() {
        Shell.Ran ran = Shell.run("survey", "check", "x", "--lang", "fr");
        assertEquals(Exit.USAGE, ran.code());
        assertTrue(ran.err().startsWith("用法有誤：--lang 的值「fr」不能使用；應為：zh-TW|en"), ran.err());
    }

    @Test
    void missingFileIs1InTheLanguageAskedFor() {
        Shell.Ran chinese = Shell.run("survey", "check", "nowhere");
        assertEquals(Exit.FAULTS, chinese.code());
        assertEquals("找不到檔案 nowhere；請確認路徑與檔名", chinese.err().strip());
        assertEquals(
                "The file nowhere is not found; check its path and name",
                Shell.run("survey", "check", "nowhere", "--lang", "en").err().strip());
    }

    @Test
    void everyCommandHasHelpWithAnExampleInBothLanguages() {
        for (Language language : new Language[] {Language.ZH_TW, Language.EN}) {
            commands(language).forEach(line -> {
                String name = line.getCommandSpec().qualifiedName();
                String help = line.getUsageMessage();
                assertTrue(help.contains("minsheng "), name);
                assertFalse(line.getCommandSpec().usageMessage().description().length == 0, name + " description");
                String example =
                        String.join("\n", line.getCommandSpec().usageMessage().footer());
                assertTrue(example.contains(name), name + " example: " + example);
                for (OptionSpec option : line.getCommandSpec().options()) {
                    assertFalse(option.description().length == 0, name + " " + option.longestName());
                }
            });
        }
    }

    private static Stream<CommandLine> commands(Language language) {
        return Program.everything(Shell.program().commandLine(language));
    }

    @Test
    void helpAndVersionAre0OnStandardOutput() {
        Shell.Ran help = Shell.run("survey", "hash", "--help", "--lang=en");
        assertEquals(Exit.DONE, help.code());
        assertTrue(help.out().contains("SHA-256 of a survey definition"), help.out());
        assertEquals("minsheng 0", Shell.run("--version").out().strip());
    }

    @Test
    void outputThatIsLostIs3WithItsReason() {
        String[] json = {"sample", "size", "--margin", ".03", "--json"};
        String[] words = {"sample", "size", "--margin", ".03", "--lang", "en"};
        for (String[] arguments : new String[][] {json, words, {"sample", "size", "--help"}, {"--version"}}) {
            assertEquals(Exit.ENVIRONMENT, Shell.onFullDisk(arguments).code());
        }
        assertTrue(Shell.onFullDisk(json).err().startsWith("結果無法寫出：磁碟已滿"));
        assertTrue(Shell.onFullDisk(words).err().startsWith("The output could not be written: the disk is full"));
    }

    /** The case of the specification: N 48,210, e .03, response .35. */
    @Test
    void sampleSizeGivesTheKeysOfThePlan() {
        Shell.Ran ran = Shell.run(
                "sample", "size", "--margin", ".03", "--population", "48210", "--response-rate", ".35", "--json");
        assertEquals(Exit.DONE, ran.code());
        Node json = Json.read("out", ran.out().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertEquals("1044", json.get("n_fpc_int").text());
        assertEquals("1068", json.get("n0_int").text());
        assertEquals("1044", json.get("n_deff_after_fpc_int").text());
        assertEquals("2983", json.get("invites_after").text());
    }

    /** 100 people of whom 10 of 100 answer: the formula asks for 920, all there are give 10. */
    @Test
    void morePeopleThanThereAreIsTold() {
        String[] plan = {"sample", "size", "--margin", ".03", "--population", "100", "--response-rate", ".1"};
        String printed = Shell.run(plan).out();
        assertTrue(printed.contains("做不到：照公式應邀請 920 人，但母體只有 100 人；全部邀請也只得約 10 份"), printed);
        // qnorm(.975)*sqrt(.25/10)*sqrt(90/99) = .29547
        assertTrue(printed.contains("±29.6%") && printed.contains("提高到 92% 以上"), printed);
        assertFalse(printed.contains("應邀請人數"), printed);
        Node json = Json.read(
                "out",
                Shell.run(Stream.concat(Stream.of(plan), Stream.of("--json")).toArray(String[]::new))
                        .out()
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertEquals("sample_exceeds_population", json.get("warnings").texts().get(0));
        assertEquals("100", json.get("everybody").get("invites").text());
        assertEquals("10", json.get("everybody").get("answers").text());
        assertEquals("920", json.get("invites_after").text());
    }

    @Test
    void impossibleSampleSizesAreWrongUsage() {
        assertEquals(Exit.USAGE, Shell.run("sample", "size", "--margin", "3").code());
        assertEquals(Exit.USAGE, Shell.run("sample", "size", "--margin", "0").code());
        assertEquals(
                Exit.USAGE,
                Shell.run("sample", "size", "--margin", ".03", "--population", "0")
                        .code());
        assertEquals(
                Exit.USAGE,
                Shell.run("sample", "size", "--margin", ".03", "--response-rate", "0")
                        .code());
    }

    @Test
    void sampleSizeThatCannotBeCountedIsWrongUsage() {
        assertTrue(misuse("zh-TW", "sample", "size", "--margin", "1e-300").contains("請放大 --margin"));
        assertTrue(misuse("zh-TW", "sample", "size", "--margin", ".03", "--response-rate", "1e-300")
                .contains("請放大 --margin"));
        assertTrue(misuse("zh-TW", "sample", "size", "--margin", ".03", "--response-rate", "1.1")
                .contains("大於 0，且不大於 1"));
        assertEquals(
                Exit.DONE,
                Shell.run("sample", "size", "--margin", ".03", "--response-rate", "1")
                        .code());
    }

    /** SS1 of statistics.md: tiny e → N. */
    @Test
    void tinyMarginAsksTheWholePopulation() {
        for (String margin : new String[] {"1e-300", "1e-12"}) {
            String[] plan = {"sample", "size", "--margin", margin, "--population", "48210"};
            Shell.Ran ran = Shell.run(
                    Stream.concat(Stream.of(plan), Stream.of("--json")).toArray(String[]::new));
            assertEquals(Exit.DONE, ran.code(), ran.err());
            Node json = Json.read("out", ran.out().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            assertEquals("48210", json.get("n_fpc_int").text());
            assertFalse(json.get("n0").isGiven());
            String printed = Shell.run(plan).out();
            assertTrue(printed.startsWith("抽樣誤差 ±") && printed.lines().allMatch(line -> line.length() < 100), printed);
        }
    }

    @Test
    void anOptionThatComesTwiceIsNamedInTheLanguageOfTheUser() {
        Shell.Ran ran = Shell.run("survey", "hash", "x.yaml", "--lang=zh-TW", "--lang=en");
        assertEquals(2, ran.code());
        assertTrue(ran.err().contains("--lang"), ran.err());
        Shell.Ran scale = Shell.run("stats", "scale", "--data", "a", "--data", "b", "--definition", "c");
        assertEquals(2, scale.code());
        assertTrue(scale.err().contains("--data 只能寫一次"), scale.err());
    }
}
