package tw.minsheng.statistics.weighting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.estimate.MeanEstimate;
import tw.minsheng.statistics.estimate.MeanEstimator;
import tw.minsheng.statistics.estimate.VariableSums;
import tw.minsheng.statistics.sampling.Population;
import tw.minsheng.statistics.sampling.SampleDesign;
import tw.minsheng.statistics.sampling.Stratum;

/** R: {@code calibrate(des, ~sex+area, pop)} of survey 4.1-1 with epsilon 1e-13 and two strata; where bounded, d times 1000/Σd. */
class MarginCalibrationTest {

    private static final double[] W = {20, 30, 10, 40, 25, 35, 15, 20, 40, 30, 20, 50, 10, 20, 30, 25};
    private static final double[] Y = {3, 7, 5, 9, 4, 8, 6, 10, 2, 11, 5, 12, 7, 3, 8, 6};
    private static final String SEX = "fmfmmffmfmmfffmf";
    private static final String AREA = "nnsseensnsensens";

    private static final Margin SEXES = new Margin("sex", List.of("f", "m"), List.of(520.0, 480.0));
    private static final Margin AREAS = new Margin("area", List.of("n", "s", "e"), List.of(400.0, 350.0, 250.0));
    private static final CellGrid GRID = new CellGrid(List.of(SEXES, AREAS));
    private static final CalibrationDistance LINEAR = CalibrationDistance.of(CalibrationDistance.Kind.LINEAR);

    private final Groups groups = new Groups(2, GRID.cells());
    private final VariableSums sums = new VariableSums(groups);

    private int group(int row) {
        int cell = GRID.cellOf(
                SEXES.indexOf(SEX.substring(row, row + 1)).orElseThrow(),
                AREAS.indexOf(AREA.substring(row, row + 1)).orElseThrow());
        return groups.groupOf(row / 8, cell);
    }

    private void fill() {
        for (int row = 0; row < W.length; row++) {
            groups.add(group(row), W[row]);
            sums.add(group(row), W[row], Y[row]);
        }
    }

    private Weighting fit(CalibrationDistance distance) {
        return MarginCalibration.fit(groups, GRID.margins(), GRID.levels(groups), distance);
    }

    @ParameterizedTest
    @CsvSource({
        "LINEAR, 0, 0, 42.94121818052897, 65.80869318584699, 78.24339974946228, 7.13002844154514, .8733318687582974",
        "LINEAR, .9025, 1.2, 42.97619047619048, 65.69940476190472, 78.28332246140464, 7.130134562767268, .8738064137649694",
        "LOGIT, .9, 1.1, 43.08373687764929, 65.36332225734591, 78.105436493722, 7.125386199510277, .8747914432111819"
    })
    void weightsMeansAndErrorsAreThoseOfR(
            CalibrationDistance.Kind kind,
            double lower,
            double upper,
            double first,
            double second,
            double tenth,
            double mean,
            double se) {
        fill();
        Weighting weighting =
                fit(upper == 0 ? CalibrationDistance.of(kind) : new CalibrationDistance(kind, lower, upper));
        assertTrue(weighting.isDone());
        assertEquals(first, W[0] * weighting.calibration().factor(group(0)), 1e-7);
        assertEquals(second, W[1] * weighting.calibration().factor(group(1)), 1e-7);
        assertEquals(tenth, W[9] * weighting.calibration().factor(group(9)), 1e-7);
        assertTrue(weighting.maxMarginError().number() < 1e-7);
        SampleDesign design = SampleDesign.stratified(
                List.of(new Stratum("1", Population.unlimited()), new Stratum("2", Population.unlimited())));
        MeanEstimate found = new MeanEstimator(design, groups, weighting.calibration()).mean(sums);
        assertEquals(mean, found.mean().number(), 1e-9);
        assertEquals(se, found.se().number(), 1e-9);
    }

    /** The error of raking, with the same margins, is another one: each method has its own residuals. */
    @Test
    void errorFollowsTheMethod() {
        fill();
        SampleDesign design = SampleDesign.stratified(
                List.of(new Stratum("1", Population.unlimited()), new Stratum("2", Population.unlimited())));
        double linear = new MeanEstimator(design, groups, fit(LINEAR).calibration())
                .mean(sums)
                .se()
                .number();
        double raked = new MeanEstimator(
                        design, groups, Raking.rake(groups, GRID).calibration())
                .mean(sums)
                .se()
                .number();
        assertTrue(StrictMath.abs(linear - raked) > 1e-4, linear + " and " + raked);
        assertEquals(linear, raked, .05);
    }

    /** Regions that districts make up say nothing new; where they contradict the districts there are no weights. */
    @Test
    void marginThatFollowsFromAnotherChangesNothing() {
        fill();
        int[][] levels = GRID.levels(groups);
        int[] regions = levels[1].clone();
        for (int g = 0; g < regions.length; g++) {
            regions[g] = regions[g] == 2 ? 1 : 0;
        }
        int[][] three = {levels[0], levels[1], regions};
        Margin region = new Margin("region", List.of("city", "rest"), List.of(750.0, 250.0));
        Weighting with = MarginCalibration.fit(groups, List.of(SEXES, AREAS, region), three, LINEAR);
        Weighting without = fit(LINEAR);
        for (int g = 0; g < groups.size(); g++) {
            assertEquals(without.calibration().factor(g), with.calibration().factor(g), 1e-9);
        }
        Margin other = new Margin("region", List.of("city", "rest"), List.of(700.0, 300.0));
        assertEquals(
                Optional.of(Reason.CALIBRATION_INFEASIBLE),
                MarginCalibration.fit(groups, List.of(SEXES, AREAS, other), three, LINEAR)
                        .maxMarginError()
                        .reason());
    }

    @Test
    void whatCannotBeMetIsRefusedWithItsReason() {
        fill();
        assertEquals(
                Optional.of(Reason.CALIBRATION_INFEASIBLE),
                fit(new CalibrationDistance(CalibrationDistance.Kind.LOGIT, .99, 1.01))
                        .maxMarginError()
                        .reason());
        Margin few = new Margin("sex", List.of("f", "m"), List.of(10.0, 990.0));
        Margin rest = new Margin("area", List.of("n", "s", "e"), List.of(900.0, 60.0, 40.0));
        Weighting negative = MarginCalibration.fit(groups, List.of(few, rest), GRID.levels(groups), LINEAR);
        assertEquals(
                Optional.of(Reason.NEGATIVE_WEIGHT), negative.maxMarginError().reason());
        // all women of the south and of the east: rows are counted, not cells
        assertEquals("5", negative.maxMarginError().reasonArgs().get("n"));
        Margin absent = new Margin("area", List.of("n", "s", "e", "w"), List.of(400.0, 350.0, 200.0, 50.0));
        assertEquals(
                Optional.of(Reason.CATEGORY_WITHOUT_SAMPLE),
                MarginCalibration.fit(groups, List.of(SEXES, absent), GRID.levels(groups), LINEAR)
                        .maxMarginError()
                        .reason());
    }

    /** Rows held one by one, as tests over rows need them, have the same weights and errors. */
    @Test
    void rowsHaveTheWeightsOfTheirGroups() {
        fill();
        Groups rows = new Groups(2, W.length);
        VariableSums each = new VariableSums(rows);
        int[] all = new int[2 * W.length];
        for (int row = 0; row < W.length; row++) {
            rows.add(rows.groupOf(row / 8, row), W[row]);
            each.add(rows.groupOf(row / 8, row), W[row], Y[row]);
            all[row] = group(row);
            all[W.length + row] = group(row);
        }
        Weighting weighting = fit(LINEAR);
        SampleDesign design = SampleDesign.stratified(
                List.of(new Stratum("1", Population.unlimited()), new Stratum("2", Population.unlimited())));
        MeanEstimate one =
                new MeanEstimator(design, rows, weighting.calibration().byRow(all)).mean(each);
        assertEquals(.8733318687582974, one.se().number(), 1e-9);
    }
}
