package tw.minsheng.statistics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.minsheng.statistics.reference.ReferenceLibrary.ReferenceSet;

/** Parts of the sets that lie in the repository, each by itself: mutation testing needs tests that take no time. */
@Tag("mutation")
class SmallSetTest {

    private static ReferenceSet named(String name) {
        return ReferenceLibrary.psychometrics().stream()
                .filter(set -> set.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Only those blocks of a set; of one 構面 as if there were no other. */
    private static ReferenceSet part(ReferenceSet set, String scale, Predicate<JsonNode> kept) {
        ObjectNode content = set.content().deepCopy();
        ArrayNode blocks = content.putArray("blocks");
        set.content().get("blocks").forEach(block -> {
            if (block.path("scale").asText().equals(scale) && kept.test(block)) {
                blocks.add(block);
            }
        });
        JsonNode items = content.path("factors").path(scale);
        if (items.isArray()) {
            content.set("items", items);
            content.remove("factors");
            content.remove("n_factors");
            blocks.forEach(block -> ((ObjectNode) block).put("scale", "total"));
        }
        return new ReferenceSet("part", set.file(), content);
    }

    private static boolean is(JsonNode block, String missing, String... kinds) {
        boolean kind = kinds.length == 0;
        for (String one : kinds) {
            kind |= block.path("block").asText().equals(one);
        }
        return kind && block.path("missing").asText().startsWith(missing);
    }

    private static void check(int least, ReferenceSet set) {
        Tally tally = new PsychometricRun(set).run();
        Map<String, String> differences = new TreeMap<>();
        tally.covered().forEach(id -> tally.difference(id).ifPresent(how -> differences.put(id, how)));
        assertEquals(Map.of(), differences);
        assertTrue(tally.covered().size() >= least, tally.covered().size() + " covered");
    }

    @ParameterizedTest
    @ValueSource(strings = {"content_a", "content_pub", "icc_neg_a", "kappa_a", "shrout_fleiss"})
    void panels(String name) {
        check(1, named(name));
    }

    @Test
    void repetition() {
        check(8, part(named("synth_sat_a"), "total", block -> is(block, "", "test_retest")));
    }

    @Test
    void threeItems() {
        check(80, part(named("sat_b"), "staff", block -> is(block, "listwise")));
    }

    @Test
    void threeItemsByPairs() {
        check(45, part(named("sat_b"), "staff", block -> is(block, "pairwise")));
    }

    @Test
    void factorsByPairs() {
        check(29, part(named("sat_b"), "total", block -> is(block, "pairwise", "efa")));
    }

    @Test
    void factorsAndTheirModel() {
        check(30, part(named("sat_b"), "total", block -> is(block, "listwise", "efa", "omega")));
    }

    @Test
    void declaredModel() {
        check(40, part(named("sat_b"), "all", block -> true));
    }
}
