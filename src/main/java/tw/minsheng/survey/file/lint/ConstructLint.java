package tw.minsheng.survey.file.lint;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.format.Mark;
import tw.minsheng.format.Node;

/** L18–L24: constructs and the overall item. L06: the code of a retest is a text that people write. */
final class ConstructLint implements Lint {

    private static final BigDecimal TOLERANCE = new BigDecimal("1e-9");

    @Override
    public void check(Outline survey, Findings findings) {
        Node constructs = survey.root().get("constructs");
        for (Node.Entry entry : constructs.entries()) {
            items(survey, entry, findings);
            oneScale(survey, entry, findings);
            size(entry, findings);
        }
        once(constructs, findings);
        weights(constructs, findings);
        overall(survey, findings);
        retest(survey, findings);
    }

    private static void items(Outline survey, Node.Entry entry, Findings findings) {
        for (Node item : entry.value().get("items").elements()) {
            Optional<Asked> asked = survey.asked(item.text());
            if (asked.isEmpty()) {
                findings.add(Rule.L18, item.mark(), Map.of("construct", name(entry), "id", Phrase.of(item.text())));
            } else if (!asked.get().onScale()) {
                findings.add(
                        Rule.L06,
                        item.mark(),
                        Map.of(
                                "place",
                                Phrase.of("constructs." + entry.key() + ".items"),
                                "value",
                                Phrase.of(item.text()),
                                "list",
                                Phrase.key("allowed.onScale")));
            }
        }
    }

    private static void oneScale(Outline survey, Node.Entry entry, Findings findings) {
        List<String> scales = entry.value().get("items").texts().stream()
                .flatMap(id -> survey.asked(id).stream())
                .map(Asked::scale)
                .filter(scale -> !scale.isEmpty())
                .distinct()
                .toList();
        if (scales.size() > 1) {
            findings.add(Rule.L19, entry.mark(), Map.of("construct", name(entry), "list", Phrase.texts(scales)));
        }
    }

    private static void size(Node.Entry entry, Findings findings) {
        Node items = entry.value().get("items");
        int count = items.elements().size();
        if (items instanceof Node.Sequence && count < 2) {
            findings.add(Rule.L20, entry.mark(), Map.of("construct", name(entry), "n", Phrase.of(count)));
        } else if (count == 2) {
            findings.add(Rule.L21, entry.mark(), Map.of("construct", name(entry)));
        }
    }

    private static void once(Node constructs, Findings findings) {
        Map<String, String> owner = new HashMap<>();
        for (Node.Entry entry : constructs.entries()) {
            for (Node item : entry.value().get("items").elements()) {
                String first = owner.putIfAbsent(item.text(), entry.key());
                if (first != null && !first.equals(entry.key())) {
                    findings.add(
                            Rule.L22,
                            item.mark(),
                            Map.of("id", Phrase.of(item.text()), "first", Phrase.of(first), "second", name(entry)));
                }
            }
        }
    }

    private static void weights(Node constructs, Findings findings) {
        List<Node> weights = constructs.entries().stream()
                .map(entry -> entry.value().get("weightInIndex"))
                .filter(Node::isGiven)
                .toList();
        BigDecimal sum = weights.stream()
                .map(weight -> weight instanceof Node.Num number ? number.value() : BigDecimal.ZERO)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean isOne = sum.subtract(BigDecimal.ONE).abs().compareTo(TOLERANCE) <= 0;
        if (!weights.isEmpty() && !isOne) {
            Mark mark = weights.get(0).mark();
            findings.add(
                    Rule.L23,
                    mark,
                    Map.of("sum", Phrase.of(sum.stripTrailingZeros().toPlainString())));
        }
    }

    private static void overall(Outline survey, Findings findings) {
        Node overall = survey.root().get("overall");
        boolean onScale = survey.asked(overall.text()).filter(Asked::onScale).isPresent();
        if (!overall.text().isEmpty() && !onScale) {
            findings.add(Rule.L24, overall.mark(), Map.of("id", Phrase.of(overall.text())));
        }
    }

    private static void retest(Outline survey, Findings findings) {
        Node code = survey.root().get("retest").get("code");
        boolean isText = survey.questions()
                .anyMatch(question -> question.get("id").text().equals(code.text())
                        && question.get("type").text().equals("text"));
        if (!code.text().isEmpty() && !isText) {
            findings.add(
                    Rule.L06,
                    code.mark(),
                    Map.of(
                            "place",
                            Phrase.of("retest.code"),
                            "value",
                            Phrase.of(code.text()),
                            "list",
                            Phrase.key("allowed.open")));
        }
    }

    private static Phrase name(Node.Entry entry) {
        return Phrase.of(entry.key());
    }
}
