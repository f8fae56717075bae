package tw.minsheng.survey.file.definition;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tw.minsheng.format.Node;
import tw.minsheng.survey.Version;

/** Everything that changed between two versions of a survey, the weightiest first. */
public record Difference(List<Change> changes) {

    private static final List<String> WORDS = List.of("title", "intro", "thanks", "owner", "kind");
    private static final List<String> SETTINGS =
            List.of("sampling", "weighting", "modes", "kiosk", "quotas", "actions", "files");

    public Difference {
        changes = changes.stream()
                .sorted(Comparator.comparing(Change::changeClass).reversed())
                .toList();
    }

    /**
     * Compares two canonical trees.
     *
     * @param sameMeaning ids whose changed words mean the same (語意不變): a person has to say so, a program cannot see it
     */
    public static Difference between(Node old, Node now, Set<String> sameMeaning) {
        Changes changes = new Changes(sameMeaning);
        changes.field(ChangeClass.MAJOR, "id", old, now, "id");
        WORDS.forEach(field -> changes.field(ChangeClass.PATCH, field, old, now, field));
        background(old.get("background"), now.get("background"), changes);
        privacy(old.get("privacy"), now.get("privacy"), changes);
        languages(old, now, changes);
        new ScaleChanges(changes).compare(old.get("scales"), now.get("scales"));
        new ConstructChanges(changes).compare(old, now);
        changes.field(ChangeClass.MAJOR, "overall", old, now, "overall");
        new PageChanges(changes).compare(old, now);
        for (String field : SETTINGS) {
            boolean comparable = !field.equals("files")
                    || (old.get(field).isGiven() && now.get(field).isGiven());
            if (comparable) {
                changes.field(ChangeClass.MINOR, field, old, now, field);
            }
        }
        return new Difference(changes.found());
    }

    /** The weightiest class; PATCH when nothing changed. */
    public ChangeClass changeClass() {
        return changes.isEmpty() ? ChangeClass.PATCH : changes.get(0).changeClass();
    }

    /** The lowest version that the newer one may have. */
    public Version required(Version old) {
        return changes.isEmpty() ? old : changeClass().after(old);
    }

    private static void background(Node old, Node now, Changes changes) {
        keys(old, now)
                .forEach(field -> changes.field(
                        field.equals("exclusions") ? ChangeClass.MINOR : ChangeClass.PATCH,
                        "background",
                        old,
                        now,
                        field));
    }

    private static void privacy(Node old, Node now, Changes changes) {
        keys(old, now)
                .forEach(field -> changes.field(
                        field.equals("notice") ? ChangeClass.PATCH : ChangeClass.MINOR, "privacy", old, now, field));
    }

    private static void languages(Node old, Node now, Changes changes) {
        List<String> before = old.get("languages").texts();
        List<String> after = now.get("languages").texts();
        if (!before.equals(after)) {
            ChangeClass added = after.containsAll(before) ? ChangeClass.PATCH : ChangeClass.MINOR;
            changes.add(added, "languages", "field", Map.of("field", "languages"));
        }
    }

    /** The keys of both, those of the newer first. */
    static List<String> keys(Node old, Node now) {
        Map<String, Node> keys = new LinkedHashMap<>();
        now.entries().forEach(entry -> keys.put(entry.key(), entry.value()));
        old.entries().forEach(entry -> keys.put(entry.key(), entry.value()));
        return List.copyOf(keys.keySet());
    }

    /** The elements of a list by one of their fields, in order. */
    static Map<String, Node> by(String field, Node list) {
        Map<String, Node> found = new LinkedHashMap<>();
        list.elements().forEach(element -> found.put(element.get(field).text(), element));
        return found;
    }
}
