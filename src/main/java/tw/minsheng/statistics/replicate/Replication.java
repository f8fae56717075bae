package tw.minsheng.statistics.replicate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tw.minsheng.statistics.estimate.RowSample;
import tw.minsheng.statistics.estimate.Stage;

/**
 * How replicate weights are made of a sample and its first-stage units; {@code as.svrepdesign}. The population of a stratum
 * takes its share off the scale. A stratum with a single unit is refused: nothing is returned.
 */
public enum Replication {
    /**
     * JK1: one unit left out, the others times n/(n−1); scale (1−f)(n−1)/n. Strata are passed over.
     */
    JACKKNIFE {
        @Override
        Optional<ReplicateSample> of(RowSample sample, Units units, double keep, boolean mse) {
            int n = units.count();
            List<double[]> replicates = new ArrayList<>();
            for (int stratum = 0; stratum < units.strata(); stratum++) {
                for (int unit : units.of(stratum)) {
                    replicates.add(units.weights(sample, (s, u) -> u == unit ? 0 : n / (n - 1.0)));
                }
            }
            double scale = units.remaining(sample, 0) * (n - 1) / n;
            return made(sample, replicates, scale, Collections.nCopies(n, 1.0), mse);
        }
    },
    /** JKn: one unit left out, the others of its stratum times n_h/(n_h−1); rscale (1−f_h)(n_h−1)/n_h. */
    STRATIFIED_JACKKNIFE {
        @Override
        Optional<ReplicateSample> of(RowSample sample, Units units, double keep, boolean mse) {
            List<double[]> replicates = new ArrayList<>();
            List<Double> rscales = new ArrayList<>();
            for (int stratum = 0; stratum < units.strata(); stratum++) {
                int here = stratum;
                double n = units.of(stratum).size();
                for (int unit : units.of(stratum)) {
                    replicates.add(units.weights(sample, (s, u) -> s != here ? 1 : u == unit ? 0 : n / (n - 1)));
                    rscales.add(units.remaining(sample, stratum) * (n - 1) / n);
                }
            }
            return made(sample, replicates, 1, rscales, mse);
        }
    },
    /**
     * BRR, and with {@code keep} ρ above 0 Fay's: of two units per stratum one times 2 − ρ and the other times ρ, by the rows of
     * Sylvester's Hadamard matrix after the first; scale 1/(R(1−ρ)²). Only for two units in every stratum.
     */
    HALF_SAMPLES {
        @Override
        Optional<ReplicateSample> of(RowSample sample, Units units, double keep, boolean mse) {
            int size = 1;
            while (size < units.strata() + 1) {
                size *= 2;
            }
            List<double[]> replicates = new ArrayList<>();
            for (int r = 0; r < size; r++) {
                int replicate = r;
                replicates.add(units.weights(sample, (s, u) -> {
                    boolean first = units.of(s).get(0) == u;
                    boolean plus = Integer.bitCount((s + 1) & replicate) % 2 == 0;
                    return first == plus ? 2 - keep : keep;
                }));
            }
            double scale = 1 / (size * (1 - keep) * (1 - keep));
            return made(sample, replicates, scale, Collections.nCopies(size, 1.0), mse);
        }

        @Override
        boolean fits(Units units) {
            return units.all(2, 2);
        }
    };

    abstract Optional<ReplicateSample> of(RowSample sample, Units units, double keep, boolean mse);

    boolean fits(Units units) {
        return units.all(2, Integer.MAX_VALUE);
    }

    /** Nothing when a stratum has too few units for this, or weights were fitted already: fit the replicates instead. */
    public Optional<ReplicateSample> of(RowSample sample, boolean mse) {
        return of(sample, 0, mse);
    }

    /** @param keep ρ of Fay's method, in [0, 1); 0 for the others */
    public Optional<ReplicateSample> of(RowSample sample, double keep, boolean mse) {
        if (!(keep >= 0 && keep < 1)) {
            throw new IllegalArgumentException("rho lies in [0, 1): " + keep);
        }
        Units units = Units.of(sample.stages().get(0));
        return sample.isCalibrated() || sample.size() == 0 || !fits(units)
                ? Optional.empty()
                : of(sample, units, keep, mse);
    }

    private static Optional<ReplicateSample> made(
            RowSample sample, List<double[]> replicates, double scale, List<Double> rscales, boolean mse) {
        return Optional.of(ReplicateSample.of(sample.weights(), replicates, scale, rscales, mse));
    }

    /** By what the weight of a row is multiplied. */
    @FunctionalInterface
    interface Factor {
        double of(int stratum, int unit);
    }

    /** First-stage units by stratum, in the order of the rows, both numbered from 0. */
    record Units(List<Integer> stratumOf, List<Integer> unitOf, List<List<Integer>> strataUnits) {

        static Units of(Stage stage) {
            Map<Integer, Integer> strata = new LinkedHashMap<>();
            Map<List<Integer>, Integer> units = new LinkedHashMap<>();
            List<Integer> stratumOf = new ArrayList<>();
            List<Integer> unitOf = new ArrayList<>();
            List<Set<Integer>> found = new ArrayList<>();
            for (int i = 0; i < stage.rows(); i++) {
                int stratum = strata.computeIfAbsent(stage.strata().get(i), key -> strata.size());
                List<Integer> name = List.of(stratum, stage.units().get(i));
                int unit = units.computeIfAbsent(name, key -> units.size());
                stratumOf.add(stratum);
                unitOf.add(unit);
                if (stratum == found.size()) {
                    found.add(new LinkedHashSet<>());
                }
                found.get(stratum).add(unit);
            }
            return new Units(stratumOf, unitOf, found.stream().map(List::copyOf).toList());
        }

        int strata() {
            return strataUnits.size();
        }

        int count() {
            return strataUnits.stream().mapToInt(List::size).sum();
        }

        List<Integer> of(int stratum) {
            return strataUnits.get(stratum);
        }

        boolean all(int least, int most) {
            return strataUnits.stream().allMatch(units -> units.size() >= least && units.size() <= most);
        }

        double remaining(RowSample sample, int stratum) {
            return sample.stages()
                    .get(0)
                    .populations()
                    .get(stratumOf.indexOf(stratum))
                    .remaining((double) of(stratum).size());
        }

        double[] weights(RowSample sample, Factor factor) {
            double[] weights = new double[sample.size()];
            Arrays.setAll(weights, i -> sample.weight(i) * factor.of(stratumOf.get(i), unitOf.get(i)));
            return weights;
        }
    }
}
