package tw.minsheng.survey.file.lint;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tw.minsheng.format.Node;
import tw.minsheng.survey.condition.Conditions;
import tw.minsheng.survey.condition.Expression;
import tw.minsheng.survey.condition.SyntaxFault;

/** L25–L29: conditions. */
final class ConditionLint implements Lint {

    /** What data-quality rules look at. */
    private static final Set<String> MEASURES = Set.of("secondsPerItem", "longestRun", "straightlining");

    @Override
    public void check(Outline survey, Findings findings) {
        for (int page = 0; page < survey.pages().size(); page++) {
            Node node = survey.pages().get(page);
            shown(survey, node, page, findings);
            for (Node question : node.get("questions").elements()) {
                shown(survey, question, page, findings);
                for (Node item : question.get("items").elements()) {
                    shown(survey, item, page, findings);
                }
            }
        }
        for (Node quota : survey.root().get("quotas").elements()) {
            named(survey, quota.get("when"), Integer.MAX_VALUE, findings);
        }
        for (Node exclusion : survey.root().get("background").get("exclusions").elements()) {
            measured(exclusion.get("rule"), findings);
        }
    }

    private static void shown(Outline survey, Node node, int page, Findings findings) {
        Node showIf = node.get("showIf");
        named(survey, showIf, page, findings)
                .filter(tree -> new Reach(survey).isNever(tree))
                .ifPresent(tree -> findings.add(
                        Rule.L29,
                        showIf.mark(),
                        Map.of("id", Phrase.of(node.get("id").text()))));
    }

    /**
     * Checks what a condition names.
     *
     * @param page only questions of earlier pages may be named
     * @return the tree when nothing is wrong with it
     */
    @CanIgnoreReturnValue
    private static Optional<Expression> named(Outline survey, Node condition, int page, Findings findings) {
        Optional<Expression> tree = parse(condition, findings);
        long faults = tree.stream()
                .flatMap(Expression::mentions)
                .filter(mention -> !isGood(survey, mention, condition, page, findings))
                .count();
        return tree.filter(parsed -> faults == 0);
    }

    private static Optional<Expression> parse(Node condition, Findings findings) {
        if (condition.text().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Conditions.tree(condition.text()));
        } catch (SyntaxFault e) {
            Phrase fragment = e.fragment().isEmpty() ? Phrase.key("expression.end") : Phrase.of(e.fragment());
            findings.add(Rule.L25, condition.mark(), Map.of("position", Phrase.of(e.position()), "fragment", fragment));
            return Optional.empty();
        }
    }

    private static boolean isGood(
            Outline survey, Expression.Mention mention, Node condition, int page, Findings findings) {
        Map<String, Phrase> id = Map.of("id", Phrase.of(mention.id()));
        Optional<Asked> asked = survey.asked(mention.id());
        if (asked.isEmpty()) {
            findings.add(Rule.L26, condition.mark(), id);
            return false;
        }
        if (asked.get().page() >= page) {
            findings.add(Rule.L27, condition.mark(), id);
            return false;
        }
        return Comparison.check(survey, asked.get(), mention, condition, findings);
    }

    private static void measured(Node rule, Findings findings) {
        parse(rule, findings).stream()
                .flatMap(Expression::mentions)
                .filter(mention -> !MEASURES.contains(mention.id()))
                .forEach(mention -> findings.add(Rule.L26, rule.mark(), Map.of("id", Phrase.of(mention.id()))));
    }
}
