package tw.minsheng.survey.file.lint;

import java.util.List;
import java.util.Map;
import java.util.Set;
import tw.minsheng.format.Node;
import tw.minsheng.survey.ActionRule;
import tw.minsheng.survey.condition.Conditions;
import tw.minsheng.survey.condition.SyntaxFault;

/** L39, L40: quotas and rules that open improvement items. */
final class QuotaLint implements Lint {

    @Override
    public void check(Outline survey, Findings findings) {
        for (Node quota : survey.root().get("quotas").elements()) {
            Node limit = quota.get("limit");
            if (limit.isGiven() && !QualityLint.isPositive(limit)) {
                findings.add(
                        Rule.L39,
                        limit.mark(),
                        Map.of("id", Phrase.of(quota.get("id").text())));
            }
        }
        for (Node action : survey.root().get("actions").elements()) {
            boolean complete = !action.get("owner").text().isBlank() && QualityLint.isPositive(action.get("dueDays"));
            if (!isAction(survey, action.get("when"), findings) || !complete) {
                findings.add(
                        Rule.L40,
                        action.mark(),
                        Map.of("id", Phrase.of(action.get("id").text())));
            }
        }
    }

    private static boolean isAction(Outline survey, Node when, Findings findings) {
        try {
            List<ActionRule.Test> tests = Conditions.action(when.text());
            Set<String> constructs = survey.constructs().keySet();
            tests.stream()
                    .filter(test -> !constructs.contains(test.of()) && !isMeanOfItem(survey, test))
                    .forEach(test -> findings.add(Rule.L26, when.mark(), Map.of("id", Phrase.of(test.of()))));
            return true;
        } catch (SyntaxFault e) {
            return false;
        }
    }

    private static boolean isMeanOfItem(Outline survey, ActionRule.Test test) {
        return test.function() == ActionRule.Function.MEAN
                && survey.asked(test.of()).filter(Asked::onScale).isPresent();
    }
}
