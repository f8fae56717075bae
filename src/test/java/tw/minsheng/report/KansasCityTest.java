package tw.minsheng.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tw.minsheng.dataset.AnswerFile;
import tw.minsheng.dataset.AnswerMappingFile;
import tw.minsheng.dataset.Layout;
import tw.minsheng.dataset.Parts;
import tw.minsheng.format.CsvLimits;
import tw.minsheng.kernel.Language;
import tw.minsheng.report.analysis.SurveyAnalysis;
import tw.minsheng.statistics.Interval;
import tw.minsheng.survey.Construct;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.file.CheckedSurvey;
import tw.minsheng.survey.file.SurveyFolder;
import tw.minsheng.survey.file.SurveyVersion;

/** Real answers: the resident survey of Kansas City of September 2021. Skipped where the data are not there. */
class KansasCityTest {

    private static final Path EXAMPLE = Path.of("surveys/examples/kcmo-resident");
    private static final Path ANSWERS =
            Path.of(System.getProperty("data.dir", ""), "kcmo-resident-survey", "responses-2021-09.csv");

    @BeforeEach
    void needsTheData() {
        assumeTrue(
                !System.getProperty("data.dir", "").isEmpty() && Files.isRegularFile(ANSWERS),
                "data.dir does not lead to the Kansas City answers");
    }

    /** Made when the first test asks: 51 items take seconds. */
    private static final class Once {
        static final Results RESULTS = make();

        private static Results make() {
            try {
                return results();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Results results() throws IOException {
        SurveyVersion version = CheckedSurvey.of(SurveyFolder.at(EXAMPLE)).version();
        Layout layout = Layout.of(version.survey());
        Parts parts = Parts.of(layout);
        Path mapping = EXAMPLE.resolve("mapping.yaml");
        String wave;
        try (InputStream in = Files.newInputStream(ANSWERS)) {
            wave = new AnswerFile(
                            "responses.csv",
                            layout,
                            AnswerMappingFile.read("mapping.yaml", Files.readAllBytes(mapping)),
                            "")
                    .read(in, CsvLimits.DEFAULT, parts::add);
        }
        Facts facts = FactsFile.read("facts.yaml", Files.readAllBytes(EXAMPLE.resolve("facts.yaml")));
        Survey survey = version.survey();
        return SurveyAnalysis.of(
                parts,
                facts,
                "0",
                new Results.Survey(survey.id(), survey.version().toString(), version.hash()),
                wave,
                "");
    }

    /** Computed from the raw file with plain sums, without any class of the product but the survey. */
    @Test
    void alphaOfEachConstructAgreesWithPlainArithmetic() throws IOException {
        Results results = Once.RESULTS;
        Survey survey = CheckedSurvey.of(SurveyFolder.at(EXAMPLE)).survey();
        List<List<String>> rows = rawRows();
        assertEquals(6, survey.constructs().size());
        for (Construct construct : survey.constructs()) {
            double[][] complete = complete(rows, construct.items());
            Result alpha = results.get("construct." + construct.id() + ".alpha_raw");
            assertEquals(complete.length, alpha.n(), construct.id());
            assertEquals(alpha(complete), alpha.number(), 1e-9, construct.id());
        }
    }

    @Test
    void weightsToSixDistrictsCostLittle() {
        Results results = Once.RESULTS;
        assertEquals(1.0135, results.get("sample.deff_kish").number(), 5e-5);
        assertEquals(1019.2, results.get("sample.n_eff").number(), .05);
        assertEquals(
                "在95%信心水準下，抽樣誤差最大為±3.0個百分點（以簡單隨機抽樣計）；計入設計效果 1.01（有效樣本 1,019 人），為±3.1個百分點。",
                results.head().sample().sentence().in(Language.ZH_TW));
        assertEquals(1033, results.head().data().used());
        assertEquals(
                1080, results.get("plan.next_n_deff_after_fpc_int").number(), "1,065 for the population, times deff");
        assertEquals("2021-09", results.head().wave());
    }

    /** Post-stratified to six equal districts: svyciprop and the margins themselves ({@code kansas-city.R}). */
    @Test
    void satisfiedShareAndItsIntervalAgreeWithR() {
        Results results = Once.RESULTS;
        Result share = results.get("overall.t2b");
        assertEquals(0.4648351716332909, share.number(), 1e-9);
        Interval interval = share.interval().orElseThrow();
        assertEquals("logit", interval.method());
        assertEquals(0.434115706087659, interval.lower().number(), 1e-9);
        assertEquals(0.4958237705489109, interval.upper().number(), 1e-9);
        assertEquals(1.013514489451879, results.get("sample.deff_kish").number(), 1e-12);
        assertEquals(1019.225685227904, results.get("sample.n_eff").number(), 1e-9);
        assertEquals(15.39816368192307, results.get("margin.counci.x2").number(), 1e-9);
        assertEquals(0.0404982465984971, results.get("margin.counci.max_diff").number(), 1e-12);
        assertEquals(0, results.get("margin.counci.max_diff.after").number(), 1e-10);
    }

    /** Values of R's survey 4.1 ({@code kansas-city.R}): svyglm with regTermTest, svyttest. */
    @Test
    void differencesAgreeWithR() {
        Results results = Once.RESULTS;
        assertEquals(4.848713959922270, results.get("overall.f.q40_w").number(), 1e-9);
        assertEquals(967, results.get("overall.ddf.q40_w").number());
        assertEquals(2.188784908889405e-4, results.get("overall.p_value.q40_w").number(), 1e-12);
        assertEquals(6.989544353582221, results.get("construct.q12.f.counci").number(), 1e-9);
        assertEquals(2.660912373746882, results.get("construct.q5.t.q34_d").number(), 1e-9);
        assertEquals(991, results.get("construct.q5.df.q34_d").number());
        assertEquals(
                0.007918900973912832, results.get("construct.q5.p_value.q34_d").number(), 1e-12);
    }

    /** By R's lm with weights over all orders, and cov.wt. */
    @Test
    void driversAndImportanceAgreeWithR() {
        Results results = Once.RESULTS;
        assertEquals(0.39333683060471, results.get("overall.r2").number(), 1e-12);
        assertEquals(696, results.get("overall.r2").n());
        assertEquals(0.2041175286345092, results.get("construct.q3.lmg").number(), 1e-12);
        assertEquals(0.0120434043301252, results.get("construct.q7.lmg").number(), 1e-12);
        assertEquals(2.22593859680154, results.get("item.q3_03.performance").number(), 1e-12);
        assertEquals(
                0.483973172331334, results.get("item.q3_03.importance_pearson").number(), 1e-12);
    }

    /** svychisq; the youngest are fewer than 30, so they stay out there and here. */
    @Test
    void crossTablesAgreeWithR() {
        Results results = Once.RESULTS;
        assertEquals(8.879438776371711e-01, results.get("item.q5_03.f.counci").number(), 1e-9);
        assertEquals(1.980435547044029e+01, results.get("item.q5_03.ndf.counci").number(), 1e-8);
        assertEquals(
                6.023820423950931e-01, results.get("item.q5_03.p_value.counci").number(), 1e-9);
        assertEquals(972, results.get("item.q5_03.p_value.counci").n());
    }

    @Test
    void twoRunsGiveTheSameBytes() throws IOException {
        ByteArrayOutputStream one = new ByteArrayOutputStream();
        ByteArrayOutputStream other = new ByteArrayOutputStream();
        ResultsJson.write(Once.RESULTS, one);
        ResultsJson.write(results(), other);
        assertEquals(one.toString(StandardCharsets.UTF_8), other.toString(StandardCharsets.UTF_8));
        assertTrue(one.size() > 100_000);
    }

    private static List<List<String>> rawRows() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (String line : Files.readAllLines(ANSWERS, StandardCharsets.UTF_8)) {
            rows.add(List.of(line.replace("\uFEFF", "").replace("\"", "").split(",", -1)));
        }
        return rows;
    }

    private static double[][] complete(List<List<String>> rows, List<String> items) {
        List<double[]> complete = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            double[] answers = items.stream()
                    .mapToDouble(item -> {
                        String cell = row.get(rows.get(0).indexOf(item));
                        return cell.matches("[1-5]") ? Double.parseDouble(cell) : -1;
                    })
                    .toArray();
            boolean all = true;
            for (double answer : answers) {
                all &= answer > 0;
            }
            if (all) {
                complete.add(answers);
            }
        }
        return complete.toArray(double[][]::new);
    }

    private static double alpha(double[][] rows) {
        int k = rows[0].length;
        double[] sums = new double[rows.length];
        double ofItems = 0;
        for (int item = 0; item < k; item++) {
            double[] column = new double[rows.length];
            for (int row = 0; row < rows.length; row++) {
                column[row] = rows[row][item];
                sums[row] += rows[row][item];
            }
            ofItems += variance(column);
        }
        return k / (k - 1.0) * (1 - ofItems / variance(sums));
    }

    private static double variance(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return squares / (values.length - 1);
    }
}
