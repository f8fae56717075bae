package tw.minsheng.statistics.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.distribution.SplitMix64;
import tw.minsheng.statistics.moments.CrossSums;

/** Against the same draws, each of them judged by {@link Alpha#raw} over its covariances, and quantiles of another library. */
class AlphaBootstrapTest {

    private static final int REPLICATES = 200;
    private static final long SEED = 20_261_122;

    private static double[][] people(int n) {
        SplitMix64 random = new SplitMix64(5);
        double[][] rows = new double[n][4];
        for (double[] row : rows) {
            double own = random.nextUniform() * 4;
            for (int j = 0; j < row.length; j++) {
                row[j] = 1 + StrictMath.rint((own + random.nextUniform() * 4) / 2);
            }
        }
        return rows;
    }

    @Test
    void limitsAreQuantilesOfAlphasOfDrawnPeople() {
        double[][] rows = people(10);
        List<Double> alphas = new ArrayList<>();
        for (int r = 0; r < REPLICATES; r++) {
            SplitMix64 random = SplitMix64.replicate(SEED, r);
            CrossSums sums = CrossSums.of(4, MissingRule.LISTWISE);
            for (int i = 0; i < rows.length; i++) {
                sums.add(rows[(int) (random.nextUniform() * rows.length)]);
            }
            Alpha.raw(sums.covariances()).asOptional().ifPresent(alphas::add);
        }
        double[] sorted = alphas.stream().mapToDouble(x -> x).sorted().toArray();
        Percentile type7 = new Percentile().withEstimationType(EstimationType.R_7);
        Interval interval = AlphaBootstrap.of(rows, REPLICATES, SEED, .9);
        assertEquals(type7.evaluate(sorted, 5), interval.lower().number(), 1e-12);
        assertEquals(type7.evaluate(sorted, 95), interval.upper().number(), 1e-12);
    }

    @Test
    void nineAreTooFewAndEqualPeopleDoNotVary() {
        assertEquals(
                Optional.of(Reason.N_TOO_SMALL),
                AlphaBootstrap.of(people(9), REPLICATES, SEED, .95).lower().reason());
        assertEquals(
                Optional.of(Reason.NO_VARIATION),
                AlphaBootstrap.of(new double[10][3], REPLICATES, SEED, .95)
                        .lower()
                        .reason());
    }
}
