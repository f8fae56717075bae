package tw.minsheng.statistics.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tw.minsheng.dataset.cases.CaseTally;
import tw.minsheng.dataset.cases.WeekCounts;
import tw.minsheng.format.CsvLimits;
import tw.minsheng.format.Node;
import tw.minsheng.petition.imports.CaseFile;
import tw.minsheng.petition.imports.CaseMappingFile;
import tw.minsheng.petition.imports.CaseTaker;
import tw.minsheng.petition.imports.ImportSummary;
import tw.minsheng.petition.imports.ImportedCase;
import tw.minsheng.petition.imports.Refusal;

/** CS1–CS6 on real cases, the 311 requests of Baltimore, against R. Skipped where the data are not there. */
class RealCasesTest {

    private static final Path MAPPING = Path.of("surveys/examples/baltimore-311/mapping.yaml");
    private static final Path REQUESTS = Path.of(System.getProperty("data.dir", ""), "baltimore-311", "requests.csv");

    private final CaseTally tally = new CaseTally("requests.csv");
    private final List<ImportedCase> cases = new ArrayList<>();
    private final List<ImportSummary> summaries = new ArrayList<>();

    @BeforeEach
    void readTheData() throws IOException {
        assumeTrue(
                !System.getProperty("data.dir", "").isEmpty() && Files.isRegularFile(REQUESTS),
                "data.dir does not lead to the requests of Baltimore");
        CaseFile file = new CaseFile("requests.csv", CaseMappingFile.read("mapping.yaml", Files.readAllBytes(MAPPING)));
        try (InputStream in = Files.newInputStream(REQUESTS)) {
            summaries.add(file.read(in, CsvLimits.DEFAULT, new CaseTaker() {
                @Override
                public void take(ImportedCase taken) {
                    tally.add(taken);
                    cases.add(taken);
                }

                @Override
                public void refuse(Refusal refusal) {
                    throw new AssertionError(refusal.toString());
                }
            }));
        }
    }

    @Test
    void realCasesAgreeWithR() throws IOException {
        Node real = CaseReference.read("baltimore.json");
        long watched = summaries.get(0).last().second();
        assertEquals(CaseReference.number(real.get("rows")), cases.size());
        assertEquals(
                CaseReference.number(real.get("late")), (double) tally.all().late());
        assertEquals(
                CaseReference.number(real.get("both")), (double) tally.all().both());
        KaplanMeier curve = KaplanMeier.of(
                tally.all().durations().counted(), tally.openUntil(watched).counted(), .95);
        CaseReference.curve(real.get("cs1").elements().get(0), curve);
        double[] p = surges(real);
        CaseReference.adjusted(real.get("cs5").elements().get(0), p);
        rates(real.get("cs3").elements().get(0), real.get("cs3_areas").texts());
        CaseReference.rate(
                real.get("cs6").elements().get(0),
                CaseRate.of(tally.all().both() - tally.all().late(), tally.all().both(), .95));
    }

    /** Every ninth week of the six most frequent types, as the script has it. */
    private double[] surges(Node real) {
        List<Node> references = real.get("cs2").elements();
        List<Double> tails = new ArrayList<>();
        long first = tally.weeks().first();
        long last = cases.stream()
                .mapToLong(each -> WeekCounts.weekOf(each.received().day()))
                .max()
                .orElseThrow();
        int weeks = (int) (last - first + 1);
        for (String type : real.get("cs2_types").texts()) {
            long[] counts = tally.weeks().counts(new WeekCounts.Cell(type, ""), first, weeks);
            for (int week = 13; week < weeks; week += 9) {
                SurgeTail tail = SurgeTail.of(Arrays.copyOfRange(counts, week - 13, week), counts[week]);
                CaseReference.tail(references.get(tails.size()), tail);
                tails.add(tail.pNb().number());
            }
        }
        assertEquals(references.size(), tails.size());
        assertTrue(tails.size() > 100);
        return tails.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private void rates(Node reference, List<String> areas) {
        double[] late = areas.stream()
                .mapToDouble(area -> count(area, each -> each.hasBothTimes() && each.isLate()))
                .toArray();
        double[] both = areas.stream()
                .mapToDouble(area -> count(area, ImportedCase::hasBothTimes))
                .toArray();
        CaseReference.rates(reference, EmpiricalBayes.of(late, both));
    }

    private long count(String district, Predicate<ImportedCase> which) {
        return cases.stream()
                .filter(each -> each.district().equals(district))
                .filter(which)
                .count();
    }
}
