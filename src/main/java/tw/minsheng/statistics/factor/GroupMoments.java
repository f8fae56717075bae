package tw.minsheng.statistics.factor;

import java.util.List;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/**
 * What is known of the answers of one group.
 *
 * @param n complete answers
 * @param means of the items
 * @param covariance of the items with divisor n − 1
 */
public record GroupMoments(long n, List<Double> means, SymmetricMatrix covariance) {

    public GroupMoments {
        means = List.copyOf(means);
        if (means.size() != covariance.size()) {
            throw new IllegalArgumentException(means.size() + " means of " + covariance.size() + " items");
        }
    }

    int items() {
        return means.size();
    }
}
