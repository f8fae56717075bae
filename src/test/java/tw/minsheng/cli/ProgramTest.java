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

    @Test
    void missingFileIs1InTheLanguageAskedFor() {
        Shell.Ran chinese = Shell.run("survey", "check", "nowhere");
        assertEquals(Exit.FAULTS, chinese.code());
        assertEquals("找不到檔案 nowhere", chinese.err().strip());
        assertEquals(
                "The file nowhere is not found",
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
}
