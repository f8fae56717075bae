package tw.minsheng.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.minsheng.collect.AnswerSheet;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Display;
import tw.minsheng.collect.Outcome;
import tw.minsheng.collect.SamplePlace;
import tw.minsheng.collect.SampleWeights;
import tw.minsheng.collect.Source;
import tw.minsheng.dataset.AnswerFile;
import tw.minsheng.dataset.AnswerMapping;
import tw.minsheng.dataset.Column;
import tw.minsheng.dataset.Layout;
import tw.minsheng.dataset.Row;
import tw.minsheng.dataset.Sheets;
import tw.minsheng.format.CsvLimits;
import tw.minsheng.format.CsvWriter;
import tw.minsheng.kernel.Language;
import tw.minsheng.survey.Answer;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.SurveyPage;
import tw.minsheng.survey.Version;
import tw.minsheng.survey.file.CheckedSurvey;
import tw.minsheng.survey.file.SurveyFolder;

class AnswerExportTest {

    private final Survey counter = CheckedSurvey.of(SurveyFolder.at(Path.of("surveys/kcg-pwb/counter")))
            .survey();

    private static String written(Consumer<CsvWriter> writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CsvWriter out = new CsvWriter(bytes)) {
            writer.accept(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String export(List<Survey> versions, AnswerSheet... sheets) {
        AnswerExport export = new AnswerExport(versions);
        return written(out -> {
            export.header(out);
            for (AnswerSheet sheet : sheets) {
                export.row(out, sheet);
            }
        });
    }

    private static AnswerSheet sheet(Version version, Map<String, Answer> answers) {
        return new AnswerSheet(
                "kcg-pwb-counter",
                version,
                "0".repeat(64),
                "115",
                DataSet.LIVE,
                Source.OPEN,
                Survey.Mode.WEB,
                Display.ITEMS,
                Language.ZH_TW,
                1,
                "0".repeat(64),
                LocalDate.parse("2026-11-20"),
                Map.of(),
                Outcome.COMPLETE,
                answers);
    }

    private Map<String, Answer> answers(int waiting, String comment) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        answers.put("d_counter", new Answer.Choice("road"));
        answers.put("env_clean", new Answer.Point(4));
        answers.put("env_signs", new Answer.Missing("dk"));
        answers.put("env_wait", new Answer.Point(waiting));
        answers.put("q_wait_why", new Answer.Choices(List.of("no_estimate", "other")));
        answers.put("q_wait_why__other_text", new Answer.Text(comment));
        return answers;
    }

    /** The cell of a column in a line without quotes. */
    private static String cell(String csv, int line, String column) {
        List<String> lines = csv.lines().toList();
        List<String> names = List.of(lines.get(0).replace("\uFEFF", "").split(",", -1));
        return lines.get(line).split(",", -1)[names.indexOf(column)];
    }

    @Test
    void anAnswerOfAnUnknownVersionIsRefused() {
        AnswerSheet foreign = sheet(new Version(9, 0, 0), Map.of());
        assertThrows(IllegalArgumentException.class, () -> export(List.of(counter), foreign));
    }

    @Test
    void theKindsOfMissingAreKeptApart() {
        String csv = export(List.of(counter), sheet(counter.version(), answers(2, "太慢")));
        assertEquals("4", cell(csv, 1, "env_clean"));
        assertEquals("dk", cell(csv, 1, "env_signs"));
        assertEquals("-1", cell(csv, 1, "env_seats"));
        assertEquals("1", cell(csv, 1, "q_wait_why__no_estimate"));
        assertEquals("0", cell(csv, 1, "q_wait_why__sent_on"));
        assertEquals("太慢", cell(csv, 1, "q_wait_why__other_text"));
        String content = export(List.of(counter), sheet(counter.version(), answers(5, "太慢")));
        assertEquals("-2", cell(content, 1, "q_wait_why__no_estimate"));
        assertEquals("-2", cell(content, 1, "q_wait_why__other_text"));
    }

    @Test
    void anAnswerThatLooksLikeAFormulaIsDefused() {
        for (String evil : List.of("=1+1", "+1", "-1", "@SUM(A1)", "'x")) {
            String csv = export(List.of(counter), sheet(counter.version(), answers(1, evil)));
            assertEquals("'" + evil, cell(csv, 1, "q_wait_why__other_text"));
        }
    }

    /** Version 2, which no longer asks the items of the second page. */
    private Survey later() {
        List<SurveyPage> pages = new ArrayList<>(counter.pages());
        pages.remove(1);
        return new Survey(
                counter.id(),
                new Version(2, 0, 0),
                counter.status(),
                counter.owner(),
                counter.kind(),
                counter.background(),
                counter.languages(),
                counter.title(),
                counter.intro(),
                counter.thanks(),
                counter.privacy(),
                counter.scales(),
                List.of(),
                counter.overall(),
                pages,
                counter.sampling(),
                counter.weighting(),
                counter.modes(),
                counter.kiosk(),
                counter.quotas(),
                counter.actions());
    }

    /** Asked but not in the file is 未作答; a version that did not ask is where a file without the column comes from. */
    @Test
    void anAbsentColumnIsNotInTheVersionOnlyWhereSomeVersionDoesNotAskIt() {
        byte[] csv = "d_counter\nroad\n".getBytes(StandardCharsets.UTF_8);
        for (boolean several : List.of(false, true)) {
            Layout layout = several ? Layout.of(counter, List.of(later())) : Layout.of(counter);
            List<Row> rows = new ArrayList<>();
            new AnswerFile("a.csv", layout, AnswerMapping.NONE, "")
                    .read(new ByteArrayInputStream(csv), CsvLimits.DEFAULT, rows::add);
            assertEquals(-1, rows.get(0).code(layout.column("overall_sat").orElseThrow()));
            assertEquals(
                    several ? -3 : -1,
                    rows.get(0).code(layout.column("env_clean").orElseThrow()));
        }
    }

    @Test
    void aLaterVersionWithoutAnItemLeavesOldRowsAsTheyWere() {
        Survey later = later();
        AnswerSheet old = sheet(counter.version(), answers(2, "太慢"));
        String before = export(List.of(counter), old);
        String after = export(
                List.of(counter, later), old, sheet(later.version(), Map.of("d_counter", new Answer.Choice("road"))));
        assertEquals(before.lines().toList(), after.lines().limit(2).toList());
        assertEquals("-3", cell(after, 2, "env_clean"));
    }

    /** A text is a text, whatever it looks like: a formula, a number of a missing value, the name of a missing code. */
    @ParameterizedTest
    @ValueSource(strings = {"=太慢", "-1", "-2", "-8", "'-1", "-1 ", "dk", "na", "0", "\t-1", "-1,\"dk\""})
    void whatIsExportedIsReadBackAsTheSameCodes(String text) {
        AnswerSheet sheet = sheet(counter.version(), answers(2, text));
        String csv = export(List.of(counter), sheet);
        Layout layout = Layout.of(counter);
        List<Row> rows = new ArrayList<>();
        AnswerFile file = new AnswerFile("export.csv", layout, AnswerMapping.NONE, "");
        file.read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), CsvLimits.DEFAULT, rows::add);
        Row expected = new Sheets(layout, List.of(counter)).row(sheet);
        assertEquals(1, rows.size());
        assertEquals(0, rows.get(0).code(layout.column("q_wait_why__other_text").orElseThrow()), "answered");
        for (Column column : layout.columns()) {
            assertEquals(expected.code(column), rows.get(0).code(column), column.id());
        }
    }

    /** Through a slip: the weight of the session and the place in the sample; beside it an open answer, which weighs 1. */
    @Test
    void answersThroughSlipsCarryTheirSessionAndItsWeight() {
        AnswerSheet open = sheet(counter.version(), answers(5, "快"));
        AnswerSheet slip = open.at(new SamplePlace("road", "road-261130a"));
        AnswerExport export = new AnswerExport(List.of(counter), SampleWeights.ofUnits(Map.of("road-261130a", 12.5)));
        String csv = written(out -> {
            export.header(out);
            export.row(out, slip);
            export.row(out, open);
        });
        assertTrue(
                csv.replace("\uFEFF", "").startsWith("_mode,_wave,_source,_weight,_stratum,_psu,_date,d_counter,"),
                csv);
        assertEquals("12.5", cell(csv, 1, "_weight"));
        assertEquals("road", cell(csv, 1, "_stratum"));
        assertEquals("road-261130a", cell(csv, 1, "_psu"));
        assertEquals("1", cell(csv, 2, "_weight"));
        assertEquals("", cell(csv, 2, "_psu"));
        Layout layout = Layout.of(counter);
        List<Row> rows = new ArrayList<>();
        new AnswerFile("export.csv", layout, AnswerMapping.NONE, "")
                .read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), CsvLimits.DEFAULT, rows::add);
        Row live = new Sheets(layout, List.of(counter), SampleWeights.ofUnits(Map.of("road-261130a", 12.5))).row(slip);
        assertEquals(live.origin().weight(), rows.get(0).origin().weight());
        assertEquals(live.origin().stratum(), rows.get(0).origin().stratum());
        assertEquals(live.origin().psu(), rows.get(0).origin().psu());
        assertEquals(1, rows.get(1).origin().weight());
    }

    @Test
    void theCodebookExplainsEveryColumn() {
        String csv = written(out -> Codebook.write(out, List.of(counter)));
        assertEquals(counter.variables().size() + 1, csv.lines().count());
        assertTrue(csv.contains("環境整潔") && csv.contains("5 = 非常滿意") && csv.contains("Cleanliness"), csv);
        assertFalse(csv.contains("null"));
    }
}
