package tw.minsheng.dataset.weights;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tw.minsheng.statistics.weighting.Margin;
import tw.minsheng.survey.Weighting;

/**
 * A margin that answers are matched with.
 *
 * @param declared variable, population counts, source and day
 * @param unknown what stands for an answer that does not tell the variable, beside the empty cell and the codes −1, −2, −3
 */
public record KnownMargin(Weighting.Margin declared, Set<String> unknown) {

    private static final Set<String> NOT_TOLD = Set.of("", "-1", "-2", "-3");

    public KnownMargin {
        unknown = Set.copyOf(unknown);
    }

    public String variable() {
        return declared.variable();
    }

    /** The categories that the population has, in the order of its file. */
    public List<String> levels() {
        return List.copyOf(declared.population().counts().keySet());
    }

    /** The margin of the population alone. */
    public Margin population() {
        List<Double> counts = declared.population().counts().values().stream()
                .map(Long::doubleValue)
                .toList();
        return new Margin(variable(), levels(), counts);
    }

    /** By word of a cell, the number of its category; the number behind the last where it does not tell the variable. */
    Map<String, Integer> codes() {
        Map<String, Integer> codes = new HashMap<>();
        List<String> levels = levels();
        NOT_TOLD.forEach(word -> codes.put(word, levels.size()));
        unknown.forEach(word -> codes.put(word, levels.size()));
        for (int level = 0; level < levels.size(); level++) {
            codes.put(levels.get(level), level);
        }
        return codes;
    }
}
