package tw.minsheng.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings the columns of rotated loadings into the order and signs of the reference (statistics.md, 8.2, 5): factors of nearly equal
 * strength change places between two criteria. The best assignment has the largest sum of absolute inner products.
 */
final class Matching {

    private final JsonNode expected;
    private final JsonNode actual;
    private final double[][] products;
    private List<Integer> best = List.of();
    private double most = -1;

    private Matching(JsonNode expected, JsonNode actual) {
        this.expected = expected;
        this.actual = actual;
        int factors = expected.get("data").get(0).size();
        this.products = new double[factors][factors];
        for (int i = 0; i < factors; i++) {
            for (int j = 0; j < factors; j++) {
                products[i][j] = product(i, j);
            }
        }
    }

    /** The statistic of the product as the reference has it; itself where there is nothing to match. */
    static JsonNode matched(JsonNode expected, JsonNode actual) {
        boolean oblique = expected.has("pattern") && actual.has("pattern");
        JsonNode one = oblique ? expected.get("pattern") : expected;
        JsonNode other = oblique ? actual.get("pattern") : actual;
        if (!fits(one, other)) {
            return actual;
        }
        Matching matching = new Matching(one, other);
        matching.assign(new ArrayList<>(), 0);
        if (!oblique) {
            return matching.columns(actual);
        }
        ObjectNode turned = actual.deepCopy();
        turned.set("pattern", matching.columns(actual.get("pattern")));
        turned.set("structure", matching.columns(actual.get("structure")));
        turned.set("phi", matching.both(actual.get("phi")));
        return turned;
    }

    private static boolean fits(JsonNode expected, JsonNode actual) {
        return expected.has("data")
                && actual.has("data")
                && expected.get("data").size() == actual.get("data").size()
                && expected.get("data").get(0).isArray()
                && expected.get("data").get(0).size()
                        == actual.get("data").get(0).size()
                && expected.get("data").get(0).size() <= 8;
    }

    private double product(int mine, int theirs) {
        double sum = 0;
        for (int i = 0; i < expected.get("data").size(); i++) {
            sum += expected.get("data").get(i).get(mine).asDouble()
                    * actual.get("data").get(i).get(theirs).asDouble();
        }
        return sum;
    }

    private void assign(List<Integer> chosen, double sum) {
        if (chosen.size() == products.length) {
            if (sum > most) {
                most = sum;
                best = List.copyOf(chosen);
            }
            return;
        }
        for (int j = 0; j < products.length; j++) {
            if (!chosen.contains(j)) {
                double more = Math.abs(products[chosen.size()][j]);
                chosen.add(j);
                assign(chosen, sum + more);
                chosen.remove(chosen.size() - 1);
            }
        }
    }

    private double sign(int column) {
        return products[column][best.get(column)] < 0 ? -1 : 1;
    }

    private ObjectNode columns(JsonNode table) {
        ObjectNode turned = table.deepCopy();
        JsonNode data = table.get("data");
        turned.set(
                "data",
                Tree.array(
                        data.size(),
                        i -> Tree.array(
                                best.size(),
                                j -> Tree.of(data.get(i).get(best.get(j)).asDouble() * sign(j)))));
        return turned;
    }

    private ObjectNode both(JsonNode table) {
        ObjectNode turned = table.deepCopy();
        JsonNode data = table.get("data");
        turned.set(
                "data",
                Tree.array(
                        best.size(),
                        i -> Tree.array(
                                best.size(),
                                j -> Tree.of(
                                        data.get(best.get(i)).get(best.get(j)).asDouble() * sign(i) * sign(j)))));
        return turned;
    }
}
