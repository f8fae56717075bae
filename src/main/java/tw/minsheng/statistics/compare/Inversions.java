package tw.minsheng.statistics.compare;

import java.util.Arrays;

/** Counts the pairs that stand the wrong way round while it sorts them, by merging. The array is sorted afterwards. */
final class Inversions {

    private final double[] values;
    private final double[] beside;
    private double count;

    Inversions(double[] values) {
        this.values = values;
        this.beside = Arrays.copyOf(values, values.length);
    }

    double count() {
        sort(0, values.length);
        return count;
    }

    private void sort(int from, int to) {
        if (to - from < 2) {
            return;
        }
        int middle = (from + to) >>> 1;
        sort(from, middle);
        sort(middle, to);
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
    }
}
