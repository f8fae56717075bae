package tw.minsheng.statistics.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.sampling.Population;
import tw.minsheng.statistics.sampling.SampleDesign;
import tw.minsheng.statistics.weighting.Calibration;
import tw.minsheng.statistics.weighting.CellGrid;
import tw.minsheng.statistics.weighting.Groups;
import tw.minsheng.statistics.weighting.Margin;
import tw.minsheng.statistics.weighting.Raking;

class CodeSumsTest {

    private static final CellGrid SEX =
            new CellGrid(List.of(new Margin("sex", List.of("f", "m"), List.of(30.0, 60.0))));

    /** Group 0: codes 0, 2, 2 with weights 1, 2, 3; group 1: codes 1, 2 with 4, 0. */
    private static final int[][] ROWS = {{0, 1, 0}, {0, 2, 2}, {0, 3, 2}, {1, 4, 1}, {1, 0, 2}};

    private static void fill(Groups groups, CodeSums sums, int from, int to) {
        for (int i = from; i < to; i++) {
            groups.add(ROWS[i][0], ROWS[i][1]);
            sums.add(ROWS[i][0], ROWS[i][1], ROWS[i][2]);
        }
    }

    private final Groups groups = new Groups(1, 2);
    private final CodeSums sums = new CodeSums(groups, 3);

    @Test
    void aQuestionHasAtLeastOneAnswer() {
        assertThrows(IllegalArgumentException.class, () -> new CodeSums(groups, 0));
        CodeSums one = new CodeSums(groups, 1);
        one.add(1, 2, 0);
        assertEquals(1, one.count(0));
        assertThrows(IllegalArgumentException.class, () -> one.add(0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> one.add(0, 1, -1));
    }

    @Test
    void rowsAndWeightsOfEachAnswer() {
        fill(groups, sums, 0, 5);
        assertEquals(List.of(1L, 1L, 3L), List.of(sums.count(0), sums.count(1), sums.count(2)));
        // 6 design weights of women are to be 30, 4 of men 60
        Calibration fitted = Raking.postStratify(groups, SEX).calibration();
        assertEquals(1 * 5, sums.weight(0, fitted), 1e-12);
        assertEquals(4 * 15, sums.weight(1, fitted), 1e-12);
        assertEquals(5 * 5, sums.weight(2, fitted), 1e-12);
    }

    /** Counted and merged in parts, or each value by itself: the same numbers, also where a row weighs nothing. */
    @Test
    void partsGiveWhatTheValuesGive() {
        CodeSums second = new CodeSums(groups, 3);
        VariableSums values = new VariableSums(groups);
        fill(groups, sums, 0, 2);
        fill(groups, second, 2, 5);
        sums.merge(second);
        for (int[] row : ROWS) {
            values.add(row[0], row[1], row[2]);
        }
        assertEquals(3, sums.count(2));
        MeanEstimator estimator = new MeanEstimator(
                SampleDesign.simple(Population.of(90)),
                groups,
                Raking.postStratify(groups, SEX).calibration());
        MeanEstimate counted = estimator.mean(sums.as(code -> code));
        MeanEstimate direct = estimator.mean(values);
        assertEquals(110 / 90.0, counted.mean().number(), 1e-14); // (5·0 + 25·2 + 60·1)/90
        assertEquals(5, counted.n());
        assertEquals(90, counted.sumWeights().number(), 1e-12);
        assertEquals(direct.se().number(), counted.se().number(), 1e-14);
        assertEquals(direct.seFixed().number(), counted.seFixed().number(), 1e-14);
        // four rows weigh something: (5·(11/9)² + 25·(7/9)² + 60·(2/9)²)/90·4/3
        assertEquals(
                StrictMath.sqrt((5 * 121 + 25 * 49 + 60 * 4) / 81.0 / 90 * 4 / 3),
                counted.sd().number(),
                1e-13);
        assertEquals(direct.sd().number(), counted.sd().number(), 1e-13);
    }

    /** Three rows of weight 2 are three times a row of weight 2; rows of nobody change nothing, nor the least weight. */
    @Test
    void rowsOfTheSameWeightAreAddedTogether() {
        Groups alike = new Groups(1, 2);
        CodeSums codes = new CodeSums(alike, 3);
        alike.add(0, 2, 3);
        alike.add(0, 9, 0);
        alike.add(1, 1, 0);
        codes.add(0, 2, 1, 3);
        codes.add(0, 9, 2, 0);
        for (int i = 0; i < 3; i++) {
            groups.add(0, 2);
            sums.add(0, 2, 1);
        }
        assertEquals(3, alike.rows());
        assertEquals(groups.weight(0), alike.weight(0));
        assertEquals(groups.squaredWeight(0), alike.squaredWeight(0));
        assertEquals(2, alike.leastWeight(0));
        assertEquals(2, alike.greatestWeight(0));
        assertEquals(0, alike.greatestWeight(1));
        assertEquals(3, codes.count(1));
        assertEquals(sums.squaredWeight(0, 1), codes.squaredWeight(0, 1));
        assertEquals(sums.weight(0, 1), codes.weight(0, 1));
        assertEquals(0, codes.count(2));
        alike.add(0, -1, 4);
        assertEquals("4", alike.refusal().orElseThrow().reasonArgs().get("n"));
    }

    @Test
    void answersCanBeLeftOut() {
        fill(groups, sums, 0, 5);
        MeanEstimator estimator =
                new MeanEstimator(SampleDesign.simple(Population.unlimited()), groups, Calibration.none(2));
        MeanEstimate mean = estimator.mean(sums.as(code -> code == 2 ? Missing.ANSWER : code));
        assertEquals(4 / 5.0, mean.mean().number(), 1e-15);
        assertEquals(2, mean.n());
        VariableSums others = new VariableSums(groups);
        others.merge(sums.as(code -> code)); // sums of the same groups
        assertEquals(5, others.valid(0) + others.valid(1));
    }

    @Test
    void countsOfAnotherQuestionCannotBeMerged() {
        assertThrows(IllegalArgumentException.class, () -> sums.merge(new CodeSums(groups, 2)));
        assertThrows(IllegalArgumentException.class, () -> sums.merge(new CodeSums(new Groups(1, 3), 3)));
    }
}
