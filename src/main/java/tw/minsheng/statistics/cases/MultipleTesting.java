package tw.minsheng.statistics.cases;

import java.util.Comparator;
import java.util.stream.IntStream;

/** p-values adjusted for being several (CS5, PT5); same as {@code p.adjust}. */
public enum MultipleTesting {
    /** Keeps the chance of any false alarm by m·p for each. */
    BONFERRONI {
        @Override
        double factor(int rank, int m) {
            return m;
        }

        @Override
        boolean fromTheSmallest() {
            return true;
        }
    },
    /** Keeps the chance of any false alarm (Holm 1979): step down, (m − i + 1)·p₍ᵢ₎, never falling. */
    HOLM {
        @Override
        double factor(int rank, int m) {
            return m - rank + 1;
        }

        @Override
        boolean fromTheSmallest() {
            return true;
        }
    },
    /** Keeps the share of false alarms among the alarms (Benjamini and Hochberg 1995): step up, m/i·p₍ᵢ₎, never rising. */
    BENJAMINI_HOCHBERG {
        @Override
        double factor(int rank, int m) {
            return (double) m / rank;
        }

        @Override
        boolean fromTheSmallest() {
            return false;
        }
    };

    /** @param rank 1 for the smallest of m */
    abstract double factor(int rank, int m);

    abstract boolean fromTheSmallest();

    /**
     * The adjusted values in the order of the given ones, none above 1.
     *
     * @throws IllegalArgumentException when a value is no probability
     */
    public double[] adjusted(double[] p) {
        int m = p.length;
        for (double each : p) {
            if (!(each >= 0 && each <= 1)) {
                throw new IllegalArgumentException("no probability: " + each);
            }
        }
        int[] order = IntStream.range(0, m)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[m];
        double bound = fromTheSmallest() ? 0 : 1;
        for (int step = 0; step < m; step++) {
            int rank = fromTheSmallest() ? step + 1 : m - step;
            double own = factor(rank, m) * p[order[rank - 1]];
            bound = fromTheSmallest() ? StrictMath.max(bound, own) : StrictMath.min(bound, own);
            adjusted[order[rank - 1]] = StrictMath.min(1, bound);
        }
        return adjusted;
    }
}
