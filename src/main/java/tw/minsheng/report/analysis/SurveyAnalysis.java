package tw.minsheng.report.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tw.minsheng.dataset.Parts;
import tw.minsheng.report.Basis;
import tw.minsheng.report.Facts;
import tw.minsheng.report.Result;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.Results;
import tw.minsheng.report.SampleStatement;
import tw.minsheng.report.wording.SampleCode;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.battery.Extent;
import tw.minsheng.statistics.sampling.Population;
import tw.minsheng.statistics.sampling.SampleSize;
import tw.minsheng.survey.SamplingPlan;

/**
 * From tallied answers to all results of a wave. Drawn and open answers stay two results: a margin of error belongs to the
 * first only.
 */
public final class SurveyAnalysis {

    private SurveyAnalysis() {}

    /**
     * Everything, also what takes seconds.
     *
     * @param identity id, version and hash of the survey
     * @param sha256 of the data, lower-case hex
     */
    public static Results of(
            Parts parts, Facts facts, String program, Results.Survey identity, String wave, String sha256) {
        return of(parts, facts, program, identity, wave, sha256, Extent.WHOLE_PAGE);
    }

    /** @param extent whether what takes seconds is left out */
    public static Results of(
            Parts parts,
            Facts facts,
            String program,
            Results.Survey identity,
            String wave,
            String sha256,
            Extent extent) {
        Depth depth = Depth.of(extent, identity.hash(), sha256);
        PartAnalysis main = parts.isOnlyOpen()
                ? PartAnalysis.of(parts.open(), true, facts, depth)
                : PartAnalysis.of(parts.drawn(), false, facts, depth);
        List<Result> results = new ArrayList<>(main.results());
        List<ResultTable> tables = new ArrayList<>(main.tables(results));
        SampleStatement statement = main.statement();
        List<SampleStatement> open = new ArrayList<>();
        boolean openIsShown = parts.isBoth()
                && parts.open().used()
                        >= parts.open().layout().survey().privacy().minCellSize();
        if (openIsShown) {
            PartAnalysis second = PartAnalysis.of(parts.open(), true, facts, depth);
            List<Result> others = second.results();
            tables.addAll(
                    second.tables(others).stream().map(SurveyAnalysis::asOpen).toList());
            results.addAll(others.stream().map(SurveyAnalysis::asOpen).toList());
            statement = withTwoParts(statement);
            open.add(second.statement());
        }
        // a few who came over an open link beside a drawn sample are a group of people too small to be shown
        long used = parts.isBoth() && !openIsShown
                ? parts.drawn().used()
                : parts.drawn().used() + parts.open().used();
        results.add(count("data.rows", parts.rows()));
        results.add(count("data.used", used));
        Trends trends = Trends.of(main, parts.others(), wave);
        results.addAll(trends.results());
        tables.addAll(trends.tables());
        SamplingPlan plan = parts.drawn().layout().survey().sampling();
        results.addAll(plan(plan));
        results.addAll(next(plan, results));
        Results.Data data = new Results.Data(parts.rows(), used, sha256);
        return new Results(new Results.Head(program, identity, wave, data, statement, open), results, tables);
    }

    private static SampleStatement withTwoParts(SampleStatement statement) {
        List<SampleCode> codes = new ArrayList<>(statement.codes());
        codes.add(SampleCode.W7);
        return new SampleStatement(
                statement.design(), statement.weighted(), codes, statement.sentence(), statement.weighting());
    }

    private static Result asOpen(Result result) {
        return result.as(Results.OPEN + result.key());
    }

    private static ResultTable asOpen(ResultTable table) {
        return new ResultTable(Results.OPEN + table.key(), table.columns(), table.rows());
    }

    private static Result count(String key, long n) {
        return Result.of(key, Value.of((double) n), new Basis(n, n, 0, "count", false, MissingRule.NONE));
    }

    /** What was planned: answers and contacts needed for the wanted margin. */
    private static List<Result> plan(SamplingPlan sampling) {
        Basis basis = new Basis(0, 0, 0, "cochran_fpc", false, MissingRule.NONE);
        return planned(sampling).stream()
                .flatMap(planned -> Stream.of(
                        Result.of("plan.invites_after", Value.of((double) planned.invitesAfter()), basis),
                        Result.of("plan.n_deff_after_fpc_int", Value.of((double) planned.nDeffAfterFpcInt()), basis)))
                .toList();
    }

    /** Answers that the wanted margin needs next time, with the design effect that units or weights have now. */
    private static List<Result> next(SamplingPlan sampling, List<Result> results) {
        boolean units = results.stream()
                .anyMatch(each ->
                        each.key().equals("sample.deff_design") && each.value().isKnown());
        String key = units ? "sample.deff_design" : "sample.deff_kish";
        return results.stream()
                .filter(each -> each.key().equals(key))
                .flatMapToDouble(each -> each.value().asOptional().stream())
                .mapToObj(deff -> planned(sampling, Math.max(1, deff)))
                .flatMap(Optional::stream)
                .map(size -> Result.of(
                        "plan.next_n_deff_after_fpc_int",
                        Value.of((double) size.nDeffAfterFpcInt()),
                        new Basis(
                                0,
                                0,
                                0,
                                "cochran_fpc_deff" + key.substring("sample.deff".length()),
                                false,
                                MissingRule.NONE)))
                .toList();
    }

    /** The size of sample that the wanted margin needs; none when no margin was wanted. */
    static Optional<SampleSize> planned(SamplingPlan sampling) {
        return planned(sampling, 1);
    }

    private static Optional<SampleSize> planned(SamplingPlan sampling, double deff) {
        SamplingPlan.Precision wanted = sampling.precision();
        if (!sampling.design().isProbability() || !wanted.isGiven() || !(wanted.marginOfError() > 0)) {
            return Optional.empty();
        }
        long size = sampling.frame().size();
        double rate = wanted.expectedResponseRate() > 0 ? wanted.expectedResponseRate() : 1;
        return Optional.of(SampleSize.of(new SampleSize.Plan(
                wanted.marginOfError(),
                wanted.confidence(),
                .5,
                size > 0 ? Population.of((double) size) : Population.unlimited(),
                deff,
                rate)));
    }
}
