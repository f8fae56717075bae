package tw.minsheng.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tw.minsheng.format.Json;
import tw.minsheng.format.Node;
import tw.minsheng.survey.Version;
import tw.minsheng.survey.file.definition.Change;
import tw.minsheng.survey.file.definition.ChangeClass;
import tw.minsheng.survey.file.definition.Difference;

/**
 * What changed from one version of a survey to the next, and what it means for the trend.
 *
 * @param changes the weightiest first
 * @param sameMeaning items whose words changed but not their meaning (語意不變) → the reason given, "" when it is not known
 */
public record VersionStep(
        Version from, Version to, ChangeClass changeClass, List<Change> changes, Map<String, String> sameMeaning) {

    public VersionStep {
        changes = List.copyOf(changes);
        sameMeaning = Collections.unmodifiableMap(new LinkedHashMap<>(sameMeaning));
    }

    /**
     * The steps between versions.
     *
     * @param definitions canonical JSON, oldest first
     * @param reasons version → item → why its new words mean the same, as far as it is known. Words that changed without a
     *     new major version were declared so when they were published: without that, publishing is refused.
     */
    public static List<VersionStep> between(List<String> definitions, Map<Version, Map<String, String>> reasons) {
        List<Node> trees = definitions.stream()
                .map(json -> Json.read("survey", json.getBytes(StandardCharsets.UTF_8)))
                .toList();
        List<VersionStep> steps = new ArrayList<>();
        for (int next = 1; next < trees.size(); next++) {
            Version to = version(trees.get(next));
            steps.add(step(trees.get(next - 1), trees.get(next), reasons.getOrDefault(to, Map.of())));
        }
        return List.copyOf(steps);
    }

    private static VersionStep step(Node old, Node now, Map<String, String> reasons) {
        Version from = version(old);
        Version to = version(now);
        Map<String, String> same = new HashMap<>(reasons);
        if (from.major() == to.major()) {
            reworded(old, now).forEach(id -> same.putIfAbsent(id, ""));
        }
        Difference difference = Difference.between(old, now, same.keySet());
        Map<String, String> declared = new LinkedHashMap<>();
        difference.changes().stream()
                .map(Change::id)
                .filter(same::containsKey)
                .forEach(id -> declared.put(id, same.getOrDefault(id, "")));
        return new VersionStep(from, to, difference.changeClass(), difference.changes(), declared);
    }

    /** What would break the trend unless it was declared to mean the same. */
    private static Set<String> reworded(Node old, Node now) {
        Set<String> could = Difference.between(old, now, Set.of()).changes().stream()
                .filter(change -> change.changeClass() == ChangeClass.MAJOR)
                .map(Change::id)
                .collect(Collectors.toSet());
        Set<String> all = new HashSet<>(could);
        Difference.between(old, now, all).changes().stream()
                .filter(change -> change.changeClass() == ChangeClass.MAJOR)
                .map(Change::id)
                .forEach(could::remove);
        return could;
    }

    private static Version version(Node tree) {
        return Version.parse(tree.get("version").text());
    }
}
