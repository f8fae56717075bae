package tw.minsheng.statistics.factor;

import java.util.List;
import java.util.stream.IntStream;
import tw.minsheng.statistics.Value;

/**
 * Factors before they are turned.
 *
 * @param loadings items × factors, canonical; one matrix, or none when it was refused
 * @param refusal why there are none; empty otherwise
 * @param iterations how many it took, 0 for a closed form
 * @param criterion the largest change that was left, 0 for a closed form
 */
public record Extraction(List<FactorMatrix> loadings, List<Value> refusal, int iterations, double criterion) {

    public Extraction {
        loadings = List.copyOf(loadings);
        refusal = List.copyOf(refusal);
    }

    static Extraction of(FactorMatrix loadings) {
        return new Extraction(List.of(loadings), List.of(), 0, 0);
    }

    static Extraction iterated(FactorMatrix loadings, int iterations, double criterion) {
        return new Extraction(List.of(loadings), List.of(), iterations, criterion);
    }

    /** No factors, for this reason. */
    public static Extraction refused(Value why) {
        return new Extraction(List.of(), List.of(why), 0, 0);
    }

    public boolean isKnown() {
        return !loadings.isEmpty();
    }

    /** @throws IllegalStateException when there is none */
    public FactorMatrix matrix() {
        return loadings.stream().findFirst().orElseThrow(() -> new IllegalStateException("no loadings: " + refusal));
    }

    /** Sum of squared loadings of each item; its refusal when there are none. */
    public List<Value> communalities(int items) {
        return IntStream.range(0, items)
                .mapToObj(i -> isKnown() ? Value.of(matrix().rowSquares(i)) : refusal.get(0))
                .toList();
    }
}
