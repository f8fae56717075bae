package tw.minsheng.statistics.reference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tw.minsheng.statistics.draw.SizeDraw;
import tw.minsheng.statistics.draw.SystematicDraw;
import tw.minsheng.statistics.sampling.Allotment;

/** Allocations and draws: {@code alloc capalloc min2 lr sys inclusionprobabilities ppssys}. */
final class DrawFunctions {

    void addTo(Map<String, Interpreter.Function> table) {
        table.put("alloc", DrawFunctions::allocation);
        table.put("capalloc", DrawFunctions::capped);
        table.put(
                "min2",
                call -> numbers(Allotment.withMinimum(
                                sizes(call.vector(0)), Math.round(call.number(1)), Math.round(call.number(2)))
                        .whole()));
        table.put(
                "lr",
                call -> numbers(Allotment.free(call.vector(0).doubles(), Math.round(call.number(1)))
                        .whole()));
        table.put(
                "sys",
                call -> places(SystematicDraw.of(
                        (int) Math.round(call.number(0)), (int) Math.round(call.number(1)), call.number(2))));
        table.put("inclusionprobabilities", call -> {
            SizeDraw draw = SizeDraw.of(call.vector(0).doubles(), (int) Math.round(call.number(1)));
            return vector(draw.probabilities());
        });
        table.put("ppssys", call -> places(new SizeDraw(list(call.vector(0))).draw(call.number(1))));
        table.put("which", call -> {
            Vector truths = call.vector(0);
            return Vector.of(IntStream.range(0, truths.size())
                    .filter(i -> truths.number(i) == 1)
                    .mapToDouble(i -> i + 1)
                    .toArray());
        });
        table.put("levels", call -> Vector.strings(call.vector(0).levels()));
        table.put("table", DrawFunctions::counts);
        table.put("tapply", DrawFunctions::applied);
        table.put(
                "names",
                call -> Vector.strings(
                        call.at(0) instanceof Frame frame
                                ? List.copyOf(frame.columns().keySet())
                                : call.vector(0).names()));
    }

    private static List<Double> list(Vector vector) {
        return vector.numbers();
    }

    private static Vector vector(List<Double> numbers) {
        return Vector.of(array(numbers));
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
        List<String> labels = groups.labels();
        List<String> levels = groups.levels();
        String function = call.raw(2).path("s").asText();
        return Vector.of(levels.stream()
                        .mapToDouble(level -> {
                            double[] found = IntStream.range(0, labels.size())
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

    /** Places counted from 0 as R counts them. */
    private static Vector places(int[] places) {
        return Vector.of(Arrays.stream(places).mapToDouble(place -> place + 1).toArray());
    }

    private static long[] sizes(Vector vector) {
        return Arrays.stream(vector.doubles()).mapToLong(Math::round).toArray();
    }

    private static Object allocation(Call call) {
        double[] sizes = call.vector(0).doubles();
        double[] sds = call.vector(1).doubles();
        double n = call.number(2);
        double[] costs = call.find("cost", 3)
                .map(given -> ((Vector) given).doubles())
                .orElseGet(() ->
                        IntStream.range(0, sizes.length).mapToDouble(h -> 1).toArray());
        Allotment proportional = Allotment.free(sizes, Math.round(n));
        Allotment neyman = Allotment.free(spread(sizes, sds), Math.round(n));
        Allotment optimum = Allotment.free(
                IntStream.range(0, sizes.length)
                        .mapToDouble(h -> sizes[h] * sds[h] / Math.sqrt(costs[h]))
                        .toArray(),
                Math.round(n));
        double[] equal = IntStream.range(0, sizes.length)
                .mapToDouble(h -> n / sizes.length)
                .toArray();
        long[] whole = sizes(call.vector(0));
        ObjectNode tree = Tree.object();
        tree.set("proportional", vector(proportional.exact()).tree());
        tree.set("proportional_int", numbers(proportional.whole()).tree());
        tree.set("neyman", vector(neyman.exact()).tree());
        tree.set("neyman_int", numbers(neyman.whole()).tree());
        tree.set("optimum_cost", vector(optimum.exact()).tree());
        tree.set("optimum_cost_int", numbers(optimum.whole()).tree());
        tree.put("se_proportional", Allotment.standardError(whole, sds, array(proportional.exact())));
        tree.put("se_neyman", Allotment.standardError(whole, sds, array(neyman.exact())));
        tree.put("se_equal", Allotment.standardError(whole, sds, equal));
        return tree;
    }

    private static double[] spread(double[] sizes, double[] sds) {
        return IntStream.range(0, sizes.length)
                .mapToDouble(h -> sizes[h] * sds[h])
                .toArray();
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Object capped(Call call) {
        double[] shares = spread(call.vector(0).doubles(), call.vector(1).doubles());
        Allotment capped = Allotment.capped(sizes(call.vector(0)), shares, Math.round(call.number(2)));
        ObjectNode tree = Tree.object();
        tree.set("exact", vector(capped.exact()).tree());
        tree.set("int", numbers(capped.whole()).tree());
        tree.set(
                "take_all",
                places(capped.takeAll().stream().mapToInt(Integer::intValue).toArray())
                        .tree());
        return tree;
    }
}
