package tw.minsheng.statistics.reliability;

import java.util.DoubleSummaryStatistics;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/** Walks over all halves of the items, each as a set of bits, in rising order. */
final class SplitWalk {

    private final SymmetricMatrix matrix;
    private final double variance;
    private final int k;
    private final DoubleSummaryStatistics coefficients = new DoubleSummaryStatistics();

    SplitWalk(SymmetricMatrix matrix, double variance) {
        this.matrix = matrix;
        this.variance = variance;
        this.k = matrix.size();
    }

    Guttman.Splits walk() {
        int half = k / 2;
        int end = 1 << k;
        for (int set = (1 << half) - 1; set < end; set = next(set)) {
            // for even k the other half is the same split: only those with the first item
            if (k % 2 == 1 || (set & 1) == 1) {
                look(set);
            }
        }
        return new Guttman.Splits(
                Value.of(coefficients.getMax()),
                Value.of(coefficients.getMin()),
                Value.of(coefficients.getAverage()),
                coefficients.getCount());
    }

    /** The next larger number with as many bits (HAKMEM 175). */
    private static int next(int set) {
        int low = set & -set;
        int ripple = set + low;
        return ripple | (((set ^ ripple) >>> 2) / low);
    }

    private void look(int set) {
        double between = 0;
        for (int i = 0; i < k; i++) {
            if ((set >>> i & 1) == 1) {
                for (int j = 0; j < k; j++) {
                    between += (set >>> j & 1) == 1 ? 0 : matrix.at(i, j);
                }
            }
        }
        coefficients.accept(4 * between / variance);
    }
}
