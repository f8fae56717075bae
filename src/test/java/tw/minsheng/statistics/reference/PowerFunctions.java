package tw.minsheng.statistics.reference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.BiFunction;
import tw.minsheng.statistics.power.Power;
import tw.minsheng.statistics.power.PowerCurve;

/** {@code power.*.test} and {@code pwr.*}. */
final class PowerFunctions {

    void addTo(Map<String, Interpreter.Function> table) {
        curve(table, "power.prop.test", "n", (call, power) -> power.twoShares(of(call, "p1"), of(call, "p2")));
        curve(table, "power.t.test", "n", PowerFunctions::means);
        curve(
                table,
                "power.anova.test",
                "n",
                (call, power) ->
                        power.means((int) of(call, "groups"), of(call, "between.var"), of(call, "within.var")));
        curve(table, "pwr.chisq.test", "N", (call, power) -> power.chiSquare(of(call, "w"), of(call, "df")));
        curve(table, "pwr.r.test", "n", (call, power) -> power.correlation(of(call, "r")));
        curve(table, "pwr.2p.test", "n", (call, power) -> power.twoEffects(of(call, "h")));
        curve(table, "pwr.p.test", "n", (call, power) -> power.oneEffect(of(call, "h")));
        table.put("pwr.2p2n.test", call -> {
            ObjectNode tree = given(call);
            tree.put("power", power(call).twoEffects(of(call, "h"), of(call, "n1"), of(call, "n2")));
            return tree;
        });
        table.put("pwr.f2.test", call -> {
            ObjectNode tree = given(call);
            tree.put("power", power(call).regression(of(call, "u"), of(call, "v"), of(call, "f2")));
            return tree;
        });
    }

    private static double of(Call call, String name) {
        return call.number(name, -1, Double.NaN);
    }

    private static Power power(Call call) {
        return new Power(call.number("sig.level", -1, .05));
    }

    private static PowerCurve means(Call call, Power power) {
        double sd = call.number("sd", -1, 1);
        double delta = of(call, "delta");
        if (!call.has("type")) {
            return power.twoMeans(delta, sd);
        }
        return call.has("alternative") ? power.oneMeanOneSided(delta, sd) : power.oneMean(delta, sd);
    }

    /** What the call says, under the names of R. */
    private static ObjectNode given(Call call) {
        ObjectNode tree = Tree.object();
        call.keywords().properties().forEach(entry -> {
            if (entry.getValue().isNumber()) {
                tree.set(entry.getKey(), entry.getValue());
            }
        });
        tree.put("sig.level", call.number("sig.level", -1, .05));
        return tree;
    }

    private static void curve(
            Map<String, Interpreter.Function> table,
            String name,
            String size,
            BiFunction<Call, Power, PowerCurve> curve) {
        table.put(name, call -> {
            ObjectNode tree = given(call);
            PowerCurve found = curve.apply(call, power(call));
            if (name.equals("power.t.test")) {
                tree.put("sd", call.number("sd", -1, 1));
            }
            if (call.has(size)) {
                tree.put("power", found.at(of(call, size)));
            } else {
                tree.set(size, Tree.of(found.sizeFor(of(call, "power"))));
            }
            return tree;
        });
    }
}
