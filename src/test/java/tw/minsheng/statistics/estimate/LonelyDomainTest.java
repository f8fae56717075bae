package tw.minsheng.statistics.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.sampling.LonelyRule;
import tw.minsheng.statistics.sampling.Population;

/** R's survey 4.1-1 with {@code options(survey.adjust.domain.lonely = TRUE)}: strata of 3, 2 and 1 people; 2, 1 and 1 of them in the domain. */
class LonelyDomainTest {

    private static final double[] W = {10, 10, 10, 20, 20, 30};
    private static final double[] Y = {1, Missing.ANSWER, 4, 3, Missing.ANSWER, 5};
    private static final boolean[] INSIDE = {true, false, true, true, false, true};

    private static Stage stage(Integer... strata) {
        List<Integer> rows = IntStream.range(0, strata.length).boxed().toList();
        return new Stage(List.of(strata), rows, Collections.nCopies(strata.length, Population.unlimited()));
    }

    @ParameterizedTest
    @CsvSource({
        "REMOVE, .457707377387873",
        "CERTAINTY, .457707377387873",
        "ADJUST, .744828064934476",
        "AVERAGE, .709605659212804"
    })
    void oneUnitOfADomainIsAlone(LonelyRule rule, double se) {
        RowSample sample =
                RowSample.of(W, List.of(stage(0, 0, 0, 1, 1, 2)), rule).lonelyWithin(INSIDE);
        VectorEstimate mean = new RowEstimator(sample).means(Y);
        assertEquals(26.0 / 7, mean.estimates().get(0).number(), 1e-14);
        assertEquals(se, mean.se(0).number(), 1e-13);
    }

    /** Otherwise only the last stratum has a lonely unit, by its design. */
    @Test
    void withoutTheRuleTheDomainChangesNothing() {
        RowSample plain = RowSample.of(W, List.of(stage(0, 0, 0, 1, 1, 2)), LonelyRule.ADJUST);
        boolean[] everybody = {true, true, true, true, true, true};
        assertEquals(
                new RowEstimator(plain).means(Y).se(0).number(),
                new RowEstimator(plain.lonelyWithin(everybody)).means(Y).se(0).number());
    }

    @Test
    void oneNumberInTwoStrataIsToldAndNested() {
        List<Integer> units = List.of(1, 2, 1, 2);
        List<Population> unlimited = Collections.nCopies(4, Population.unlimited());
        Stage shared = new Stage(List.of(1, 1, 2, 2), units, unlimited);
        assertEquals(units.subList(0, 2), shared.unitsInSeveralStrata());
        assertEquals(List.of(), new Stage(List.of(1, 1, 1, 1), units, unlimited).unitsInSeveralStrata());
        double[] ones = {1, 1, 1, 1};
        Stage apart = new Stage(List.of(1, 1, 2, 2), List.of(1, 2, 3, 4), unlimited);
        double[] y = {1, 2, 4, 8};
        assertEquals(
                new RowEstimator(RowSample.of(ones, List.of(apart), LonelyRule.FAIL))
                        .means(y)
                        .se(0)
                        .number(),
                new RowEstimator(RowSample.of(ones, List.of(shared), LonelyRule.FAIL))
                        .means(y)
                        .se(0)
                        .number());
    }
}
