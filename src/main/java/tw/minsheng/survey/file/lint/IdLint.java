package tw.minsheng.survey.file.lint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tw.minsheng.format.Node;

/** L10: every id once. Questions and items share one set of names, because they are columns of one table. */
final class IdLint implements Lint {

    @Override
    public void check(Outline survey, Findings findings) {
        Node root = survey.root();
        once(
                survey.questions()
                        .flatMap(question -> Stream.concat(
                                Stream.of(question.get("id")),
                                question.get("items").elements().stream().map(item -> item.get("id")))),
                findings);
        once(ids(survey.pages()), findings);
        once(
                Stream.of(
                                root.get("quotas"),
                                root.get("actions"),
                                root.get("background").get("exclusions"))
                        .flatMap(list -> ids(list.elements())),
                findings);
        once(root.get("languages").elements().stream(), findings);
        once(root.get("modes").elements().stream(), findings);
        root.get("constructs")
                .entries()
                .forEach(entry -> once(entry.value().get("items").elements().stream(), findings));
        root.get("scales").entries().forEach(entry -> {
            List<Node> missing = entry.value().get("missing").elements();
            once(missing.stream().map(each -> each.get("code")), findings);
            once(missing.stream().map(each -> each.get("spss")), findings);
        });
    }

    private static Stream<Node> ids(List<Node> nodes) {
        return nodes.stream().map(node -> node.get("id"));
    }

    private static void once(Stream<Node> ids, Findings findings) {
        Map<String, Node> seen = new HashMap<>();
        ids.filter(id -> !id.text().isEmpty()).forEach(id -> {
            Node first = seen.putIfAbsent(id.text(), id);
            if (first != null) {
                findings.add(
                        Rule.L10,
                        id.mark(),
                        Map.of(
                                "id",
                                Phrase.of(id.text()),
                                "line",
                                Phrase.of(first.mark().line())));
            }
        });
    }
}
