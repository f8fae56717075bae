package tw.minsheng.dataset;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many answers have each weight; given up when the weights are too many to be kept, so that memory stays bounded. */
public final class WeightCounts {

    private static final int MOST = 20_000;

    private final TreeMap<Double, Long> counts = new TreeMap<>();

    WeightCounts() {}

    void add(double weight) {
        if (counts.size() <= MOST) {
            counts.merge(weight, 1L, Long::sum);
        }
    }

    /** Weight → answers, the smallest weight first; empty when there were too many different weights. */
    public Optional<SortedMap<Double, Long>> all() {
        return counts.size() > MOST ? Optional.empty() : Optional.of(Collections.unmodifiableSortedMap(counts));
    }
}
