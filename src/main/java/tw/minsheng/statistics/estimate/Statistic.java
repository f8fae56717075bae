package tw.minsheng.statistics.estimate;

import java.util.Optional;

/**
 * Numbers that follow from the weights of the rows of a sample, with what each row adds to them. {@link DesignedSample} makes
 * a covariance out of either: linearised designs take the influences, replicate weights take the numbers again and again.
 */
public interface Statistic {

    /**
     * The numbers under some weights; empty when they do not exist under these, for example when a domain has no weight.
     *
     * @param weights one per row, 0 or more
     */
    Optional<double[]> of(double[] weights);

    /**
     * By row, what one more unit of weight on it would change in each number; 0 for rows that do not count.
     *
     * @param weights under which the numbers exist
     */
    double[][] influences(double[] weights);
}
