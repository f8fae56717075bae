package tw.minsheng.collect;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an answer at each place of a sample stands for, by its wave and its group: the first-stage unit, else the stratum.
 *
 * @param groups none twice
 */
public record SampleWeights(Map<Spot, Share> groups) {

    private static final Pattern JOINED = Pattern.compile(SamplePlace.JOINED, Pattern.LITERAL);

    /** Every answer stands for itself. */
    public static final SampleWeights NONE = new SampleWeights(Map.of());

    public SampleWeights {
        groups = Map.copyOf(groups);
    }

    /** @param wave code, "" for units whose names are those of one wave only */
    public record Spot(String wave, String group) {}

    /**
     * So many stand for so many.
     *
     * @param size that they stand for
     * @param drawn above 0
     */
    public record Share(double size, double drawn) {
        public Share {
            if (!(size >= 0 && drawn > 0)) {
                throw new IllegalArgumentException(size + " by " + drawn);
            }
        }
    }

    /** Units whose names are those of one wave only, each with its weight. */
    public static SampleWeights ofUnits(Map<String, Double> weights) {
        Map<Spot, Share> groups = new HashMap<>();
        weights.forEach((unit, weight) -> groups.put(new Spot("", unit), new Share(weight, 1)));
        return new SampleWeights(groups);
    }

    /** Both together. */
    public SampleWeights and(SampleWeights others) {
        Map<Spot, Share> both = new HashMap<>(groups);
        both.putAll(others.groups);
        return new SampleWeights(both);
    }

    /** The weight of an answer; 1 where nothing is known of its place. */
    public double of(String wave, SamplePlace place) {
        String name = place.unit().isEmpty() ? place.stratum() : place.unit();
        double size = 0;
        double drawn = 0;
        for (String group : JOINED.split(name, -1)) {
            Optional<Share> share = Optional.ofNullable(groups.get(new Spot(wave, group)))
                    .or(() -> Optional.ofNullable(groups.get(new Spot("", group))));
            size += share.map(Share::size).orElse(0.0);
            drawn += share.map(Share::drawn).orElse(0.0);
        }
        return drawn > 0 ? size / drawn : 1;
    }
}
