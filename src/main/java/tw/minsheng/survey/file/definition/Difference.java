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
            List.of("sampling", "weighting", "modes", "kiosk", "retest", "quotas", "actions");

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
        part(ChangeClass.MAJOR, "id", old, now, changes);
        WORDS.forEach(field -> part(ChangeClass.PATCH, field, old, now, changes));
        background(old.get("background"), now.get("background"), changes);
        privacy(old.get("privacy"), now.get("privacy"), changes);
        languages(old, now, changes);
        new ScaleChanges(changes).compare(old.get("scales"), now.get("scales"));
        new ConstructChanges(changes).compare(old, now);
        part(ChangeClass.MAJOR, "overall", old, now, changes);
        new PageChanges(changes).compare(old, now);
        SETTINGS.forEach(field -> part(ChangeClass.MINOR, field, old, now, changes));
        if (old.get("files").isGiven() && now.get("files").isGiven()) {
            files(old.get("files"), now.get("files"), changes);
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

    private static void part(ChangeClass changeClass, String field, Node old, Node now, Changes changes) {
        changes.part(changeClass, field, old.get(field), now.get(field), field);
    }

    /** Population files are named; their hashes would tell nobody anything. */
    private static void files(Node old, Node now, Changes changes) {
        for (String name : keys(old, now)) {
            String before = old.get(name).text();
            String after = now.get(name).text();
            if (!before.equals(after)) {
                String what = before.isEmpty() ? "file.added" : after.isEmpty() ? "file.removed" : "file.changed";
                changes.add(ChangeClass.MINOR, "files", what, Map.of("file", name));
            }
        }
    }

    private static void background(Node old, Node now, Changes changes) {
        keys(old, now)
                .forEach(field -> changes.part(
                        field.equals("exclusions") ? ChangeClass.MINOR : ChangeClass.PATCH,
                        "background",
                        old.get(field),
                        now.get(field),
                        "background." + field));
    }

    private static void privacy(Node old, Node now, Changes changes) {
        keys(old, now)
                .forEach(field -> changes.part(
                        field.equals("notice") ? ChangeClass.PATCH : ChangeClass.MINOR,
                        "privacy",
                        old.get(field),
                        now.get(field),
                        "privacy." + field));
    }

    private static void languages(Node old, Node now, Changes changes) {
        List<String> before = old.get("languages").texts();
        List<String> after = now.get("languages").texts();
        if (!before.equals(after)) {
            ChangeClass added = after.containsAll(before) ? ChangeClass.PATCH : ChangeClass.MINOR;
            changes.part(added, "languages", old.get("languages"), now.get("languages"), "languages");
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
