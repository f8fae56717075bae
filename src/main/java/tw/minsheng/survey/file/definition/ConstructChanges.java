package tw.minsheng.survey.file.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tw.minsheng.format.Node;

/** What changed in the constructs: an item that moves breaks the trend of both. */
final class ConstructChanges {

    private final Changes changes;

    ConstructChanges(Changes changes) {
        this.changes = changes;
    }

    void compare(Node oldRoot, Node nowRoot) {
        Node old = oldRoot.get("constructs");
        Node now = nowRoot.get("constructs");
        for (String id : Difference.keys(old, now)) {
            Node before = old.get(id);
            Node after = now.get(id);
            if (!before.isGiven()) {
                changes.add(ChangeClass.MINOR, id, "construct.added");
            } else if (!after.isGiven()) {
                changes.add(ChangeClass.MAJOR, id, "construct.removed");
            } else {
                changes.field(ChangeClass.PATCH, id, before, after, "label");
                changes.field(ChangeClass.MINOR, id, before, after, "minAlpha");
                changes.field(ChangeClass.MAJOR, id, before, after, "weightInIndex");
            }
        }
        items(owners(old), owners(now), PageChanges.ids(oldRoot), PageChanges.ids(nowRoot), now);
    }

    private void items(
            Map<String, String> old,
            Map<String, String> now,
            Set<String> askedBefore,
            Set<String> askedNow,
            Node constructs) {
        now.forEach((item, construct) -> {
            String before = old.getOrDefault(item, "");
            boolean isNewConstruct = before.isEmpty() && !old.containsValue(construct);
            if (!before.equals(construct) && askedBefore.contains(item) && !isNewConstruct) {
                changes.add(ChangeClass.MAJOR, item, "construct.moved", Map.of("old", before, "new", construct));
            }
        });
        old.forEach((item, construct) -> {
            boolean left = !now.containsKey(item) && askedNow.contains(item);
            if (left && constructs.get(construct).isGiven()) {
                changes.add(ChangeClass.MAJOR, item, "construct.moved", Map.of("old", construct, "new", ""));
            }
        });
    }

    private static Map<String, String> owners(Node constructs) {
        Map<String, String> owners = new LinkedHashMap<>();
        for (Node.Entry entry : constructs.entries()) {
            List<String> items = entry.value().get("items").texts();
            items.forEach(item -> owners.put(item, entry.key()));
        }
        return owners;
    }
}
