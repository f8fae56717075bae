package tw.minsheng.dataset;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tw.minsheng.kernel.Problem;

/**
 * Whether the weights of a file can be divided by: where every answer that is used weighs 0 there is no estimate
 * ({@code zero_denominator}, statistics.md section 5). Drawn and open answers have results of their own, so each of these
 * parts needs a weight.
 */
final class WeightTotals {

    private final String file;
    private final List<Column> items;
    private final boolean apart;
    private final Set<Part> used = EnumSet.noneOf(Part.class);
    private final Set<Part> weighed = EnumSet.noneOf(Part.class);

    private enum Part {
        DRAWN,
        OPEN
    }

    WeightTotals(String file, Layout layout) {
        this.file = file;
        this.items = layout.items();
        this.apart = Parts.areApart(layout);
    }

    void add(Row row) {
        Part part = apart && row.origin().source() == Source.OPEN ? Part.OPEN : Part.DRAWN;
        if (!weighed.contains(part) && items.stream().anyMatch(item -> row.code(item) >= 0)) {
            used.add(part);
            if (row.origin().weight() > 0) {
                weighed.add(part);
            }
        }
    }

    /** @throws Problem INVALID {@code answers.zero_weights} */
    void refuse() {
        if (!weighed.containsAll(used)) {
            throw Problem.of(Problem.Kind.INVALID, "answers.zero_weights", Map.of("file", file));
        }
    }
}
