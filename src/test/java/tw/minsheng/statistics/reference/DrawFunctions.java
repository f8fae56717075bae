package tw.minsheng.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tw.minsheng.statistics.sampling.StratumPlan;
import tw.minsheng.statistics.sampling.UnequalDraw;

/** Allocations and draws: {@code alloc capalloc min2 lr sys inclusionprobabilities ppssys}. */
final class DrawFunctions {

    void addTo(Map<String, Interpreter.Function> table) {
        table.put("alloc", DrawFunctions::allocation);
        table.put("capalloc", DrawFunctions::capped);
        table.put("min2", call -> {
            List<Double> shares =
                    StratumPlan.ofSizes(list(call.vector(0))).proportionalWithLeast(call.number(1), call.number(2));
            return numbers(StratumPlan.whole(shares, Math.round(call.number(1))));
        });
        table.put("lr", call -> numbers(StratumPlan.whole(list(call.vector(0)), Math.round(call.number(1)))));
        table.put(
                "sys",
                call -> numbers(UnequalDraw.systematic(
                        Math.round(call.number(0)), (int) Math.round(call.number(1)), call.number(2))));
        table.put(
                "inclusionprobabilities",
                call -> vector(UnequalDraw.inclusion(call.vector(0).doubles(), (int) Math.round(call.number(1)))));
        table.put(
                "ppssys",
                call -> Vector.of(UnequalDraw.systematic(list(call.vector(0)), call.number(1)).stream()
                        .mapToDouble(place -> place + 1)
                        .toArray()));
        table.put("which", call -> {
            Vector truths = call.vector(0);
            return Vector.of(java.util.stream.IntStream.range(0, truths.size())
                    .filter(i -> truths.number(i) == 1)
                    .mapToDouble(i -> i + 1)
                    .toArray());
        });
        table.put("levels", call -> Vector.strings(call.vector(0).levels()));
        table.put("table", DrawFunctions::counts);
        table.put("tapply", DrawFunctions::applied);
        table.put("names", call -> {
            Vector vector = call.vector(0);
            return Vector.strings(vector.names());
        });
    }

    private static List<Double> list(Vector vector) {
        return vector.numbers();
    }

    private static Vector vector(List<Double> numbers) {
        return Vector.of(numbers.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static Vector numbers(List<Long> numbers) {
        return Vector.of(numbers.stream().mapToDouble(Long::doubleValue).toArray());
    }

    private static Object counts(Call call) {
        Vector vector = call.vector(0);
        List<String> levels = vector.levels();
        List<String> labels = vector.labels();
        return Vector.of(levels.stream()
                        .mapToDouble(
                                level -> labels.stream().filter(level::equals).count())
                        .toArray())
                .named(levels);
    }

    /** Sums and standard deviations by group. */
    private static Object applied(Call call) {
        Vector values = call.vector(0);
        Vector groups = call.vector(1);
        boolean first = call.raw(1).path("k").has("levels"); // in the order of the rows
        List<String> labels = groups.labels();
        List<String> levels = first ? labels.stream().distinct().toList() : groups.levels();
        String function = call.raw(2).path("s").asText();
        return Vector.of(levels.stream()
                        .mapToDouble(level -> {
                            double[] found = java.util.stream.IntStream.range(0, labels.size())
                                    .filter(i -> labels.get(i).equals(level))
                                    .mapToDouble(values::number)
                                    .toArray();
                            return function.equals("sum")
                                    ? Arrays.stream(found).sum()
                                    : Math.sqrt(tw.minsheng.statistics.moments.Moments.of(found)
                                            .variance()
                                            .number());
                        })
                        .toArray())
                .named(levels);
    }

    private static Object allocation(Call call) {
        StratumPlan plan = new StratumPlan(list(call.vector(0)), list(call.vector(1)));
        double n = call.number(2);
        long whole = Math.round(n);
        List<Double> costs = call.find("cost", 3)
                .map(given -> list((Vector) given))
                .orElseGet(() -> plan.sizes().stream().map(size -> 1.0).toList());
        List<Double> proportional = plan.proportional(n);
        List<Double> neyman = plan.neyman(n);
        List<Double> optimum = plan.optimum(n, costs);
        List<Double> equal =
                plan.sizes().stream().map(size -> n / plan.sizes().size()).toList();
        ObjectNode tree = Tree.object();
        tree.set("proportional", vector(proportional).tree());
        tree.set(
                "proportional_int",
                numbers(StratumPlan.whole(proportional, whole)).tree());
        tree.set("neyman", vector(neyman).tree());
        tree.set("neyman_int", numbers(StratumPlan.whole(neyman, whole)).tree());
        tree.set("optimum_cost", vector(optimum).tree());
        tree.set("optimum_cost_int", numbers(StratumPlan.whole(optimum, whole)).tree());
        tree.put("se_proportional", plan.standardError(proportional));
        tree.put("se_neyman", plan.standardError(neyman));
        tree.put("se_equal", plan.standardError(equal));
        return tree;
    }

    private static Object capped(Call call) {
        StratumPlan plan = new StratumPlan(list(call.vector(0)), list(call.vector(1)));
        List<Double> capped = plan.capped(call.number(2));
        List<Integer> whole = plan.takenWhole(capped);
        JsonNode exact = vector(capped).tree();
        ObjectNode tree = Tree.object();
        tree.set("exact", exact);
        tree.set(
                "int",
                numbers(StratumPlan.whole(capped, Math.round(call.number(2)))).tree());
        tree.set(
                "take_all",
                Vector.of(whole.stream().mapToDouble(h -> h + 1).toArray()).tree());
        return tree;
    }
}
