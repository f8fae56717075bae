package tw.minsheng.statistics.compare;

import java.util.Arrays;

/** Counts the pairs that stand the wrong way round while it sorts them, by merging. The array is sorted afterwards. */
final class Inversions {

    private final double[] values;
    private final double[] beside;

    Inversions(double[] values) {
        this.values = values;
        this.beside = Arrays.copyOf(values, values.length);
    }

    double count() {
        return sort(0, values.length);
    }

    private double sort(int from, int to) {
        if (to - from < 2) {
            return 0;
        }
        int middle = (from + to) >>> 1;
        double count = sort(from, middle) + sort(middle, to);
        System.arraycopy(values, from, beside, from, to - from);
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            if (left < middle && (right >= to || beside[left] <= beside[right])) {
                values[i] = beside[left++];
            } else {
                count += middle - left;
                values[i] = beside[right++];
            }
        }
        return count;
    }
}
