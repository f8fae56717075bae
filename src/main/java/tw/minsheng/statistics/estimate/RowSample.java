package tw.minsheng.statistics.estimate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.moments.SymmetricMatrix;
import tw.minsheng.statistics.sampling.LonelyRule;
import tw.minsheng.statistics.weighting.Calibration;
import tw.minsheng.statistics.weighting.Explanation;
import tw.minsheng.statistics.weighting.Groups;

/**
 * A sample held row by row, for several variables at once and for designs with sampling units and stages. For simple and
 * stratified designs {@link MeanEstimator} gives the same numbers without keeping rows.
 */
public final class RowSample implements DesignedSample {

    private final Groups rows;
    private final Calibration calibration;
    private final List<Stage> stages;
    private final LonelyRule lonely;
    private final List<Boolean> lonelyWithin;

    private RowSample(
            Groups rows, Calibration calibration, List<Stage> stages, LonelyRule lonely, List<Boolean> lonelyWithin) {
        this.rows = rows;
        this.calibration = calibration;
        this.stages = List.copyOf(stages);
        this.lonely = lonely;
        this.lonelyWithin = List.copyOf(lonelyWithin);
    }

    /**
     * @param weights design weights, one per row
     * @param stages one or more
     * @throws IllegalArgumentException when lengths differ
     */
    public static RowSample of(double[] weights, List<Stage> stages, LonelyRule lonely) {
        Groups rows = new Groups(1, weights.length);
        for (int i = 0; i < weights.length; i++) {
            rows.add(i, weights[i]);
        }
        for (Stage stage : stages) {
            if (stage.rows() != weights.length) {
                throw new IllegalArgumentException("a stage has other rows than the weights");
            }
        }
        List<Boolean> all = Collections.nCopies(weights.length, true);
        return new RowSample(rows, Calibration.none(weights.length), stages, lonely, all);
    }

    /** The same rows with weights fitted by {@link tw.minsheng.statistics.weighting.Raking} over {@link #groups}. */
    public RowSample with(Calibration fitted) {
        if (fitted.groups() != rows.size()) {
            throw new IllegalArgumentException("weights of another sample");
        }
        return new RowSample(rows, fitted, stages, lonely, lonelyWithin);
    }

    /**
     * The same sample for estimates of a domain, with its rule for lonely units also where a stratum has one unit in the domain
     * and more outside; {@code options(survey.adjust.domain.lonely = TRUE)}. Without it only units that are alone in the design count.
     *
     * @param domain one per row
     */
    public RowSample lonelyWithin(boolean[] domain) {
        List<Boolean> inside = new ArrayList<>();
        for (boolean row : domain) {
            inside.add(row);
        }
        return new RowSample(rows, calibration, stages, lonely, inside);
    }

    /** The rows as groups of one, for weighting. */
    public Groups groups() {
        return rows;
    }

    public Calibration calibration() {
        return calibration;
    }

    @Override
    public int size() {
        return rows.size();
    }

    public List<Stage> stages() {
        return stages;
    }

    @Override
    public double weight(int row) {
        return rows.weight(row) * calibration.factor(row);
    }

    /** First-stage units − strata. */
    public long df() {
        Map<Integer, Map<Integer, Boolean>> units = units();
        long count = 0;
        for (Map<Integer, Boolean> stratum : units.values()) {
            count += stratum.size();
        }
        return count - units.size();
    }

    @Override
    public long df(boolean[] inside) {
        boolean[] weighing = inside.clone();
        for (int i = 0; i < weighing.length; i++) {
            weighing[i] &= weight(i) > 0;
        }
        return unitsLessStrata(weighing);
    }

    @Override
    public long tableDf(boolean[] inside) {
        return isCalibrated() ? df() : unitsLessStrata(inside);
    }

    @Override
    public boolean isCalibrated() {
        return calibration.kind() != Calibration.Kind.NONE;
    }

    @Override
    public boolean isCensus() {
        Stage first = stages.get(0);
        Map<Integer, Map<Integer, Boolean>> units = units();
        for (int i = 0; i < size(); i++) {
            double drawn = units.getOrDefault(first.strata().get(i), Map.of()).size();
            if (first.populations().get(i).remaining(drawn) > 0) {
                return false;
            }
        }
        return stages.size() == 1;
    }

    private long unitsLessStrata(boolean[] inside) {
        Stage first = stages.get(0);
        Set<Integer> strata = new HashSet<>();
        Set<List<Integer>> found = new HashSet<>();
        for (int i = 0; i < inside.length; i++) {
            if (inside[i]) {
                strata.add(first.strata().get(i));
                found.add(List.of(first.strata().get(i), first.units().get(i)));
            }
        }
        return (long) found.size() - strata.size();
    }

    /** Taylor: from influences per unit of weight, times w, less what the population that weights were fitted to explains. */
    @Override
    public SymmetricMatrix covariance(Statistic statistic) {
        double[][] influences = statistic.influences(weights());
        int k = influences.length == 0 ? 0 : influences[0].length;
        double[][] residuals = new double[influences.length][k];
        Explanation explanation = calibration.explanation(rows);
        for (int j = 0; j < k; j++) {
            double[] plain = new double[influences.length];
            double[] weighted = new double[influences.length];
            for (int i = 0; i < plain.length; i++) {
                plain[i] = influences[i][j];
                weighted[i] = plain[i] * rows.weight(i);
            }
            double[] explained = explanation.explained(plain, weighted);
            for (int i = 0; i < plain.length; i++) {
                double fitted = rows.weight(i) * calibration.fittedFactor(i);
                residuals[i][j] = weight(i) * plain[i] - fitted * explained[i];
            }
        }
        return new StagedVariance(residuals, stages, lonely, lonelyWithin).covariance();
    }

    private Map<Integer, Map<Integer, Boolean>> units() {
        Map<Integer, Map<Integer, Boolean>> units = new HashMap<>();
        Stage first = stages.get(0);
        for (int i = 0; i < size(); i++) {
            units.computeIfAbsent(first.strata().get(i), key -> new HashMap<>())
                    .put(first.units().get(i), true);
        }
        return units;
    }

    /** Weights that cannot be used, or more units than the population has. */
    @Override
    public Optional<Value> refusal() {
        Optional<Value> weights = rows.refusal();
        if (weights.isPresent()) {
            return weights;
        }
        Map<Integer, Map<Integer, Boolean>> units = units();
        Stage first = stages.get(0);
        for (int i = 0; i < size(); i++) {
            int drawn = units.getOrDefault(first.strata().get(i), Map.of()).size();
            Value checked = first.populations().get(i).checked(drawn);
            if (!checked.isKnown()) {
                return Optional.of(checked);
            }
        }
        return Optional.empty();
    }

    /**
     * Why there can be no variance although there is an estimate: one unit, a lonely one that is not allowed, or nothing but
     * lonely ones, which say nothing of their strata unless they are adjusted.
     */
    @Override
    public Optional<Value> varianceRefusal() {
        Map<Integer, Map<Integer, Boolean>> units = units();
        if (units.size() == 1 && units.values().iterator().next().size() == 1) {
            return Optional.of(Value.undefined(Reason.SINGLE_PSU));
        }
        Set<Integer> alone = aloneIn(units);
        boolean isRefused = lonely == LonelyRule.FAIL
                ? !alone.isEmpty()
                : lonely != LonelyRule.ADJUST && alone.size() == units.size();
        return isRefused
                ? Optional.of(Value.undefined(
                        Reason.LONELY_STRATUM,
                        Map.of("stratum", alone.iterator().next().toString())))
                : Optional.empty();
    }

    /** The strata with a single unit that was not certain to be drawn, in the order of the rows. */
    private Set<Integer> aloneIn(Map<Integer, Map<Integer, Boolean>> units) {
        Set<Integer> alone = new LinkedHashSet<>();
        Stage first = stages.get(0);
        for (int i = 0; i < size(); i++) {
            int stratum = first.strata().get(i);
            boolean single = units.getOrDefault(stratum, Map.of()).size() == 1;
            if (single && first.populations().get(i).remaining(1) > 0) {
                alone.add(stratum);
            }
        }
        return alone;
    }
}
