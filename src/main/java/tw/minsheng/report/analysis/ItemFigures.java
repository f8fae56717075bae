package tw.minsheng.report.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import tw.minsheng.dataset.Column;
import tw.minsheng.dataset.ColumnTally;
import tw.minsheng.dataset.ConstructTally;
import tw.minsheng.dataset.Frequencies;
import tw.minsheng.report.Basis;
import tw.minsheng.report.Result;
import tw.minsheng.report.Uncertainty;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.estimate.MeanEstimate;
import tw.minsheng.statistics.estimate.MeanEstimator;
import tw.minsheng.statistics.estimate.Quantile;
import tw.minsheng.survey.Scale;

/** Mean, spread and boxes of the items on scales, and of the overall item. */
final class ItemFigures {

    private final Weighed sample;
    private final Precision precision;
    private final MeanEstimator estimator;

    ItemFigures(Weighed sample, Precision precision) {
        this.sample = sample;
        this.precision = precision;
        this.estimator = sample.estimator();
    }

    /** Results of every item on a scale, in the order of the questionnaire. */
    List<Result> all() {
        List<Result> results = new ArrayList<>();
        for (ColumnTally column : sample.tally().columns()) {
            if (column.column().isItem()) {
                results.addAll(of("item." + column.column().id(), column));
            }
        }
        String overall = sample.tally().layout().survey().overall();
        sample.tally()
                .layout()
                .column(overall)
                .ifPresent(column -> of("overall", sample.tally().column(column.id())).stream()
                        .filter(result -> result.key().equals("overall.t2b")
                                || result.key().equals("overall.item_mean"))
                        .forEach(results::add));
        sample.tally()
                .layout()
                .column(overall)
                .ifPresent(column -> results.addAll(errors(sample.tally().column(column.id()))));
        if (sample.isWeighted()) {
            sample.tally()
                    .layout()
                    .column(overall)
                    .ifPresent(column -> unweighted(column).ifPresent(results::add));
        }
        return results;
    }

    /**
     * Standard errors of the overall item where people were drawn (S10): the one that its intervals take, which knows of a fit to the
     * population, and beside a fit the one that takes the weights as given.
     */
    private List<Result> errors(ColumnTally column) {
        Scale scale = scale(column.column());
        List<Result> results = new ArrayList<>(errors(
                "overall.item_mean",
                column,
                estimator.mean(column.sums().as(code -> ConstructTally.score(column.column(), scale, code)))));
        OptionalInt from = scale.satisfiedFrom().value();
        if (from.isPresent()) {
            MeanEstimate share = share(column, code -> score(column, code) >= from.getAsInt())
                    .estimate();
            results.addAll(errors("overall.t2b", column, share));
        }
        return results;
    }

    private List<Result> errors(String object, ColumnTally column, MeanEstimate estimate) {
        if (precision.ofMean(estimate).interval().isEmpty()) {
            return List.of();
        }
        List<Result> results = new ArrayList<>();
        String method = sample.isFitted() ? "taylor_of_fitted_weights" : "taylor";
        results.add(Result.of(object + ".se", estimate.se(), basis(column, method)));
        if (sample.isFitted()) {
            results.add(Result.of(
                    object + ".se_fixed_weights", estimate.seFixed(), basis(column, "taylor_of_given_weights")));
        }
        return results;
    }

    /** The overall share as the sample itself says it: what weighting changes is seen beside it. */
    private Optional<Result> unweighted(Column column) {
        OptionalInt from = scale(column).satisfiedFrom().value();
        if (from.isEmpty()) {
            return Optional.empty();
        }
        Frequencies counts = sample.tally().column(column.id()).frequencies();
        long satisfied = 0;
        for (int code = 0; code < counts.validCodes(); code++) {
            satisfied += score(sample.tally().column(column.id()), code) >= from.getAsInt() ? counts.of(code) : 0;
        }
        Basis basis = new Basis(counts.valid(), sample.tally().used(), 0, "top_box", false, MissingRule.DOMAIN);
        return Optional.of(
                Result.of("overall.t2b.unweighted", Value.ratio((double) satisfied, (double) counts.valid()), basis));
    }

    private List<Result> of(String object, ColumnTally column) {
        Scale scale = scale(column.column());
        MeanEstimate mean =
                estimator.mean(column.sums().as(code -> ConstructTally.score(column.column(), scale, code)));
        List<Result> results = new ArrayList<>();
        results.add(Result.of(object + ".item_mean", mean.mean(), precision.ofMean(mean), basis(column, "mean")));
        results.add(Result.of(object + ".item_sd", mean.sd(), basis(column, "sd_n_minus_1")));
        results.add(Result.of(object + ".item_median", median(column), basis(column, "quantile_math")));
        OptionalInt from = scale.satisfiedFrom().value();
        if (from.isPresent()) {
            int limit = from.getAsInt();
            int mirrored = scale.min() + scale.max() - limit;
            results.add(box(object + ".t2b", column, code -> score(column, code) >= limit, "top_box"));
            results.add(box(object + ".b2b", column, code -> score(column, code) <= mirrored, "bottom_box"));
        }
        return results;
    }

    private Result box(String key, ColumnTally column, IntPredicate inside, String method) {
        Share share = share(column, inside);
        return Result.of(key, share.estimate().mean(), share.uncertainty(), basis(column, method));
    }

    /** A weighted share with its interval. */
    record Share(MeanEstimate estimate, Uncertainty uncertainty) {

        Value value() {
            return estimate.mean();
        }
    }

    /** The smallest score that half of the answers, weighted, do not exceed (ES4, rule {@code math}). */
    private Value median(ColumnTally column) {
        double[][] scored = IntStream.range(0, column.frequencies().validCodes())
                .mapToObj(code -> new double[] {
                    score(column, code),
                    column.sums().weight(code, sample.weighting().calibration())
                })
                .sorted(Comparator.comparingDouble(each -> each[0]))
                .toArray(double[][]::new);
        return Quantile.MATH.of(
                Arrays.stream(scored).mapToDouble(each -> each[0]).toArray(),
                Arrays.stream(scored).mapToDouble(each -> each[1]).toArray(),
                .5);
    }

    /** The share of valid answers whose code lies inside. */
    Share share(ColumnTally column, IntPredicate inside) {
        MeanEstimate estimate = estimator.mean(column.sums().as(code -> inside.test(code) ? 1 : 0));
        Frequencies frequencies = column.frequencies();
        long count = 0;
        for (int code = 0; code < frequencies.validCodes(); code++) {
            count += inside.test(code) ? frequencies.of(code) : 0;
        }
        return new Share(estimate, precision.ofShare(estimate, count));
    }

    /** The share of valid answers at {@code satisfiedFrom} or better. */
    Value satisfied(Column column) {
        ColumnTally tally = sample.tally().column(column.id());
        OptionalInt from = scale(column).satisfiedFrom().value();
        return from.isPresent()
                ? share(tally, code -> score(tally, code) >= from.getAsInt()).value()
                : Value.undefined(tw.minsheng.statistics.Reason.NO_DATA);
    }

    private double score(ColumnTally column, int code) {
        return ConstructTally.score(column.column(), scale(column.column()), code);
    }

    private Scale scale(Column column) {
        return sample.tally().layout().survey().scale(column.variable().scale());
    }

    private Basis basis(ColumnTally column, String method) {
        return new Basis(
                column.frequencies().valid(),
                sample.tally().used(),
                0,
                method,
                sample.isWeighted(),
                MissingRule.DOMAIN);
    }
}
