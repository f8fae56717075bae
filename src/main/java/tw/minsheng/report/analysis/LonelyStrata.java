package tw.minsheng.report.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tw.minsheng.report.Result;
import tw.minsheng.report.Results;
import tw.minsheng.statistics.Warning;

/**
 * The strata that gave a single answer, or a single unit. They say nothing about how much answers differ within them, so whoever
 * reads an error that rests on their design is told which they are (ES7). A stratum is named, never what its one answer says.
 */
final class LonelyStrata {

    /** Intervals that come from the errors of the design; those of a plain simple sample, or of α, do not. */
    private static final Set<String> OF_DESIGN = Set.of("logit", "normal", "t");

    /** Tests whose variances come from the design: t and Wald's F of groups, Rao and Scott's F of tables, t of two waves. */
    private static final Set<String> TESTS = Set.of("design_t", "design_wald_f", "rao_scott_f", "waves_as_strata");

    private final List<Warning> warnings;

    private LonelyStrata(List<Warning> warnings) {
        this.warnings = warnings;
    }

    static LonelyStrata of(Weighed sample) {
        List<String> names =
                sample.isUncounted() ? List.of() : sample.estimator().lonelyStrata();
        return new LonelyStrata(names.stream()
                .map(name -> Warning.of(Results.LONELY_STRATA, "stratum", name))
                .toList());
    }

    /** The same results, each with the strata where its error rests on them. */
    List<Result> marked(List<Result> results) {
        return warnings.isEmpty()
                ? results
                : results.stream()
                        .map(result -> restsOnDesign(result) ? warned(result) : result)
                        .toList();
    }

    private Result warned(Result result) {
        List<Warning> all = new ArrayList<>(result.warnings());
        all.addAll(warnings);
        return result.with(all);
    }

    private static boolean restsOnDesign(Result result) {
        String method = result.basis().method();
        boolean isError = result.isKnown() && (method.startsWith("taylor") || TESTS.contains(method));
        return isError
                || result.interval()
                        .filter(interval -> interval.lower().isKnown())
                        .filter(interval -> OF_DESIGN.contains(interval.method()))
                        .isPresent();
    }
}
