package tw.minsheng.report.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import tw.minsheng.dataset.cases.CaseTally;
import tw.minsheng.dataset.cases.Durations;
import tw.minsheng.report.Basis;
import tw.minsheng.report.Result;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.Tables;
import tw.minsheng.report.Uncertainty;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.cases.KaplanMeier;
import tw.minsheng.statistics.estimate.CountedValues;
import tw.minsheng.statistics.estimate.Quantile;

/** How long cases took: of the closed ones alone, and with the open ones censored at the last time of the file; of five or more. */
final class ResponseFigures {

    /** Points at which the curve is told. */
    private static final int POINTS = 241;

    private static final double SHOWN = .9;
    private static final int LEAST_DAYS = 7;
    private static final int PARTS = 6;

    private final String unit;
    private final CountedValues days;
    private final Value mean;
    private final KaplanMeier curve;
    private final long ended;
    private final long cases;

    /** @param ended cases of the curve that were closed: each is a step of it */
    private ResponseFigures(String unit, Durations closed, KaplanMeier curve, long ended, long cases) {
        this.unit = unit;
        this.days = closed.counted();
        this.mean = closed.mean();
        this.curve = curve;
        this.ended = ended;
        this.cases = cases;
    }

    static ResponseFigures of(CaseTally tally, Span span) {
        KaplanMeier curve = KaplanMeier.of(
                tally.cohort().counted(), tally.openUntil(span.lastSecond()).counted(), CaseAnalysis.LEVEL);
        return new ResponseFigures(
                tally.measure().unit(),
                tally.all().durations(),
                curve,
                tally.cohort().size(),
                Math.max(tally.all().cases(), tally.all().closed()));
    }

    List<Result> results() {
        long n = days.n();
        Basis closed = new Basis(n, cases, 0, "quantile_school", false, MissingRule.DOMAIN);
        Basis average = new Basis(n, cases, 0, "mean", false, MissingRule.DOMAIN);
        List<Result> results = new ArrayList<>(List.of(
                Result.of("response.median_" + unit, told(.5), closed),
                Result.of("response.p75_" + unit, told(.75), closed),
                Result.of("response.p90_" + unit, told(SHOWN), closed),
                Result.of("response.mean_" + unit, FewCases.told(n, mean), average)));
        Basis all = new Basis(curve.cases(), cases, 0, "kaplan_meier", false, MissingRule.DOMAIN);
        results.add(reached("response.km_median_" + unit, .5, all));
        results.add(reached("response.km_p75_" + unit, .75, all));
        results.add(reached("response.km_p90_" + unit, SHOWN, all));
        return results;
    }

    private Value told(double p) {
        return FewCases.told(days.n(), quantile(days, p));
    }

    private Result reached(String key, double p, Basis basis) {
        if (FewCases.isFew(ended)) {
            Value few = FewCases.told(ended, curve.quantile(p));
            return Result.of(key, few, Uncertainty.undefined(Reason.SMALL_CELL), basis);
        }
        Interval interval = curve.quantileInterval(p);
        return Result.of(key, curve.quantile(p), Uncertainty.of(interval), basis);
    }

    static Value quantile(CountedValues days, double p) {
        return days.quantile(Quantile.SCHOOL, p);
    }

    List<ResultTable> tables() {
        return List.of(curveTable(), histogram());
    }

    /** PF3.1: share still open after so many days, up to the day on which nine of ten are closed; no rows of few closings. */
    private ResultTable curveTable() {
        int points = FewCases.isFew(ended) ? 0 : POINTS;
        double end = Math.max(
                LEAST_DAYS, StrictMath.ceil(curve.quantile(SHOWN).asOptional().orElse(last())));
        end = StrictMath.ceil(end / PARTS) * PARTS; // the axis is divided into whole days
        List<Optional<Double>> at = new ArrayList<>();
        List<Optional<Double>> open = new ArrayList<>();
        List<Optional<Double>> lower = new ArrayList<>();
        List<Optional<Double>> upper = new ArrayList<>();
        List<Long> watched = new ArrayList<>();
        for (int point = 0; point < points; point++) {
            double day = end * point / (POINTS - 1);
            Interval interval = curve.intervalAt(day);
            at.add(Optional.of(day));
            open.add(Optional.of(curve.survivalAt(day)));
            lower.add(optional(interval.lower()));
            upper.add(optional(interval.upper()));
            watched.add(curve.atRiskAt(day));
        }
        return Tables.named("PF3.1")
                .numbers("days", at)
                .numbers("open", open)
                .numbers("lower", lower)
                .numbers("upper", upper)
                .counts("at_risk", watched)
                .result();
    }

    private double last() {
        return curve.size() == 0 ? 0 : curve.step(curve.size() - 1).time();
    }

    /** PF3.2: closed cases by days, the last bin open; no rows of few cases. */
    private ResultTable histogram() {
        if (FewCases.isFew(days.n())) {
            return new ResultTable("PF3.2", List.of("from_day", "to_day", "n"), List.of());
        }
        int end = (int) Math.min(
                60,
                Math.max(
                        LEAST_DAYS,
                        StrictMath.ceil(quantile(days, SHOWN).asOptional().orElse(0))));
        int width = Math.max(1, (end + 29) / 30);
        int bins = (end + width - 1) / width;
        long[] counts = new long[bins + 1];
        double[] values = days.values();
        long[] each = days.counts();
        for (int i = 0; i < values.length; i++) {
            counts[(int) Math.min(bins, (long) (values[i] / width))] += each[i];
        }
        List<Long> from =
                LongStream.rangeClosed(0, bins).map(bin -> bin * width).boxed().toList();
        return Tables.named("PF3.2")
                .counts("from_day", from)
                .numbers(
                        "to_day",
                        from.stream()
                                .map(first -> first >= (long) bins * width
                                        ? Optional.<Double>empty()
                                        : Optional.of((double) first + width))
                                .toList())
                .counts("n", Arrays.stream(counts).boxed().toList())
                .result();
    }

    private static Optional<Double> optional(Value value) {
        return value.isKnown() ? Optional.of(value.number()) : Optional.empty();
    }
}
