package tw.minsheng.report.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tw.minsheng.dataset.Column;
import tw.minsheng.dataset.ConstructTally;
import tw.minsheng.dataset.PersonRows;
import tw.minsheng.dataset.Tally;
import tw.minsheng.report.wording.SampleCode;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.Warning;
import tw.minsheng.statistics.estimate.DesignedSample;
import tw.minsheng.statistics.estimate.RowSample;
import tw.minsheng.statistics.estimate.Stage;
import tw.minsheng.statistics.sampling.Population;
import tw.minsheng.statistics.sampling.SampleDesign;
import tw.minsheng.statistics.weighting.Calibration;
import tw.minsheng.survey.Scale;
import tw.minsheng.survey.Survey;

/** The people of one part of the answers, one by one, with their weights and their places in the design. */
public final class People {

    private static final double HUNDRED = 100;

    private final Tally tally;
    private final RowSample sample;
    private final boolean weighted;
    private final SampleCode code;
    private final Optional<Value> refusal;

    private People(Tally tally, RowSample sample, boolean weighted, SampleCode code, Optional<Value> refusal) {
        this.tally = tally;
        this.sample = sample;
        this.weighted = weighted;
        this.code = code;
        this.refusal = refusal;
    }

    /**
     * The people of a tally.
     *
     * @param fitted weights by place in the design
     * @param design of the strata of the tally
     * @param weighted whether the answers weigh differently
     */
    public static People of(Tally tally, Calibration fitted, SampleDesign design, boolean weighted, SampleCode code) {
        PersonRows rows = tally.people();
        int[] groups = rows.groups();
        int cells = tally.groups().cells();
        List<Integer> strata = Arrays.stream(groups)
                .map(group -> design.stratumOf(group / cells))
                .boxed()
                .toList();
        List<Population> populations = strata.stream()
                .map(stratum -> design.strata().get(stratum).population())
                .toList();
        RowSample plain =
                RowSample.of(rows.weights(), List.of(new Stage(strata, units(tally), populations)), design.lonely());
        boolean isUncounted = tally.isClustered() && !code.isNonprobability() && !tally.hasUnits();
        Optional<Value> refusal = code == SampleCode.W4
                ? Optional.of(Value.undefined(Reason.CENSUS))
                : isUncounted ? Optional.of(Value.undefined(Reason.NO_DATA)) : Optional.empty();
        return new People(tally, plain.with(fitted.byRow(groups)), weighted, code, refusal);
    }

    /** Where the design has no units, or not every answer names its own, each answer is one. */
    private static List<Integer> units(Tally tally) {
        int[] named = tally.people().units();
        boolean told = tally.isClustered() && tally.hasUnits();
        List<Integer> units = new ArrayList<>();
        for (int row = 0; row < named.length; row++) {
            units.add(told ? named[row] : row);
        }
        return Collections.unmodifiableList(units);
    }

    Tally tally() {
        return tally;
    }

    Survey survey() {
        return tally.layout().survey();
    }

    DesignedSample sample() {
        return sample;
    }

    /** In which stratum each person is, and of which first-stage unit. */
    Stage firstStage() {
        return sample.stages().get(0);
    }

    int size() {
        return tally.people().size();
    }

    boolean isWeighted() {
        return weighted;
    }

    SampleCode code() {
        return code;
    }

    /** Whether tests know of a design or of weights; else they are those of plain rows. */
    boolean isDesigned() {
        return weighted || !code.isNonprobability();
    }

    /** Why nothing can be tested: everybody was asked, or clusters that the answers do not name. */
    Optional<Value> refusal() {
        return refusal;
    }

    List<Warning> warnings() {
        return tally.people().isSample()
                ? List.of(Warning.of("random_sample", "n", Integer.toString(size())))
                : List.of();
    }

    int[] codes(Column column) {
        return tally.people().codes(column);
    }

    /** The points of an item by person, reverse items turned. */
    double[] points(Column item) {
        Scale scale = survey().scale(item.variable().scale());
        return Arrays.stream(codes(item))
                .mapToDouble(code -> ConstructTally.score(item, scale, code))
                .toArray();
    }

    /** The score of some items by person, 0–100: the mean of those that the person answered. */
    double[] scores(List<Column> items) {
        List<double[]> points = items.stream().map(this::points).toList();
        double[] scores = new double[size()];
        Arrays.fill(scores, Missing.ANSWER);
        if (items.isEmpty()) {
            return scores;
        }
        Scale scale = survey().scale(items.get(0).variable().scale());
        double range = scale.max() - (double) scale.min();
        for (int row = 0; row < scores.length; row++) {
            int person = row;
            double[] answered = points.stream()
                    .mapToDouble(item -> item[person])
                    .filter(point -> !Missing.is(point))
                    .toArray();
            if (answered.length > 0) {
                scores[row] = (Arrays.stream(answered).sum() / answered.length - scale.min()) / range * HUNDRED;
            }
        }
        return scores;
    }

    /** Rows that have a value. */
    static int[] valid(double[] values) {
        return IntStream.range(0, values.length)
                .filter(row -> !Missing.is(values[row]))
                .toArray();
    }
}
