package tw.minsheng.survey.file.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tw.minsheng.format.Node;

/** L30, L42 and limits that exclude everything: what can be answered. */
final class ChoiceLint implements Lint {

    private static final int MANY = 7;

    @Override
    public void check(Outline survey, Findings findings) {
        for (Asked asked : survey.asked()) {
            if (asked.hasChoices()) {
                values(asked, findings);
                count(asked, findings);
            }
            if (asked.type() == Asked.Type.NUMBER || asked.type() == Asked.Type.DATE) {
                limits(asked.node(), findings);
            }
        }
    }

    private static void values(Asked asked, Findings findings) {
        Set<String> seen = new HashSet<>();
        List<Node> values = asked.choices().stream()
                .map(choice -> choice.get("value"))
                .filter(Node::isGiven)
                .toList();
        for (Node value : values) {
            boolean mixed = (value instanceof Node.Num) != (values.get(0) instanceof Node.Num);
            if (!seen.add(value.text()) || mixed) {
                findings.add(
                        Rule.L30, value.mark(), Map.of("id", Phrase.of(asked.id()), "value", Phrase.of(value.text())));
            }
        }
    }

    private static void count(Asked asked, Findings findings) {
        int count = asked.choices().size();
        if (count > MANY && !asked.isDemographic()) {
            findings.add(Rule.L42, asked.node().mark(), Map.of("id", Phrase.of(asked.id()), "n", Phrase.of(count)));
        }
    }

    private static void limits(Node question, Findings findings) {
        Node min = question.get("min");
        Node max = question.get("max");
        boolean wrong = isLater(min, max);
        if (wrong) {
            Map<String, Phrase> args = Map.of(
                    "place", Phrase.of(question.get("id").text() + ".max"),
                    "value", Phrase.of(max.text()),
                    "list", Phrase.of("≥ " + min.text()));
            findings.add(Rule.L06, max.mark(), args);
        }
    }

    /** Whether the first is above the second; days as texts stand in their order. */
    private static boolean isLater(Node min, Node max) {
        if (min instanceof Node.Num low && max instanceof Node.Num high) {
            return low.value().compareTo(high.value()) > 0;
        }
        boolean days = min instanceof Node.Text && max instanceof Node.Text;
        return days && min.text().compareTo(max.text()) > 0;
    }
}
