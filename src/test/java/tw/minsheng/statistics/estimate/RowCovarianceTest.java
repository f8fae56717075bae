package tw.minsheng.statistics.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.Reason;

/** Covariances, domains and totals of a stratified sample; R: survey 4.1-1. */
class RowCovarianceTest {

    private static final RowEstimator ESTIMATOR = new RowEstimator(StratifiedRows.sample());

    @Test
    void covariancesHaveErrors() {
        CovarianceEstimate found = ESTIMATOR.covariances(StratifiedRows.y(), StratifiedRows.x());
        assertEquals(14.303125944389143, found.covariance().at(0, 0), 1e-12);
        assertEquals(7.323420676537519, found.covariance().at(0, 1), 1e-12);
        assertEquals(4.221569042412271, found.covariance().at(1, 1), 1e-12);
        assertEquals(3.147043709104419, found.se().at(0, 0), 1e-12);
        assertEquals(1.438392196853301, found.se().at(0, 1), 1e-12);
        assertEquals(0.7355047634699214, found.se().at(1, 1), 1e-12);
        assertEquals(24, found.n());
        assertEquals(
                7.323420676537519 / Math.sqrt(14.303125944389143 * 4.221569042412271),
                found.correlation(0, 1).number(),
                1e-12);
        assertEquals(1, found.correlation(1, 1).number());
    }

    @Test
    void aConstantHasNoCorrelation() {
        double[] constant = new double[StratifiedRows.N];
        Arrays.fill(constant, 3);
        CovarianceEstimate found = ESTIMATOR.covariances(StratifiedRows.y(), constant);
        assertEquals(Optional.of(Reason.NO_VARIATION), found.correlation(0, 1).reason());
        double[] one = new double[StratifiedRows.N];
        Arrays.fill(one, Missing.ANSWER);
        one[4] = 1;
        CovarianceEstimate few = ESTIMATOR.covariances(one);
        assertEquals(Optional.of(Reason.N_TOO_SMALL), few.status().reason());
        assertEquals(Optional.of(Reason.N_TOO_SMALL), few.correlation(0, 0).reason());
        assertEquals(1, few.n());
        one[7] = 2;
        assertEquals(2, ESTIMATOR.covariances(one).n());
        assertEquals(
                .5 * 2 * (1.0 / 2.2) * (1.2 / 2.2) * 2,
                ESTIMATOR.covariances(one).covariance().at(0, 0),
                1e-12);
    }

    @Test
    void domainsShareTheDesign() {
        VectorEstimate means = ESTIMATOR.domainMeans(StratifiedRows.y(), StratifiedRows.h(), 3);
        assertEquals(7.207407407407407, means.estimates().get(0).number(), 1e-12);
        assertEquals(6.341772151898734, means.estimates().get(1).number(), 1e-12);
        assertEquals(8.782771535580524, means.estimates().get(2).number(), 1e-12);
        assertEquals(1.869612806416038, means.covariance().at(0, 0), 1e-12);
        assertEquals(-0.001574753890326396, means.covariance().at(0, 1), 1e-12);
        assertEquals(0.033469526353376314, means.covariance().at(0, 2), 1e-12);
        assertEquals(1.3802639918237984, means.covariance().at(2, 2), 1e-12);
        VectorEstimate contrast = means.contrast(1, -1, .5);
        assertEquals(5.257021023298935, contrast.estimates().get(0).number(), 1e-12);
        assertEquals(1.830572169657397, contrast.se(0).number(), 1e-12);
        assertEquals(24, contrast.n());
        assertThrows(IllegalArgumentException.class, () -> means.contrast(1, -1));
        VectorEstimate empty = ESTIMATOR.domainMeans(StratifiedRows.y(), StratifiedRows.h(), 4);
        assertEquals(Optional.of(Reason.NO_DATA), empty.estimates().get(0).reason());
        assertEquals(
                Optional.of(Reason.NO_DATA),
                empty.contrast(1, 1, 1, 1).estimates().get(0).reason());
    }

    @Test
    void totalsHaveDesignEffects() {
        VectorEstimate total = ESTIMATOR.totals(StratifiedRows.y());
        assertEquals(579.4, total.estimates().get(0).number(), 1e-12);
        assertEquals(66.82999426405281, total.se(0).number(), 1e-10);
        assertEquals(
                1.813179953739723,
                ESTIMATOR.totalDesignEffect(total, 0, StratifiedRows.y(), false).number(),
                1e-12);
        assertEquals(
                1.250953611494848,
                ESTIMATOR.totalDesignEffect(total, 0, StratifiedRows.y(), true).number(),
                1e-12);
        double[] constant = new double[StratifiedRows.N];
        Arrays.fill(constant, 3);
        assertEquals(
                Optional.of(Reason.NO_VARIATION),
                ESTIMATOR
                        .totalDesignEffect(ESTIMATOR.totals(constant), 0, constant, true)
                        .reason());
        RowEstimator census = new RowEstimator(StratifiedRows.census());
        assertEquals(
                Optional.of(Reason.ZERO_DENOMINATOR),
                census.totalDesignEffect(census.totals(StratifiedRows.y()), 0, StratifiedRows.y(), false)
                        .reason());
    }

    /** What has no answer or no weight takes no part in the degrees of freedom, but in those of tables (S6). */
    @Test
    void degreesOfFreedomCountUnitsLessStrata() {
        RowSample sample = StratifiedRows.sample();
        boolean[] inside = StratifiedRows.all();
        assertEquals(22, sample.df(inside));
        assertEquals(22, sample.df());
        for (int i = 0; i < 11; i++) {
            inside[i] = false;
        }
        assertEquals(12, sample.df(inside));
        assertEquals(12, sample.tableDf(inside));
        assertFalse(sample.isCalibrated());
        double[] weights = StratifiedRows.w();
        weights[0] = 0;
        RowSample zero = RowSample.of(weights, sample.stages(), tw.minsheng.statistics.sampling.LonelyRule.ADJUST);
        assertEquals(21, zero.df(StratifiedRows.all()));
        assertEquals(22, zero.tableDf(StratifiedRows.all()));
    }
}
