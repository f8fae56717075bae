package tw.minsheng.dataset;

import java.util.List;
import java.util.Map;
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
    private final Part drawn = new Part();
    private final Part open = new Part();

    /** What was seen of one part. */
    private static final class Part {
        private boolean used;
        private boolean weighed;

        boolean isZero() {
            return used && !weighed;
        }
    }

    WeightTotals(String file, Layout layout) {
        this.file = file;
        this.items = layout.items();
        this.apart = Parts.areApart(layout);
    }

    void add(Row row) {
        Part part = apart && row.origin().source() == Source.OPEN ? open : drawn;
        if (!part.weighed && items.stream().anyMatch(item -> row.code(item) >= 0)) {
            part.used = true;
            part.weighed = row.origin().weight() > 0;
        }
    }

    /** @throws Problem INVALID {@code answers.zero_weights} */
    void refuse() {
        if (drawn.isZero() || open.isZero()) {
            throw Problem.of(Problem.Kind.INVALID, "answers.zero_weights", Map.of("file", file));
        }
    }
}
