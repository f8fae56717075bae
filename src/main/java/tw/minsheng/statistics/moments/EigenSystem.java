package tw.minsheng.statistics.moments;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Eigenvalues of a symmetric matrix, largest first, each with its vector of length 1; the sign of a vector is any. */
public final class EigenSystem {

    private final double[] values;
    private final double[][] vectors;

    private EigenSystem(double[] values, double[][] vectors) {
        this.values = values;
        this.vectors = vectors;
    }

    /** @param vectors one for each value, in the same order */
    static EigenSystem sorted(double[] values, double[][] vectors) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] falling = new double[values.length];
        double[][] along = new double[values.length][];
        for (int i = 0; i < order.length; i++) {
            falling[i] = values[order[i]];
            along[i] = vectors[order[i]].clone();
        }
        return new EigenSystem(falling, along);
    }

    public double value(int index) {
        return values[index];
    }

    /**
     * Element of a vector.
     *
     * @param index of the eigenvalue
     */
    public double vector(int index, int element) {
        return vectors[index][element];
    }
}
