package tw.minsheng.statistics.moments;

import tw.minsheng.statistics.MissingRule;

/**
 * Weighted sums and cross-products of k columns in one pass with O(k²) memory. Each column is taken about its first valid
 * value. Parts of the rows may be collected apart and merged. Not safe for several threads.
 */
public sealed interface CrossSums permits ListwiseSums, PairwiseSums {

    /** Empty sums over k columns. @throws IllegalArgumentException for a rule other than listwise and pairwise */
    static CrossSums of(int columns, MissingRule rule) {
        return switch (rule) {
            case LISTWISE -> new ListwiseSums(columns);
            case PAIRWISE -> new PairwiseSums(columns);
            case DOMAIN, NONE -> throw new IllegalArgumentException("no rule for cross-products: " + rule);
        };
    }

    int columns();

    /**
     * Adds a row of at least k numbers; {@link tw.minsheng.statistics.Missing#ANSWER} is missing.
     *
     * @param weight 0 or more; 1 for unweighted moments
     */
    void add(double[] row, double weight);

    default void add(double[] row) {
        add(row, 1);
    }

    /** Adds the sums of another part. @throws IllegalArgumentException when columns or rule differ */
    void merge(CrossSums other);

    /** Rows with weight that answer both columns. */
    long n(int i, int j);

    /** The mean of a column over its own valid rows; 0 when there are none. */
    double mean(int column);

    /**
     * Σw(x − x̄)(y − ȳ)/Σw · n/(n − 1) over the rows that answer both; the ordinary covariance when every weight is 1.
     * 0 when n &lt; 2.
     */
    double covariance(int i, int j);

    /** Pearson's r over the rows that answer both, with the standard deviations of those rows; 0 when one is constant. */
    double correlation(int i, int j);

    default SymmetricMatrix covariances() {
        return SymmetricMatrix.of(columns(), this::covariance);
    }
}
