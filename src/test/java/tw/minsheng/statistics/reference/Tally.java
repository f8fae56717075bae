package tw.minsheng.statistics.reference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts how the entries fared. */
final class Tally {

    private int equal;
    private int different;
    private int refused;
    private final List<String> notCovered = new ArrayList<>();
    private final Map<String, String> differences = new LinkedHashMap<>();
    private final List<String> covered = new ArrayList<>();

    void equal(String id) {
        equal++;
        covered.add(id);
    }

    void refusedAsExpected(String id) {
        refused++;
        covered.add(id);
    }

    void different(String id, String how) {
        different++;
        covered.add(id);
        differences.put(id, how);
    }

    void notCovered(String id) {
        notCovered.add(id);
    }

    List<String> covered() {
        return covered;
    }

    List<String> notCovered() {
        return notCovered;
    }

    /** How an entry differs, if it does. */
    Optional<String> difference(String id) {
        return Optional.ofNullable(differences.get(id));
    }

    void add(Tally other) {
        equal += other.equal;
        different += other.different;
        refused += other.refused;
        notCovered.addAll(other.notCovered);
        differences.putAll(other.differences);
        covered.addAll(other.covered);
    }

    /** covered = equal + different + refused as expected. */
    ObjectNode summary() {
        ObjectNode summary = Tree.object();
        summary.put("covered", equal + different + refused);
        summary.put("equal", equal);
        summary.put("different", different);
        summary.put("refused_as_expected", refused);
        summary.set("not_covered", Tree.array(notCovered.size(), i -> Tree.of(notCovered.get(i))));
        return summary;
    }

    String line() {
        return "covered %d, equal %d, different %d, refused as expected %d, not covered %d"
                .formatted(equal + different + refused, equal, different, refused, notCovered.size());
    }
}
