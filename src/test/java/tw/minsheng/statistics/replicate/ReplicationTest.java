package tw.minsheng.statistics.replicate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.estimate.RowEstimator;
import tw.minsheng.statistics.estimate.RowSample;
import tw.minsheng.statistics.estimate.Stage;
import tw.minsheng.statistics.estimate.Statistic;
import tw.minsheng.statistics.estimate.VectorEstimate;
import tw.minsheng.statistics.sampling.LonelyRule;
import tw.minsheng.statistics.sampling.Population;
import tw.minsheng.statistics.weighting.Margin;
import tw.minsheng.statistics.weighting.Raking;

/** Three strata of two units of two people; R: {@code as.svrepdesign} of survey 4.1-1. */
class ReplicationTest {

    private static final double[] W = {2, 3, 1, 4, 2.5, 3.5, 1.5, 2, 4, 3, 2, 5};
    private static final double[] Y = {3, 7, 5, 9, 4, 8, 6, 10, 2, 11, 5, 12};
    private static final double[] X = {1, 3, 2, 5, 2, 4, 4, 6, 1, 5, 3, 7};
    private static final int[] S = {0, 1, 0, 1, 1, 0, 0, 1, 0, 1, 1, 0};

    private static RowSample stratified(boolean limited) {
        List<Integer> strata = new ArrayList<>();
        List<Integer> units = new ArrayList<>();
        List<Population> populations = new ArrayList<>();
        double[] sizes = {5, 4, 6};
        for (int i = 0; i < W.length; i++) {
            strata.add(7 + i / 4);
            units.add(i / 2 % 2);
            populations.add(limited ? Population.of(sizes[i / 4]) : Population.unlimited());
        }
        return RowSample.of(W, List.of(new Stage(strata, units, populations)), LonelyRule.ADJUST);
    }

    private static RowSample clusters(Population population) {
        List<Integer> units = new ArrayList<>();
        for (int i = 0; i < W.length; i++) {
            units.add(i / 2);
        }
        Stage stage = new Stage(Collections.nCopies(12, 0), units, Collections.nCopies(12, population));
        return RowSample.of(W, List.of(stage), LonelyRule.ADJUST);
    }

    private static void errors(ReplicateSample sample, double mean, double ratio) {
        RowEstimator estimator = new RowEstimator(sample);
        VectorEstimate found = estimator.means(Y);
        assertEquals(7.343283582089552, found.estimates().get(0).number(), 1e-12);
        assertEquals(mean, found.se(0).number(), 1e-12);
        assertEquals(ratio, estimator.ratio(Y, X).se(0).number(), 1e-12);
    }

    private static boolean[] all() {
        boolean[] all = new boolean[W.length];
        Arrays.fill(all, true);
        return all;
    }

    @Test
    void theStratifiedJackknifeIsThatOfR() {
        // R's sizes are those of people; two of N units are (N − 2)/N left, halved
        ReplicateSample sample =
                Replication.STRATIFIED_JACKKNIFE.of(stratified(true), false).orElseThrow();
        assertEquals(6, sample.replicates());
        assertEquals(1, sample.scale());
        assertEquals(.3, sample.rscale(0), 1e-15);
        assertEquals(.25, sample.rscale(2), 1e-15);
        assertEquals(2 / 6.0, sample.rscale(5), 1e-15);
        assertEquals(3, sample.df(all()));
        assertEquals(3, sample.tableDf(all()));
        assertEquals(0, sample.weight(0, 0));
        assertEquals(2, sample.weight(2, 0));
        assertEquals(2.5, sample.weight(4, 0));
        assertEquals(2, sample.weight(0));
        assertFalse(sample.isCensus());
        assertFalse(sample.isCalibrated());
    }

    @Test
    void balancedHalfSamplesAreThoseOfR() {
        ReplicateSample half =
                Replication.HALF_SAMPLES.of(stratified(true), false).orElseThrow();
        errors(half, .9535863807005296, .1462716066577892);
        assertEquals(.25, half.scale());
        assertEquals(3, half.df(all()));
        assertEquals(2 * 2, half.weight(0, 0));
        assertEquals(0, half.weight(2, 0));
        assertEquals(0, half.weight(0, 1));
        ReplicateSample fay =
                Replication.HALF_SAMPLES.of(stratified(true), .4, false).orElseThrow();
        errors(fay, .971034070861038, .1347471589635053);
        assertEquals(1 / (4 * .36), fay.scale(), 1e-15);
        assertThrows(IllegalArgumentException.class, () -> Replication.HALF_SAMPLES.of(stratified(true), 1, false));
        assertTrue(Replication.HALF_SAMPLES
                .of(clusters(Population.unlimited()), false)
                .isEmpty());
    }

    @Test
    void theJackknifeIsThatOfR() {
        ReplicateSample plain = Replication.JACKKNIFE
                .of(clusters(Population.unlimited()), false)
                .orElseThrow();
        errors(plain, .8396673295181689, .1094578971735517);
        assertEquals(5 / 6.0, plain.scale(), 1e-15);
        assertEquals(5, plain.df(all()));
        ReplicateSample mse =
                Replication.JACKKNIFE.of(clusters(Population.unlimited()), true).orElseThrow();
        assertEquals(.1097212708050615, new RowEstimator(mse).ratio(Y, X).se(0).number(), 1e-12);
        ReplicateSample limited =
                Replication.JACKKNIFE.of(clusters(Population.of(12)), false).orElseThrow();
        assertEquals(5 / 12.0, limited.scale(), 1e-15);
        ReplicateSample census =
                Replication.JACKKNIFE.of(clusters(Population.of(6)), false).orElseThrow();
        assertTrue(census.isCensus());
    }

    @Test
    void replicatesAreFittedOneByOne() {
        ReplicateSample plain = Replication.JACKKNIFE
                .of(clusters(Population.unlimited()), false)
                .orElseThrow();
        Margin margin = new Margin("s", List.of("0", "1"), List.of(20.0, 25.0));
        ReplicateSample fitted =
                plain.fitted(rows -> Raking.postStratify(rows, margin, S)).orElseThrow();
        VectorEstimate mean = new RowEstimator(fitted).means(Y);
        assertEquals(7.409784115666469, mean.estimates().get(0).number(), 1e-12);
        assertEquals(.8309318331365549, mean.se(0).number(), 1e-12);
        assertEquals(45, Arrays.stream(fitted.weights()).sum(), 1e-12);
        Margin foreign = new Margin("s", List.of("0", "1", "2"), List.of(20.0, 25.0, 3.0));
        assertTrue(plain.fitted(rows -> Raking.postStratify(rows, foreign, S)).isEmpty());
    }

    @Test
    void aReplicateWithoutTheStatisticIsLeftOut() {
        double[] weights = {1, 1, 1};
        List<double[]> replicates =
                List.of(new double[] {0, 1.5, 1.5}, new double[] {1.5, 0, 1.5}, new double[] {1.5, 1.5, 0});
        ReplicateSample sample = ReplicateSample.of(weights, replicates, 1, List.of(1.0, 1.0, 1.0), false);
        Statistic needsFirst = new Statistic() {
            @Override
            public Optional<double[]> of(double[] w) {
                return w[0] == 0 ? Optional.empty() : Optional.of(new double[] {w[1]});
            }

            @Override
            public double[][] influences(double[] w) {
                throw new IllegalStateException("replicates take no influences");
            }
        };
        assertEquals(1, sample.failed(needsFirst));
        // of the others the weights of the second row are 0 and 1.5
        assertEquals(2 * .75 * .75, sample.covariance(needsFirst).at(0, 0), 1e-15);
        ReplicateSample only = ReplicateSample.of(weights, replicates.subList(0, 1), 1, List.of(1.0), false);
        assertThrows(IllegalStateException.class, () -> only.covariance(needsFirst));
        assertEquals(Optional.of(Reason.SINGLE_PSU), only.varianceRefusal().flatMap(v -> v.reason()));
        ReplicateSample half = ReplicateSample.of(weights, replicates, 1, List.of(0.0, 1.0, 1.0), false);
        assertEquals(2 * .75 * .75, half.covariance(needsFirst).at(0, 0), 1e-15);
    }

    @Test
    void weightsThatCannotBeUsedHaveAReason() {
        assertEquals(Optional.of(Reason.MISSING_WEIGHT), refusal(1, Missing.ANSWER));
        assertEquals(Optional.of(Reason.NEGATIVE_WEIGHT), refusal(1, -1));
        assertEquals(Optional.of(Reason.ZERO_DENOMINATOR), refusal(0, 0));
        assertEquals(Optional.of(Reason.NO_DATA), refusal());
        assertEquals(Optional.empty(), refusal(0, 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> ReplicateSample.of(new double[1], List.of(new double[2]), 1, List.of(1.0), false));
        assertThrows(
                IllegalArgumentException.class,
                () -> ReplicateSample.of(new double[1], List.of(new double[1]), 1, List.of(), false));
        Stage alone = new Stage(List.of(0, 1, 1), List.of(0, 1, 2), Collections.nCopies(3, Population.unlimited()));
        RowSample lonely = RowSample.of(new double[] {1, 1, 1}, List.of(alone), LonelyRule.ADJUST);
        assertTrue(Replication.STRATIFIED_JACKKNIFE.of(lonely, false).isEmpty());
    }

    private static Optional<Reason> refusal(double... weights) {
        return ReplicateSample.of(weights, List.of(), 1, List.of(), false)
                .refusal()
                .flatMap(v -> v.reason());
    }
}
