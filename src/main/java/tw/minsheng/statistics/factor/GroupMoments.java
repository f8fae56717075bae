package tw.minsheng.statistics.factor;

import java.util.List;
import java.util.stream.IntStream;
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

    SymmetricMatrix withDivisorN() {
        double share = (n - 1.0) / n;
        return SymmetricMatrix.of(items(), (i, j) -> covariance.at(i, j) * share);
    }

    /** The same in other units: each item divided by a number of its own. */
    GroupMoments over(double[] units) {
        return new GroupMoments(
                n,
                IntStream.range(0, items())
                        .mapToObj(i -> means.get(i) / units[i])
                        .toList(),
                SymmetricMatrix.of(items(), (i, j) -> covariance.at(i, j) / units[i] / units[j]));
    }
}
