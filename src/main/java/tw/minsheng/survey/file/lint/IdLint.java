package tw.minsheng.survey.file.lint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tw.minsheng.format.Node;

/**
 * L10: every id once. Questions and items share one set of names, because they are columns of one table. L06: none of them
 * is called as a field that every answer page has for itself.
 */
final class IdLint implements Lint {

    /** Fields of the answer pages, as the interfaces fix them. */
    private static final Set<String> TAKEN = Set.of("form_key", "revision", "go");

    @Override
    public void check(Outline survey, Findings findings) {
        Node root = survey.root();
        fields(root, findings);
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

    private static void fields(Node root, Findings findings) {
        Place pages = Place.root(root).into("pages");
        each(pages)
                .flatMap(page -> each(page.into("questions")))
                .flatMap(question -> Stream.concat(Stream.of(question), each(question.into("items"))))
                .map(asked -> asked.into("id"))
                .filter(id -> TAKEN.contains(id.node().text()))
                .forEach(id -> findings.add(
                        Rule.L06,
                        id.mark(),
                        Map.of(
                                "place", id.phrase(),
                                "value", Phrase.of(id.node().text()),
                                "list", Phrase.key("allowed.field"))));
    }

    private static Stream<Place> each(Place list) {
        return IntStream.range(0, list.node().elements().size()).mapToObj(list::into);
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
