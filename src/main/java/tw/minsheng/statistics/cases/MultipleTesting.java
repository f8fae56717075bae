package tw.minsheng.statistics.cases;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * p-values adjusted for being several (CS5, PT5); same as {@code p.adjust}. p₍ᵢ₎ is the i-th smallest of m.
 */
public enum MultipleTesting {
    /** Keeps the chance of any false alarm by m·p for each. */
    BONFERRONI {
        @Override
        double[] ofRising(double[] p) {
            return stepDown(p, (rank, m) -> m);
        }
    },
    /** Keeps the chance of any false alarm (Holm 1979): step down, (m − i + 1)·p₍ᵢ₎, never falling. */
    HOLM {
        @Override
        double[] ofRising(double[] p) {
            return stepDown(p, (rank, m) -> m - rank + 1);
        }
    },
    /** The same factors, step up, never rising (Hochberg 1988); for tests that are independent or positively dependent. */
    HOCHBERG {
        @Override
        double[] ofRising(double[] p) {
            return stepUp(p, (rank, m) -> m - rank + 1);
        }
    },
    /** Closed testing with Simes' test of every subset (Hommel 1988, by Wright's algorithm of 1992); at least as strong as Hochberg. */
    HOMMEL {
        @Override
        double[] ofRising(double[] p) {
            int m = p.length;
            double[] adjusted = new double[m];
            double[] bound = new double[m];
            double simes = simes(p, 0, m, m);
            Arrays.fill(bound, simes);
            Arrays.fill(adjusted, simes);
            for (int size = m - 1; size > 1; size--) {
                int rest = m - size + 1; // the larger values of a subset of this size start here
                double larger = simes(p, rest, size - 1, size);
                for (int i = 0; i < rest; i++) {
                    bound[i] = StrictMath.min(size * p[i], larger);
                }
                Arrays.fill(bound, rest, m, bound[rest - 1]);
                for (int i = 0; i < m; i++) {
                    adjusted[i] = StrictMath.max(adjusted[i], bound[i]);
                }
            }
            Arrays.setAll(adjusted, i -> StrictMath.max(adjusted[i], p[i]));
            return adjusted;
        }

        /** The least of size·p over its rank among {@code many} values; the whole begins at rank 1, a rest at rank 2. */
        private double simes(double[] p, int from, int many, int size) {
            double least = Double.MAX_VALUE;
            for (int i = 0; i < many; i++) {
                least = StrictMath.min(least, size * p[from + i] / (from == 0 ? i + 1 : i + 2));
            }
            return least;
        }
    },
    /** Keeps the share of false alarms among the alarms (Benjamini and Hochberg 1995): step up, m/i·p₍ᵢ₎, never rising. */
    BENJAMINI_HOCHBERG {
        @Override
        double[] ofRising(double[] p) {
            return stepUp(p, (rank, m) -> (double) m / rank);
        }
    },
    /** The same whatever the dependence (Benjamini and Yekutieli 2001): times Σ1/i. */
    BENJAMINI_YEKUTIELI {
        @Override
        double[] ofRising(double[] p) {
            double harmonic =
                    IntStream.rangeClosed(1, p.length).mapToDouble(i -> 1.0 / i).sum();
            return stepUp(p, (rank, m) -> harmonic * m / rank);
        }
    };

    /** By what a value is multiplied. */
    @FunctionalInterface
    private interface Factor {
        /** @param rank 1 for the smallest of m */
        double of(int rank, int m);
    }

    /** The adjusted values of rising ones, perhaps above 1. */
    abstract double[] ofRising(double[] p);

    private static double[] stepDown(double[] p, Factor factor) {
        double[] adjusted = new double[p.length];
        double bound = 0;
        for (int i = 0; i < p.length; i++) {
            bound = StrictMath.max(bound, factor.of(i + 1, p.length) * p[i]);
            adjusted[i] = bound;
        }
        return adjusted;
    }

    private static double[] stepUp(double[] p, Factor factor) {
        double[] adjusted = new double[p.length];
        double bound = 1;
        for (int i = p.length - 1; i >= 0; i--) {
            bound = StrictMath.min(bound, factor.of(i + 1, p.length) * p[i]);
            adjusted[i] = bound;
        }
        return adjusted;
    }

    /**
     * The adjusted values in the order of the given ones, none above 1.
     *
     * @throws IllegalArgumentException when a value is no probability
     */
    public double[] adjusted(double[] p) {
        for (double each : p) {
            if (!(each >= 0 && each <= 1)) {
                throw new IllegalArgumentException("no probability: " + each);
            }
        }
        int[] order = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] rising = ofRising(IntStream.of(order).mapToDouble(i -> p[i]).toArray());
        double[] adjusted = new double[p.length];
        for (int i = 0; i < order.length; i++) {
            adjusted[order[i]] = StrictMath.min(1, rising[i]);
        }
        return adjusted;
    }
}
