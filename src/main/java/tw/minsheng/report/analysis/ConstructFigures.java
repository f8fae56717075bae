package tw.minsheng.report.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tw.minsheng.dataset.ConstructTally;
import tw.minsheng.dataset.Tally;
import tw.minsheng.report.Basis;
import tw.minsheng.report.Result;
import tw.minsheng.report.Uncertainty;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.estimate.MeanEstimate;
import tw.minsheng.statistics.reliability.ItemReliability;
import tw.minsheng.statistics.reliability.ScaleReliability;
import tw.minsheng.survey.Construct;

/** Scores, satisfied shares and reliability of the constructs, and the satisfaction index. */
final class ConstructFigures {

    /** Reliability coefficients keep their interval in every kind of sample; its level is always this. */
    private static final double LEVEL = 0.95;

    private final Weighed sample;
    private final Precision precision;
    private final ItemFigures items;

    ConstructFigures(Weighed sample, Precision precision, ItemFigures items) {
        this.sample = sample;
        this.precision = precision;
        this.items = items;
    }

    List<Result> all() {
        List<Result> results = new ArrayList<>();
        for (ConstructTally construct : sample.tally().constructs()) {
            boolean whole = construct.id().equals(Tally.TOTAL);
            String object = whole ? Tally.TOTAL : "construct." + construct.id();
            if (!whole) {
                results.add(score(object, construct));
                results.add(satisfied(object, construct));
            }
            results.addAll(reliability(object, construct, whole));
        }
        results.add(index());
        return results;
    }

    private Result score(String object, ConstructTally construct) {
        MeanEstimate score = sample.estimator().mean(construct.scores());
        return Result.of(
                object + ".score_100",
                score.mean(),
                precision.ofMean(score),
                basis(construct, "mean_of_person_means_0_100"));
    }

    /** The mean over the items that anybody answered. */
    private Result satisfied(String object, ConstructTally construct) {
        double sum = 0;
        int known = 0;
        for (var item : construct.items()) {
            Value share = items.satisfied(item);
            if (share.isKnown()) {
                sum += share.number();
                known++;
            }
        }
        Value value = known == 0 ? Value.undefined(Reason.NO_DATA) : Value.of(sum / known);
        return Result.of(object + ".satisfied", value, basis(construct, "mean_of_top_boxes"));
    }

    private List<Result> reliability(String object, ConstructTally construct, boolean whole) {
        ScaleReliability listwise = ScaleReliability.of(construct.listwise());
        ScaleReliability pairwise = ScaleReliability.of(construct.pairwise());
        Basis basis = basis(listwise, "cronbach_alpha");
        List<Result> results = new ArrayList<>();
        results.add(Result.of(object + ".alpha_raw", listwise.alphaRaw(), Uncertainty.of(listwise.feldt(LEVEL)), basis)
                .with(listwise.warnings()));
        results.add(Result.of(object + ".alpha_raw.pairwise", pairwise.alphaRaw(), basis(pairwise, "cronbach_alpha")));
        results.add(Result.of(
                object + ".alpha_std", listwise.alphaStandardized(), basis(listwise, "cronbach_alpha_standardized")));
        results.add(Result.of(object + ".average_r", listwise.averageR(), basis(listwise, "mean_correlation")));
        results.add(Result.of(object + ".scale_mean_sum", listwise.scaleMean(), basis(listwise, "sum_score")));
        results.add(Result.of(object + ".scale_sd_sum", listwise.scaleSd(), basis(listwise, "sum_score")));
        results.add(Result.of(
                object + ".sem_sum_score", listwise.standardError(), basis(listwise, "standard_error_of_measurement")));
        if (!whole) {
            listwise.items().forEach(item -> results.addAll(item(item, listwise)));
            listwise.unansweredItems().forEach(item -> results.addAll(unanswered(item, listwise)));
        }
        return results;
    }

    private static List<Result> unanswered(String item, ScaleReliability scale) {
        Value none = Value.undefined(Reason.ITEM_ALL_MISSING, Map.of("item", item));
        return List.of(
                Result.of("item." + item + ".item_total_corrected", none, basis(scale, "corrected_item_total")),
                Result.of("item." + item + ".item_total", none, basis(scale, "item_total")),
                Result.of("item." + item + ".alpha_if_deleted", none, basis(scale, "cronbach_alpha")));
    }

    private static List<Result> item(ItemReliability item, ScaleReliability scale) {
        String object = "item." + item.item();
        return List.of(
                Result.of(
                        object + ".item_total_corrected", item.totalCorrected(), basis(scale, "corrected_item_total")),
                Result.of(object + ".item_total", item.total(), basis(scale, "item_total")),
                Result.of(object + ".item_total.p", item.totalP(), basis(scale, "t_of_correlation")),
                Result.of(object + ".alpha_if_deleted", item.alphaIfDeleted(), basis(scale, "cronbach_alpha")),
                Result.of(
                        object + ".item_skew_type2_spss",
                        item.distribution().moments().skewness(tw.minsheng.statistics.moments.Shape.TYPE_2_SPSS),
                        basis(scale, "skewness_type_2")),
                Result.of(object + ".floor_pct", item.distribution().floorPercent(), basis(scale, "share_at_minimum")),
                Result.of(
                        object + ".ceiling_pct",
                        item.distribution().ceilingPercent(),
                        basis(scale, "share_at_maximum")));
    }

    /** Σ weightInIndex·score; the weights add up to 1, and are printed. */
    private Result index() {
        double sum = 0;
        double weights = 0;
        Value missing = Value.undefined(Reason.NO_DATA);
        boolean complete = true;
        for (ConstructTally construct : sample.tally().constructs()) {
            double weight = sample.tally()
                    .layout()
                    .survey()
                    .construct(construct.id())
                    .map(Construct::weightInIndex)
                    .orElse(0.0);
            MeanEstimate score = sample.estimator().mean(construct.scores());
            if (weight > 0 && score.mean().isKnown()) {
                sum += weight * score.mean().number();
                weights += weight;
            } else if (weight > 0) {
                complete = false;
                missing = score.mean();
            }
        }
        Value value = complete && weights > 0 ? Value.of(sum / weights) : missing;
        return Result.of(
                "index.satisfaction",
                value,
                new Basis(
                        sample.tally().used(),
                        sample.tally().used(),
                        0,
                        "weighted_mean_of_construct_scores",
                        sample.isWeighted(),
                        MissingRule.DOMAIN));
    }

    private Basis basis(ConstructTally construct, String method) {
        return new Basis(
                construct.n(),
                sample.tally().used(),
                construct.items().size(),
                method,
                sample.isWeighted(),
                MissingRule.DOMAIN);
    }

    private static Basis basis(ScaleReliability scale, String method) {
        return new Basis(scale.n(), scale.rows(), scale.k(), method, false, scale.missing());
    }
}
