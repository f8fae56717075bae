package tw.minsheng.survey.file.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tw.minsheng.format.Node;
import tw.minsheng.kernel.Language;

/**
 * What the rules need to see of a definition. It takes files with faults: what has another shape than it should is not
 * there, so that every rule can run over every file.
 *
 * @param asked everything that gets an answer, in the order of the file
 */
record Outline(Node root, List<Asked> asked) {

    Outline {
        asked = List.copyOf(asked);
    }

    static Outline of(Node root) {
        List<Asked> asked = new ArrayList<>();
        List<Node> pages = root.get("pages").elements();
        for (int page = 0; page < pages.size(); page++) {
            for (Node question : pages.get(page).get("questions").elements()) {
                asked(question, page).forEach(asked::add);
            }
        }
        return new Outline(root, asked);
    }

    private static Stream<Asked> asked(Node question, int page) {
        String type = question.get("type").text();
        if (type.equals("note")) {
            return Stream.of();
        }
        if (type.equals("matrix")) {
            return question.get("items").elements().stream()
                    .map(item -> new Asked(item.get("id").text(), Asked.Type.ITEM, item, question, page));
        }
        return Stream.of(new Asked(question.get("id").text(), Asked.Type.of(type), question, question, page));
    }

    Optional<Asked> asked(String id) {
        return asked.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    List<Node> pages() {
        return root.get("pages").elements();
    }

    Stream<Node> questions() {
        return pages().stream().flatMap(page -> page.get("questions").elements().stream());
    }

    Node scale(String id) {
        return root.get("scales").get(id);
    }

    /** Point values of a scale that are whole numbers. */
    List<Integer> points(Node scale) {
        return scale.get("points").elements().stream()
                .map(point -> point.get("value"))
                .flatMap(value -> value instanceof Node.Num number && number.isInt()
                        ? Stream.of(number.value().intValue())
                        : Stream.of())
                .toList();
    }

    /** The declared languages, zh-TW when none is. */
    List<String> languages() {
        List<String> declared = root.get("languages").texts().stream()
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
        return declared.isEmpty() ? List.of(Language.ZH_TW.tag()) : declared;
    }

    String design() {
        return root.get("sampling").get("design").text();
    }

    boolean isOpen(String mode) {
        return root.get("modes").texts().contains(mode);
    }

    /** The constructs with the ids of their items. */
    Map<String, List<String>> constructs() {
        return root.get("constructs").entries().stream()
                .collect(Collectors.toMap(
                        Node.Entry::key, entry -> entry.value().get("items").texts()));
    }
}
