package tw.minsheng.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.minsheng.format.Json;
import tw.minsheng.format.Node;

/** {@code stats scale}: what is wrong with a file is told by row, column and value; what is right equals the reference. */
class StatsScaleCommandTest {

    private static final Path REFERENCE = Path.of("src/test/resources/reference/psychometrics");
    private static final String THREE =
            "{\"items\": [\"q1\", \"q2\", \"q3\"], \"reverse\": [\"q3\"], \"min\": 1, \"max\": 5}";

    @TempDir
    private Path folder;

    private Shell.Ran ran(String csv, String json, String... more) throws IOException {
        Path data = Files.writeString(folder.resolve("answers.csv"), csv);
        Path definition = Files.writeString(folder.resolve("scale.json"), json);
        return run(data, definition, more);
    }

    private static Shell.Ran run(Path data, Path definition, String... more) {
        String[] arguments = new String[6 + more.length];
        String[] first = {"stats", "scale", "--data", data.toString(), "--definition", definition.toString()};
        System.arraycopy(first, 0, arguments, 0, first.length);
        System.arraycopy(more, 0, arguments, first.length, more.length);
        return Shell.run(arguments);
    }

    private void refused(String csv, String json, String words) throws IOException {
        Shell.Ran ran = ran(csv, json, "--lang=en");
        assertEquals(Exit.FAULTS, ran.code(), ran.err());
        assertTrue(ran.err().contains(words), ran.err());
        assertEquals("", ran.out());
        assertFalse(ran.err().contains("Exception"), ran.err());
    }

    @Test
    void answerOutsideTheScaleIsRefusedWithItsPlace() throws IOException {
        refused("q1,q2,q3\n1,2,3\n1,9,3\n", THREE, "row 3, column “q2”: 9 lies outside the scale, 1 to 5");
        assertTrue(ran("q1,q2,q3\n1,9,3\n", THREE).err().contains("第 2 列「q2」欄：9 不在量表範圍 1 至 5 之內"));
    }

    @Test
    void whatIsNoNumberIsRefusedWithItsPlace() throws IOException {
        refused("q1,q2,q3\n1,two,3\n", THREE, "row 2, column “q2”: “two” is not a number");
        refused("q1,q2,q3\n1,NaN,3\n", THREE, "“NaN” is not a number");
        refused("q1,q2,q3\n1,0x1p1,3\n", THREE, "“0x1p1” is not a number");
        refused("q1,q2,q3\n1,2d,3\n", THREE, "“2d” is not a number");
    }

    @Test
    void columnsThatAreMissingOrTwiceAreRefused() throws IOException {
        refused("q1,q2\n1,2\n", THREE, "has no column “q3”");
        refused("q1,q2,q3,q1\n1,2,3,4\n", THREE, "the column “q1” comes twice");
        refused("q1,q2,q3\n1,2\n", THREE, "2 fields");
    }

    @Test
    void otherSeparatorsThanCommasAreNamed() throws IOException {
        refused("q1;q2;q3\n1;2;3\n", THREE, "must be separated by commas");
        refused("q1\tq2\tq3\n1\t2\t3\n", THREE, "must be separated by commas");
    }

    @Test
    void folderInPlaceOfAFileIsNamed() throws IOException {
        Path definition = Files.writeString(folder.resolve("scale.json"), THREE);
        assertTrue(run(folder, definition, "--lang=en").err().contains("is a folder; name a file"));
        assertTrue(run(definition, folder, "--lang=en").err().contains("is a folder; name a file"));
    }

    @Test
    void definitionMayComeFromStandardInputUnlessTheDataDoes() throws IOException {
        String csv = "q1,q2,q3\n1,2,5\n2,2,4\n4,5,1\n";
        Path data = Files.writeString(folder.resolve("answers.csv"), csv);
        Shell.Ran fed = Shell.fed(
                "\uFEFF" + THREE, "stats", "scale", "--data", data.toString(), "--definition", "-", "--lang=en");
        assertEquals(Exit.DONE, fed.code(), fed.err());
        assertTrue(statistic(fed, "reliability", "total", "listwise", "n").isGiven());
        Shell.Ran both = Shell.fed(THREE, "stats", "scale", "--data", "-", "--definition", "-", "--lang=en");
        assertEquals(Exit.USAGE, both.code());
        assertTrue(both.err().contains("cannot both be - (standard input)"), both.err());
    }

    /** What is asked for decides nothing about what is right. */
    @Test
    void columnsOfTheDefinitionAreCheckedWhateverIsAskedFor() throws IOException {
        String grouped = THREE.replace("}", ", \"group\": \"sex\", \"criterion\": \"overall\"}");
        String[] sums = {"--statistics", "alpha_raw", "--lang=en"};
        for (String csv : new String[] {
            "q1,q2,q3,sex\n1,2,3,f\n", "q1,q2,q3,overall\n1,2,3,4\n", "overall,q1,q2,q3,sex\ngood,1,2,3,f\n"
        }) {
            Shell.Ran ran = ran(csv, grouped, sums);
            assertEquals(Exit.FAULTS, ran.code(), csv);
            assertTrue(ran.err().contains("has no column") || ran.err().contains("“good” is not a number"), ran.err());
        }
        String csv = "overall,q1,q2,q3,sex\n9,1,2,5,f\n,2,2,4,f\n7.5,4,5,1,m\n8,5,4,2,m\n";
        Shell.Ran quick = ran(csv, grouped, sums);
        assertFalse(quick.out().contains("seed"), quick.out());
        assertEquals(
                number(statistic(ran(csv, grouped), "reliability", "total", "listwise", "alpha_raw")),
                number(statistic(quick, "reliability", "total", "listwise", "alpha_raw")),
                1e-12);
    }

    @Test
    void filesWithoutAnswersAreRefused() throws IOException {
        refused("", THREE, "is empty");
        refused("q1,q2,q3\n", THREE, "no answers");
        refused("a,b\n1,2\n", "{}", "nothing to compute");
    }

    @Test
    void everyFaultOfTheDefinitionIsTold() throws IOException {
        String json = "{\"items\": [\"q1\", \"q1\", 3], \"reverse\": [\"q9\"], \"min\": 5, \"max\": \"x\","
                + " \"factors\": {\"a\": [\"q1\"], \"b\": [\"q1\", \"q8\"], \"c\": []}}";
        Shell.Ran ran = ran("q1\n1\n", json, "--lang=en");
        assertEquals(Exit.FAULTS, ran.code());
        for (String words : new String[] {
            "items: “q1” comes twice",
            "items: “3” is no column name",
            "reverse: “q9” is not among the items",
            "max: must be a number, not “x”",
            "factors.b: “q1” comes twice",
            "factors.b: “q8” is not among the items",
            "factors.c: a factor without items"
        }) {
            assertTrue(ran.err().contains(words), words + " in " + ran.err());
        }
        for (String other : new String[] {"[]", "null", "[\"a\"]"}) {
            refused("q1,q2,q3\n1,2,3\n", other, "the whole must be one JSON object");
        }
        refused("q1,q2,q3\n1,2,3\n", THREE.replace(", \"min\": 1", ""), "min: the key is missing");
        refused("q1,q2,q3\n1,2,3\n", "{\"items\"", "scale.json");
        refused("q1,q2,q3\n1,2,3\n", THREE.replace("\"min\": 1", "\"min\": 6"), "must be below the highest");
    }

    /** Without its reverse item the scale would have another α, and nobody would be told. */
    @Test
    void aKeyThatIsNearlyAKnownOneIsRefused() throws IOException {
        String csv = "q1,q2,q3\n1,2,3\n2,2,4\n5,4,1\n";
        for (String key : new String[] {"reversed", "reverse_items", "Reverse"}) {
            refused(csv, THREE.replace("reverse", key), key + ": there is no such key; “reverse” is probably meant");
        }
        for (String more : new String[] {"factor:factors", "gruop:group", "criteria:criterion", "nFactors:n_factors"}) {
            String[] keys = more.split(":", 2);
            refused(csv, THREE.replace("}", ", \"" + keys[0] + "\": 1}"), "“" + keys[1] + "” is probably meant");
        }
        refused(csv, THREE.replace("\"min\"", "\"minimum\""), "“min” is probably meant");
        String others = THREE.replace("}", ", \"id\": \"x\", \"title\": \"y\", \"missing_cells\": 0, \"note\": \"\"}");
        assertEquals(Exit.DONE, ran(csv, others).code());
    }

    @Test
    void wrongUsageIs2AndFilesThatAreNotThereAre1() throws IOException {
        assertEquals(Exit.USAGE, Shell.run("stats", "scale").code());
        assertEquals(Exit.USAGE, Shell.run("stats").code());
        assertEquals(Exit.USAGE, ran("q1\n1\n", THREE, "--missing", "impute").code());
        assertEquals(
                Exit.FAULTS,
                run(folder.resolve("none.csv"), folder.resolve("none.json")).code());
    }

    @Test
    void helpShowsAnExampleOfTheDefinition() {
        Shell.Ran help = Shell.run("stats", "scale", "--help", "--lang=en");
        assertEquals(Exit.DONE, help.code());
        assertTrue(help.out().contains("\"reverse\": [\"q4\"]"), help.out());
    }

    private static Node statistic(Shell.Ran ran, String block, String scale, String missing, String name) {
        Node root = Json.read("out", ran.out().getBytes(StandardCharsets.UTF_8));
        return root.get("blocks").elements().stream()
                .filter(one -> one.get("block").text().equals(block)
                        && one.get("scale").text().equals(scale)
                        && one.get("missing").text().equals(missing))
                .findFirst()
                .orElseThrow()
                .get("stats")
                .get(name);
    }

    private static double number(Node statistic) {
        return Double.parseDouble(statistic.get("value").text());
    }

    /** Numbers: synth_sat_a.json, made by R; C4 for the n of pairwise deletion. */
    @Test
    void setOfTheReferenceGivesItsNumbers() {
        Shell.Ran ran = run(REFERENCE.resolve("synth_sat_a.csv"), REFERENCE.resolve("synth_sat_a.json"));
        assertEquals(Exit.DONE, ran.code(), ran.err());
        assertEquals(.893541234335674, number(statistic(ran, "reliability", "total", "listwise", "alpha_raw")), 1e-12);
        assertEquals(218, number(statistic(ran, "reliability", "total", "listwise", "n")));
        Node lost = statistic(ran, "reliability", "total", "listwise", "alpha_raw")
                .get("warnings")
                .elements()
                .get(0);
        assertEquals("listwise_lost", lost.get("code").text());
        assertEquals("202", lost.get("rows").text());
        assertEquals(3394.9, number(statistic(ran, "efa", "total", "pairwise", "bartlett_chisq")), .1);
        assertTrue(number(statistic(ran, "efa", "total", "pairwise", "bartlett_chisq_smallest_pair")) < 3394);
        assertTrue(statistic(ran, "test_retest", "total", "complete pairs", "pearson")
                .isGiven());
        String seed = Json.read("out", ran.out().getBytes(StandardCharsets.UTF_8))
                .get("seed")
                .text();
        assertFalse(seed.isEmpty());
    }

    @Test
    void oneRuleGivesItsBlocksOnlyAndTheSameBytesAgain() throws IOException {
        String csv = "q1,q2,q3\n1,2,5\n2,2,4\n4,5,1\n5,4,2\n3,,3\n";
        Shell.Ran once = ran(csv, THREE, "--missing", "pairwise");
        assertFalse(once.out().contains("\"listwise\""), once.out());
        assertEquals(once.out(), ran(csv, THREE, "--missing", "pairwise").out());
    }

    @Test
    void whatDoesNotExistIsNullWithItsReason() throws IOException {
        Shell.Ran ran = ran("q1,q2,q3\n1,1,5\n2,2,4\n4,4,2\n5,5,1\n", THREE);
        Node kmo = statistic(ran, "efa", "total", "listwise", "kmo");
        assertFalse(kmo.get("value").isGiven());
        assertEquals("singular_matrix", kmo.get("reason").text());
        assertEquals(1, number(statistic(ran, "reliability", "total", "listwise", "alpha_raw")), 1e-12);
    }

    @Test
    void namesThatHideTheWholeAndColumnsInTwoPartsAreRefused() throws IOException {
        String more = THREE.replace("}", ", \"factors\": {\"total\": [\"q1\"]}}");
        refused("q1,q2,q3\n1,2,3\n", more, "factors.total: “total” stands for the whole scale; list exactly all items");
        refused("q1,q2,q3\n1,2,3\n", more.replace("[\"q1\"]", "[]"), "list exactly all items");
        refused("q1,q2,q3\n1,2,3\n", more.replace("\"total\"", "\" \""), "a factor needs a name");
        refused("q1,q2,q3\n1,2,3\n", more.replace("\"total\"", "\"all\""), "other than all");
        refused("q1,q2,q3\n1,2,3\n", THREE.replace("}", ", \"group\": \"q2\"}"), "group: “q2” is an item");
        refused("q1,q2,q3\n1,2,3\n", THREE.replace("}", ", \"criterion\": \"q1\"}"), "criterion: “q1” is an item");
    }

    /** The form of the reference set attitude.json: the whole is declared by its own name, beside no part or some. */
    @Test
    void wholeThatIsDeclaredByItsNameIsTheBlockThatIsThereAnyway() throws IOException {
        String csv = "q1,q2,q3\n1,2,5\n2,2,4\n4,5,1\n5,4,2\n3,,3\n";
        for (String parts : new String[] {"", ", \"a\": [\"q1\", \"q2\"]"}) {
            String whole = "\"total\": [\"q3\", \"q1\", \"q2\"]";
            String declared = THREE.replace("}", ", \"factors\": {" + whole + parts + "}}");
            String bare = THREE.replace("}", ", \"factors\": {" + parts.replaceFirst("^, ", "") + "}}");
            Shell.Ran ran = ran(csv, declared);
            assertEquals(Exit.DONE, ran.code(), ran.err());
            assertEquals(blocks(ran(csv, bare)), blocks(ran));
        }
    }

    /** Which blocks there are, in their order. */
    private static List<String> blocks(Shell.Ran ran) {
        return Json.read("out", ran.out().getBytes(StandardCharsets.UTF_8)).get("blocks").elements().stream()
                .map(one -> one.get("block").text() + " " + one.get("scale").text() + " "
                        + one.get("missing").text())
                .toList();
    }

    @Test
    void numbersThatNoScaleHasAreRefused() throws IOException {
        for (String factors : new String[] {"0", "4", "1.5", "\"two\""}) {
            refused("q1,q2,q3\n1,2,3\n", THREE.replace("}", ", \"n_factors\": " + factors + "}"), "n_factors: must be");
        }
        refused("q1,q2,q3\n1,2,3\n", THREE.replace("5}", "1e160}"), "is too large; the lowest and the highest");
        String other = THREE.replace("}", ", \"criterion\": \"c\"}");
        refused("q1,q2,q3,c\n1,2,3,1e160\n", other, "column “c”: 1e160 is too large");
    }

    @Test
    void namesOfStatisticsAreTrimmedAndThoseThatDoNotExistAreRefused() throws IOException {
        String csv = "q1,q2,q3\n1,2,5\n2,2,4\n4,5,1\n5,4,2\n3,,3\n";
        Shell.Ran two = ran(csv, THREE, "--statistics", "alpha_raw, n");
        assertEquals(Exit.DONE, two.code(), two.err());
        assertTrue(statistic(two, "reliability", "total", "listwise", "n").isGiven());
        Shell.Ran none = ran(csv, THREE, "--statistics", "alpha_raw,alfa", "--lang=en");
        assertEquals(Exit.USAGE, none.code());
        for (String nothing : new String[] {"", " ", ",", " , "}) {
            Shell.Ran ran = ran(csv, THREE, "--statistics", nothing, "--lang=en");
            assertEquals(Exit.USAGE, ran.code(), "“" + nothing + "”" + ran.err());
        }
        assertTrue(none.err().contains("there is no “alfa”"), none.err());
        assertTrue(none.err().contains("alpha_if_deleted, alpha_raw"), none.err());
    }

    /** C4: R's interval stands on all rows, ours on the smallest pair; nothing is drawn, so no seed is printed. */
    @Test
    void sumsGiveWhatTheBatteryGivesUnderBothRules() throws IOException {
        String csv = "q1,q2,q3\n1,2,5\n2,2,4\n4,5,1\n5,4,2\n3,,3\n2,1,4\n";
        Shell.Ran quick = ran(csv, THREE, "--statistics", "ci95_feldt,ci95_feldt_smallest_pair,alpha_raw");
        Shell.Ran whole = ran(csv, THREE);
        assertFalse(quick.out().contains("seed"), quick.out());
        for (String rule : new String[] {"listwise", "pairwise"}) {
            for (String name : new String[] {"ci95_feldt", "ci95_feldt_smallest_pair"}) {
                for (String limit : new String[] {"lower.ci", "upper.ci"}) {
                    assertEquals(
                            statistic(whole, "reliability", "total", rule, name)
                                    .get("value")
                                    .get(limit)
                                    .text(),
                            statistic(quick, "reliability", "total", rule, name)
                                    .get("value")
                                    .get(limit)
                                    .text());
                }
            }
        }
        assertTrue(statistic(quick, "reliability", "total", "pairwise", "ci95_feldt_smallest_pair")
                .isGiven());
    }

    @Test
    void itemThatIsTurnedAsAWholeIsNamedThoughAlphaDoesNotExist() throws IOException {
        Shell.Ran ran = ran("a,b\n1,5\n2,4\n3,3\n5,1\n", "{\"items\": [\"a\", \"b\"], \"min\": 1, \"max\": 5}");
        Node alpha = statistic(ran, "reliability", "total", "listwise", "alpha_raw");
        assertFalse(alpha.get("value").isGiven());
        assertTrue(ran.out().contains("negative_item_total"), ran.out());
    }

    @Test
    void panelOfExpertsIsKnownByItsColumns() {
        Shell.Ran ran = run(REFERENCE.resolve("content_a.csv"), REFERENCE.resolve("content_a.json"));
        assertEquals(5 / 6.0, number(statistic(ran, "content_validity", "all", "complete data", "s_cvi_ave")), 1e-12);
        assertEquals(
                Exit.DONE,
                run(REFERENCE.resolve("kappa_a.csv"), REFERENCE.resolve("kappa_a.json"))
                        .code());
        assertEquals(
                Exit.DONE,
                run(REFERENCE.resolve("icc_neg_a.csv"), REFERENCE.resolve("icc_neg_a.json"))
                        .code());
    }
}
