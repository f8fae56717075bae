package tw.minsheng.statistics.estimate;

import java.util.Optional;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.sampling.Population;
import tw.minsheng.statistics.sampling.SampleDesign;
import tw.minsheng.statistics.sampling.Stratum;
import tw.minsheng.statistics.weighting.Calibration;
import tw.minsheng.statistics.weighting.Groups;

/**
 * A sample of which only sums per group are known, with its design and its weights: as much memory for ten rows as for ten million.
 * Groups are the places of its design, strata or first-stage units, times the cells of its margins.
 *
 * @param ignoring whether the strata and units of the design are left out of sight, to show what that would do
 */
public record GroupedSample(SampleDesign design, Groups groups, Calibration calibration, boolean ignoring) {

    /** @throws IllegalArgumentException when the parts belong to different designs */
    public GroupedSample {
        if (design.places() != groups.strata() || groups.size() != calibration.groups()) {
            throw new IllegalArgumentException("design, groups and weights do not belong together");
        }
    }

    /** @throws IllegalArgumentException when the parts belong to different designs */
    public GroupedSample(SampleDesign design, Groups groups, Calibration calibration) {
        this(design, groups, calibration, false);
    }

    /** The same weights taken as given, as tools do that do not know how they came about (S10). */
    public GroupedSample asFixed() {
        return new GroupedSample(design, groups, calibration.asFixed(), ignoring);
    }

    /** The same answers as if each had been drawn for itself from one list. */
    GroupedSample ignoringUnits() {
        return new GroupedSample(design, groups, calibration, true);
    }

    /** Whether the units of the variance are those of a first stage, not rows. */
    boolean isByUnits() {
        return design.isClustered() && !ignoring;
    }

    int strata() {
        return ignoring ? 1 : design.strata().size();
    }

    Stratum stratum(int stratum) {
        return ignoring
                ? new Stratum("", Population.unlimited())
                : design.strata().get(stratum);
    }

    /** The stratum of a place of the design. */
    int stratumOf(int place) {
        return ignoring ? 0 : design.stratumOf(place);
    }

    /** Whether weights were fitted to the population. */
    public boolean isCalibrated() {
        return calibration.kind() != Calibration.Kind.NONE;
    }

    /**
     * Why there can be no estimate.
     *
     * @param valid rows that have a value
     * @param weight Σw of those rows
     */
    Optional<Value> refusal(long valid, double weight) {
        Optional<Value> weights = groups.refusal();
        if (weights.isPresent()) {
            return weights;
        }
        for (int h = 0; h < strata(); h++) {
            Value size = stratum(h).population().checked((double) units(h));
            if (!size.isKnown()) {
                return Optional.of(size);
            }
        }
        if (valid == 0) {
            return Optional.of(Value.undefined(Reason.NO_DATA));
        }
        return weight > 0 ? Optional.empty() : Optional.of(Value.undefined(Reason.ZERO_DENOMINATOR));
    }

    /** What was drawn in a stratum and gave answers: rows, or first-stage units. */
    long units(int stratum) {
        if (!isByUnits()) {
            return ignoring ? groups.rows() : groups.rowsOfStratum(stratum);
        }
        long units = 0;
        for (int place = 0; place < groups.strata(); place++) {
            units += design.stratumOf(place) == stratum && groups.rowsOfStratum(place) > 0 ? 1 : 0;
        }
        return units;
    }

    long units() {
        long units = 0;
        for (int h = 0; h < strata(); h++) {
            units += units(h);
        }
        return units;
    }

    /** Units less strata that have any. */
    public long df() {
        long strata = 0;
        for (int h = 0; h < strata(); h++) {
            strata += units(h) > 0 ? 1 : 0;
        }
        return units() - strata;
    }
}
