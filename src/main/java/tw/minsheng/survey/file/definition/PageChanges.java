package tw.minsheng.survey.file.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tw.minsheng.format.Node;

/** What changed in pages, questions, items and choices. */
final class PageChanges {

    private static final List<String> SETTINGS =
            List.of("required", "role", "display", "rows", "maxLength", "min", "max", "personalData");
    private static final List<String> CHOICE_SETTINGS = List.of("freeText", "exclusive", "ends");

    private final Changes changes;

    PageChanges(Changes changes) {
        this.changes = changes;
    }

    /**
     * A question or an item.
     *
     * @param type of the question, {@code item} for an item
     * @param owner id of the matrix of an item, of the page of a question
     */
    private record Part(String id, String type, String owner, Node node) {}

    void compare(Node old, Node now) {
        pages(Difference.by("id", old.get("pages")), Difference.by("id", now.get("pages")));
        Map<String, Part> before = parts(old);
        Map<String, Part> after = parts(now);
        before.forEach((id, part) -> {
            if (!after.containsKey(id)) {
                changes.add(part.type().equals("note") ? ChangeClass.PATCH : ChangeClass.MAJOR, id, "removed");
            }
        });
        after.forEach((id, part) -> {
            Part was = before.get(id);
            if (was == null) {
                changes.add(ChangeClass.MINOR, id, "added");
            } else {
                part(was, part);
            }
        });
        order(before.keySet(), after.keySet());
    }

    /** The ids of everything that gets an answer. */
    static Set<String> ids(Node root) {
        return parts(root).keySet();
    }

    private void pages(Map<String, Node> old, Map<String, Node> now) {
        old.keySet().stream()
                .filter(id -> !now.containsKey(id))
                .forEach(id -> changes.add(ChangeClass.MINOR, id, "page.removed"));
        now.forEach((id, page) -> {
            Node before = old.get(id);
            if (before == null) {
                changes.add(ChangeClass.MINOR, id, "page.added");
            } else {
                changes.field(ChangeClass.PATCH, id, before, page, "title");
                changes.shown(id, before, page);
            }
        });
    }

    private void part(Part old, Part now) {
        String id = now.id();
        if (!old.type().equals(now.type())) {
            changes.add(ChangeClass.MAJOR, id, "type", Map.of("old", old.type(), "new", now.type()));
            return;
        }
        if (now.type().equals("note")) {
            changes.field(ChangeClass.PATCH, id, old.node(), now.node(), "text");
        } else {
            changes.words(id, old.node().get("text"), now.node().get("text"));
        }
        changes.words(id, old.node().get("opposite"), now.node().get("opposite"));
        List.of("scale", "reverse").forEach(field -> meaning(id, old.node(), now.node(), field));
        changes.shown(id, old.node(), now.node());
        List.of("hint", "ask", "bank")
                .forEach(field -> changes.field(ChangeClass.PATCH, id, old.node(), now.node(), field));
        SETTINGS.forEach(field -> changes.field(ChangeClass.MINOR, id, old.node(), now.node(), field));
        if (!old.owner().equals(now.owner())) {
            changes.add(ChangeClass.MINOR, id, "place", Map.of("old", old.owner(), "new", now.owner()));
        }
        choices(
                id,
                Difference.by("value", old.node().get("choices")),
                Difference.by("value", now.node().get("choices")));
    }

    /** {@code reverse: false} says the same as no {@code reverse}. */
    private void meaning(String id, Node old, Node now, String field) {
        boolean neither = !old.get(field).isTrue() && !now.get(field).isTrue();
        if (!(field.equals("reverse") && neither)) {
            changes.field(ChangeClass.MAJOR, id, old, now, field);
        }
    }

    private void choices(String id, Map<String, Node> old, Map<String, Node> now) {
        old.forEach((value, before) -> {
            Node after = now.get(value);
            if (after == null) {
                changes.add(ChangeClass.MAJOR, id, "choice.removed", Map.of("value", value));
            } else {
                changes.words(id, before.get("label"), after.get("label"));
                List.of("missing", "spss").forEach(field -> changes.field(ChangeClass.MAJOR, id, before, after, field));
                CHOICE_SETTINGS.forEach(field -> changes.field(ChangeClass.MINOR, id, before, after, field));
            }
        });
        now.keySet().stream()
                .filter(value -> !old.containsKey(value))
                .forEach(value -> changes.add(ChangeClass.MINOR, id, "choice.added", Map.of("value", value)));
    }

    private void order(Set<String> old, Set<String> now) {
        List<String> before = new ArrayList<>(old);
        List<String> after = new ArrayList<>(now);
        before.retainAll(now);
        after.retainAll(old);
        if (!before.equals(after)) {
            changes.add(ChangeClass.MINOR, "pages", "questions.order");
        }
    }

    private static Map<String, Part> parts(Node root) {
        Map<String, Part> found = new LinkedHashMap<>();
        for (Node page : root.get("pages").elements()) {
            for (Node question : page.get("questions").elements()) {
                String id = question.get("id").text();
                String type = question.get("type").text();
                found.put(id, new Part(id, type, page.get("id").text(), question));
                for (Node item : question.get("items").elements()) {
                    String itemId = item.get("id").text();
                    found.put(itemId, new Part(itemId, "item", id, item));
                }
            }
        }
        return found;
    }
}
