package tw.minsheng.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Value;

/** A test of R in the shape of the reference files. */
final class TestTree {

    private final ObjectNode tree = Tree.object();

    TestTree(String method, Value p) {
        tree.put("method", method);
        tree.set("p_value", Tree.of(p));
    }

    TestTree with(String part, String name, Value value) {
        return with(part, name, Tree.of(value));
    }

    TestTree with(String part, String name, JsonNode value) {
        ObjectNode inner = tree.has(part) ? (ObjectNode) tree.get(part) : Tree.object();
        inner.set(name, value);
        tree.set(part, inner);
        return this;
    }

    TestTree statistic(String name, Value value) {
        return with("statistic", name, value);
    }

    TestTree df(String name, Value value) {
        return with("parameter", name, value);
    }

    TestTree estimate(String name, double value) {
        return with("estimate", name, Tree.of(value));
    }

    TestTree limits(Interval interval) {
        return set("conf_int", Tree.limits(interval));
    }

    TestTree set(String name, JsonNode value) {
        tree.set(name, value);
        return this;
    }

    JsonNode tree() {
        return tree;
    }
}
