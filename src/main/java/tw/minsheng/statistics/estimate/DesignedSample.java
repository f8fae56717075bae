package tw.minsheng.statistics.estimate;

import java.util.Arrays;
import java.util.Optional;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/**
 * A sample held by rows as estimates see it: weights, and how the covariance of whatever follows from the weights is had.
 * Procedures take this, so that they answer for linearised designs ({@link RowSample}) and replicate weights alike.
 */
public interface DesignedSample {

    int size();

    /** Final weight of a row. */
    double weight(int row);

    /**
     * Degrees of freedom of a domain: for a linearised design its first-stage units − strata, counted over the rows of the
     * domain that have weight.
     *
     * @param inside one per row
     */
    long df(boolean[] inside);

    /**
     * The same as a table counts them (S6): rows without weight count, and those outside the domain too when weights were
     * fitted to the population.
     */
    long tableDf(boolean[] inside);

    /** Whether weights were fitted to the population. */
    boolean isCalibrated();

    /** Whether everybody was asked, so that nothing is left to chance. */
    boolean isCensus();

    /** Why there can be no estimate. */
    Optional<Value> refusal();

    /** Why there can be no variance although there is an estimate. */
    Optional<Value> varianceRefusal();

    /** The covariance of the numbers of a statistic, which must exist under the weights of this sample. */
    SymmetricMatrix covariance(Statistic statistic);

    /** A copy of the weights. */
    default double[] weights() {
        double[] weights = new double[size()];
        Arrays.setAll(weights, this::weight);
        return weights;
    }
}
