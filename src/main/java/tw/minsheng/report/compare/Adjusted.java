package tw.minsheng.report.compare;

import java.util.ArrayList;
import java.util.List;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.cases.MultipleTesting;

/** p-values adjusted for being several; a test that gave none is not counted and keeps its reason. */
final class Adjusted {

    private Adjusted() {}

    static List<Value> by(MultipleTesting rule, List<Value> p) {
        double[] adjusted = rule.adjusted(
                p.stream().filter(Value::isKnown).mapToDouble(Value::number).toArray());
        List<Value> all = new ArrayList<>();
        int next = 0;
        for (Value each : p) {
            all.add(each.isKnown() ? Value.of(adjusted[next++]) : each);
        }
        return List.copyOf(all);
    }

    static long tests(List<Value> p) {
        return p.stream().filter(Value::isKnown).count();
    }
}
