package tw.minsheng.survey.file.definition;

import java.util.List;
import java.util.Map;
import tw.minsheng.format.Node;

/** What changed in the scales. */
final class ScaleChanges {

    private final Changes changes;

    ScaleChanges(Changes changes) {
        this.changes = changes;
    }

    void compare(Node old, Node now) {
        for (String id : Difference.keys(old, now)) {
            Node before = old.get(id);
            Node after = now.get(id);
            if (!before.isGiven()) {
                changes.add(ChangeClass.MINOR, id, "scale.added");
            } else if (!after.isGiven()) {
                changes.add(ChangeClass.MINOR, id, "scale.removed");
            } else {
                scale(id, before, after);
            }
        }
    }

    private void scale(String id, Node old, Node now) {
        List.of("kind", "neutral", "satisfiedFrom")
                .forEach(field -> changes.field(ChangeClass.MAJOR, id, old, now, field));
        Map<String, Node> before = Difference.by("value", old.get("points"));
        Map<String, Node> after = Difference.by("value", now.get("points"));
        if (!before.keySet().equals(after.keySet())) {
            Map<String, String> points = Map.of(
                    "path",
                    "points",
                    "old",
                    String.join(", ", before.keySet()),
                    "new",
                    String.join(", ", after.keySet()));
            changes.add(ChangeClass.MAJOR, id, "field.values", points);
        } else {
            for (Node point : old.get("points").elements()) {
                Node same = after.getOrDefault(point.get("value").text(), point);
                changes.words(id, point.get("label"), same.get("label"));
            }
            if (!List.copyOf(before.keySet()).equals(List.copyOf(after.keySet()))) {
                changes.add(ChangeClass.MINOR, id, "order");
            }
        }
        missing(id, Difference.by("code", old.get("missing")), Difference.by("code", now.get("missing")));
        changes.field(ChangeClass.PATCH, id, old, now, "ask");
    }

    private void missing(String id, Map<String, Node> old, Map<String, Node> now) {
        old.forEach((code, before) -> {
            Node after = now.get(code);
            if (after == null) {
                changes.add(ChangeClass.MAJOR, id, "choice.removed", Map.of("value", code));
            } else {
                changes.field(ChangeClass.MAJOR, id, before, after, "spss");
                changes.field(ChangeClass.PATCH, id, before, after, "label");
            }
        });
        now.keySet().stream()
                .filter(code -> !old.containsKey(code))
                .forEach(code -> changes.add(ChangeClass.MINOR, id, "choice.added", Map.of("value", code)));
    }
}
