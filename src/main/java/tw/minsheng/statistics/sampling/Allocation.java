package tw.minsheng.statistics.sampling;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A sample divided among strata (AL1). Whole numbers by the largest remainder: remainders count to nine digits, ties go to
 * the earlier stratum, and the sum is exactly n.
 */
public enum Allocation {
    /** n·N_h/N. */
    PROPORTIONAL {
        @Override
        double share(long size, long total, int strata) {
            return (double) size / total;
        }
    },
    /** n/H. */
    EQUAL {
        @Override
        double share(long size, long total, int strata) {
            return 1.0 / strata;
        }
    };

    private static final double DIGITS = 1e9;

    abstract double share(long size, long total, int strata);

    /**
     * @param sizes N_h, at least one above 0, none below
     * @param n 0 or more
     * @return n_h in the order of the strata; a share beyond N_h is not cut
     */
    public List<Long> of(List<Long> sizes, long n) {
        long total = sizes.stream().mapToLong(Long::longValue).sum();
        if (total <= 0 || n < 0 || sizes.stream().anyMatch(size -> size < 0)) {
            throw new IllegalArgumentException("sizes above 0 and n of 0 or more");
        }
        double[] exact = sizes.stream()
                .mapToDouble(size -> n * share(size, total, sizes.size()))
                .toArray();
        return largestRemainder(exact, n);
    }

    /**
     * Whole numbers of this sum: each rounded down, and one more for the largest remainders.
     *
     * @param exact 0 or more, of the sum n
     */
    static List<Long> largestRemainder(double[] exact, long n) {
        long[] whole = new long[exact.length];
        double[] remainders = new double[exact.length];
        long given = 0;
        for (int h = 0; h < exact.length; h++) {
            whole[h] = (long) StrictMath.floor(exact[h]);
            remainders[h] = StrictMath.rint((exact[h] - whole[h]) * DIGITS); // of 28.999999999999996 a whole one
            given += whole[h];
        }
        IntStream.range(0, exact.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer h) -> remainders[h]).reversed())
                .limit(n - given)
                .forEach(h -> whole[h]++);
        return IntStream.range(0, exact.length).mapToObj(h -> whole[h]).toList();
    }
}
