package tw.minsheng.report.analysis;

import java.util.Optional;
import java.util.OptionalInt;
import tw.minsheng.dataset.ColumnTally;
import tw.minsheng.dataset.ConstructTally;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.estimate.MeanEstimate;
import tw.minsheng.statistics.estimate.MeanEstimator;
import tw.minsheng.statistics.estimate.VariableSums;
import tw.minsheng.survey.Scale;

/**
 * The design effect of a sample whose units hold several answers: that of the satisfied share of the overall item, against simple
 * random sampling with replacement: likeness within units and the weights together (ES6).
 */
final class DesignEffect {

    private DesignEffect() {}

    /** Of the drawn answers; {@code no_data} where units are not counted or nothing is asked about everything together. */
    static Value of(Weighed sample) {
        if (!sample.tally().hasUnits()) {
            return Value.undefined(Reason.NO_DATA);
        }
        return overall(sample, sample.estimator())
                .map(MeanEstimate::deffReplace)
                .orElseGet(() -> Value.undefined(Reason.NO_DATA));
    }

    /** The overall item as if its answers had been drawn one by one; empty where nothing is asked about everything together. */
    static Optional<MeanEstimate> ignoring(Weighed sample) {
        return overall(sample, sample.estimator().ignoringUnits());
    }

    private static Optional<MeanEstimate> overall(Weighed sample, MeanEstimator estimator) {
        return sample.tally()
                .layout()
                .column(sample.tally().layout().survey().overall())
                .map(column -> estimator.mean(satisfied(
                        sample.tally().column(column.id()),
                        sample.tally().layout().survey().scale(column.variable().scale()))));
    }

    /** 1 and 0; the scores themselves where no point is declared to be satisfied. */
    private static VariableSums satisfied(ColumnTally tally, Scale scale) {
        OptionalInt from = scale.satisfiedFrom().value();
        return tally.sums().as(code -> {
            double score = ConstructTally.score(tally.column(), scale, code);
            return from.isEmpty() ? score : score >= from.getAsInt() ? 1 : 0;
        });
    }
}
