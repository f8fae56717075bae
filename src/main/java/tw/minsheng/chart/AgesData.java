package tw.minsheng.chart;

import java.util.List;

/**
 * What is open at the end of each period, by age.
 *
 * @param counted name of the counts
 * @param bands names of the ages, the youngest first; at most four
 * @param periods from left to right, none left out
 */
public record AgesData(Words words, String counted, List<String> bands, List<Period> periods) {

    static final int MOST_BANDS = 4;

    /** One period: a count for each band. */
    public record Period(String name, List<Long> counts) {

        public Period {
            counts = List.copyOf(counts);
        }

        long total() {
            return counts.stream().mapToLong(Long::longValue).sum();
        }
    }

    /** @throws IllegalArgumentException when there are too many bands, or not a count for each */
    public AgesData {
        bands = List.copyOf(bands);
        periods = List.copyOf(periods);
        int size = bands.size();
        if (size > MOST_BANDS
                || periods.stream()
                        .anyMatch(period -> period.counts().size() != size
                                || period.counts().stream().anyMatch(n -> n < 0))) {
            throw new IllegalArgumentException("not a count for each of " + size + " bands");
        }
    }
}
