package tw.minsheng.report.plan;

import java.util.List;
import java.util.OptionalLong;
import tw.minsheng.statistics.sampling.Population;
import tw.minsheng.statistics.sampling.SampleSize;

/**
 * What a survey shall be able to tell, and what it can count on.
 *
 * @param margin largest sampling error that is borne, a share in (0, 1)
 * @param confidence in (0, 1)
 * @param proportion expected share, in (0, 1); .5 is the safe one
 * @param population units that can be drawn, 1 or more; empty for very many
 * @param deff design effect, above 0
 * @param responseRate in (0, 1]
 * @param groups groups for which results are wanted too, 1 or more
 * @param cost of one invitation, 0 or more
 * @param layers strata, none without; their sizes are the population then
 * @param sharing how the strata share the sample
 * @param least answers from each stratum at least, where strata share in proportion
 */
public record Wish(
        double margin,
        double confidence,
        double proportion,
        OptionalLong population,
        double deff,
        double responseRate,
        int groups,
        double cost,
        List<Layer> layers,
        Sharing sharing,
        long least) {

    public Wish {
        layers = List.copyOf(layers);
        if (groups < 1 || !(cost >= 0) || least < 0) {
            throw new IllegalArgumentException("groups, cost or least out of range");
        }
    }

    /** A stratum of so many units. */
    public record Layer(String name, long size) {
        public Layer {
            if (size < 1) {
                throw new IllegalArgumentException("a stratum has a unit at least: " + size);
            }
        }
    }

    /** How strata share a sample. */
    public enum Sharing {
        PROPORTIONAL,
        EQUAL
    }

    /** Units that can be drawn: those of the strata where there are any. */
    Population frame() {
        if (!layers.isEmpty()) {
            return Population.of(layers.stream().mapToDouble(Layer::size).sum());
        }
        return population.isPresent() ? Population.of((double) population.getAsLong()) : Population.unlimited();
    }

    /** @throws IllegalArgumentException when a number is out of its range */
    SampleSize.Plan plan() {
        return new SampleSize.Plan(margin, confidence, proportion, frame(), deff, responseRate);
    }
}
