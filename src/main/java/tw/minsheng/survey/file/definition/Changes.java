package tw.minsheng.survey.file.definition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tw.minsheng.format.Json;
import tw.minsheng.format.Node;
import tw.minsheng.kernel.Language;

/** Collects changes; knows how texts are compared. */
final class Changes {

    private final Set<String> sameMeaning;
    private final List<Change> found = new ArrayList<>();

    /** @param sameMeaning ids whose changed words mean the same (語意不變) */
    Changes(Set<String> sameMeaning) {
        this.sameMeaning = Set.copyOf(sameMeaning);
    }

    void add(ChangeClass changeClass, String id, String key) {
        add(changeClass, id, key, Map.of());
    }

    void add(ChangeClass changeClass, String id, String key, Map<String, String> args) {
        found.add(new Change(changeClass, id, key, args));
    }

    List<Change> found() {
        return List.copyOf(found);
    }

    static boolean same(Node old, Node now) {
        return Arrays.equals(Json.canonical(old), Json.canonical(now));
    }

    /** A field of a question, scale or construct that differs: one change for every value in it. */
    void field(ChangeClass changeClass, String id, Node old, Node now, String field) {
        add(changeClass, id, new FieldChanges("field"), old.get(field), now.get(field), field);
    }

    /** A part of the definition that differs: one change for every value in it. */
    void part(ChangeClass changeClass, String id, Node old, Node now, String place) {
        add(changeClass, id, new FieldChanges("part"), old, now, place);
    }

    private void add(ChangeClass changeClass, String id, FieldChanges fields, Node old, Node now, String place) {
        fields.between(old, now, place).forEach(each -> add(changeClass, id, each.key(), each.args()));
    }

    /** Words whose change breaks the trend, unless someone has said that they mean the same. */
    void words(String id, Node old, Node now) {
        String home = Language.ZH_TW.tag();
        String before = old.get(home).text();
        String after = now.get(home).text();
        if (!before.equals(after)) {
            boolean same = sameMeaning.contains(id);
            add(
                    same ? ChangeClass.PATCH : ChangeClass.MAJOR,
                    id,
                    same ? "words.same" : "words",
                    Map.of("old", before, "new", after));
        } else if (!same(old, now)) {
            add(ChangeClass.PATCH, id, "translation");
        }
    }

    /** A condition decides who is asked, so the figures have another base. */
    void shown(String id, Node old, Node now) {
        if (!same(old.get("showIf"), now.get("showIf"))) {
            boolean same = sameMeaning.contains(id);
            add(same ? ChangeClass.MINOR : ChangeClass.MAJOR, id, "shown");
        }
    }
}
