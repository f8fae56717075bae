package tw.minsheng.statistics.battery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.Warning;

/** Collects the statistics of a block; where the block is refused as a whole, each gets that reason. */
final class Sheet {

    private final List<Value> refusal;
    private final Map<String, Statistic> statistics = new LinkedHashMap<>();

    /** @param refusal why nothing can be computed; empty otherwise */
    Sheet(List<Value> refusal) {
        this.refusal = List.copyOf(refusal);
    }

    /** Stands whatever is refused: counts. */
    void always(String name, Shape shape) {
        statistics.put(name, new Statistic(name, shape, List.of()));
    }

    void put(String name, Supplier<Shape> shape) {
        always(name, refusal.isEmpty() ? shape.get() : Shape.of(refusal.get(0)));
    }

    void value(String name, Supplier<Value> value) {
        put(name, () -> Shape.of(value.get()));
    }

    /** Adds warnings to a statistic that stands already. */
    void warn(String name, List<Warning> warnings) {
        Statistic old = statistics.get(name);
        if (old != null) {
            List<Warning> all = new ArrayList<>(old.warnings());
            all.addAll(warnings);
            statistics.put(name, new Statistic(name, old.shape(), all));
        }
    }

    Block block(String block, String scale, MissingRule missing, long n) {
        return new Block(block, scale, missing, n, List.copyOf(statistics.values()));
    }
}
