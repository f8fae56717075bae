package tw.minsheng.report.chapter;

import java.util.List;
import java.util.Optional;
import tw.minsheng.report.Result;
import tw.minsheng.report.Results;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.survey.ActionRule;
import tw.minsheng.survey.Scale;
import tw.minsheng.survey.Survey;

/**
 * What a rule of the definition found on the results.
 *
 * @param tests each comparison with the value it met
 */
record ActionFinding(ActionRule rule, List<Measured> tests) {

    /** One comparison. */
    record Measured(ActionRule.Test test, Value value) {

        boolean holds() {
            return value.isKnown() && test.comparison().holds(value.number(), test.limit());
        }
    }

    ActionFinding {
        tests = List.copyOf(tests);
    }

    static List<ActionFinding> all(Survey survey, Results results) {
        return survey.actions().stream()
                .map(rule -> new ActionFinding(
                        rule,
                        rule.tests().stream()
                                .map(test -> new Measured(test, value(test, survey, results)))
                                .toList()))
                .toList();
    }

    /** Whether an improvement item is due: every test holds. A value that does not exist holds nothing. */
    boolean holds() {
        return tests.stream().allMatch(Measured::holds);
    }

    boolean isUndecided() {
        return tests.stream().anyMatch(measured -> !measured.value().isKnown());
    }

    private static Value value(ActionRule.Test test, Survey survey, Results results) {
        boolean construct = survey.construct(test.of()).isPresent();
        String object = (construct ? "construct." : "item.") + test.of();
        return switch (test.function()) {
            case MEAN_SATISFIED -> results.value(object + (construct ? ".satisfied" : ".t2b"));
            case INDEX -> construct ? results.value(object + ".score_100") : score(test.of(), survey, results);
            case MEAN -> construct ? mean(test.of(), survey, results) : results.value(object + ".item_mean");
            case N -> count(results, object + (construct ? ".score_100" : ".item_mean"));
            case ALPHA -> results.value(object + ".alpha_raw");
        };
    }

    private static Value count(Results results, String key) {
        Optional<Result> found = results.find(key);
        return found.map(result -> Value.of((double) result.n())).orElseGet(() -> Value.undefined(Reason.NO_DATA));
    }

    private static Value score(String item, Survey survey, Results results) {
        return scale(item, survey)
                .map(scale -> results.value("item." + item + ".item_mean")
                        .map(mean -> (mean - scale.min()) / (scale.max() - scale.min()) * 100))
                .orElseGet(() -> Value.undefined(Reason.NO_DATA));
    }

    /** The score of the construct on the scale of its items. */
    private static Value mean(String construct, Survey survey, Results results) {
        return survey.construct(construct)
                .flatMap(found -> found.items().stream().findFirst())
                .flatMap(item -> scale(item, survey))
                .map(scale -> results.value("construct." + construct + ".score_100")
                        .map(score -> scale.min() + score / 100 * (scale.max() - scale.min())))
                .orElseGet(() -> Value.undefined(Reason.NO_DATA));
    }

    private static Optional<Scale> scale(String item, Survey survey) {
        return survey.variable(item)
                .filter(variable -> !variable.scale().isEmpty())
                .map(variable -> survey.scale(variable.scale()));
    }
}
