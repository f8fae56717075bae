package tw.minsheng.report.chapter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tw.minsheng.report.ResultTable;

/** A table of loadings: items with their declared construct beside the factors that were found. */
record Loadings(ResultTable table, List<String> factors) {

    private static final String COLUMN = "factor_";

    Loadings {
        factors = List.copyOf(factors);
    }

    static Loadings of(ResultTable table) {
        return new Loadings(
                table,
                table.columns().stream()
                        .filter(column -> column.startsWith(COLUMN))
                        .map(column -> column.substring(COLUMN.length()))
                        .toList());
    }

    /** The factor on which an item loads highest; none when it has no loadings. */
    Optional<String> strongest(int row) {
        return factors.stream()
                .filter(factor -> table.entry(row, COLUMN + factor).asNumber().isPresent())
                .reduce((one, other) -> size(row, other) > size(row, one) ? other : one);
    }

    double at(int row, String factor) {
        return table.number(row, COLUMN + factor);
    }

    boolean isKnown(int row, String factor) {
        return table.entry(row, COLUMN + factor).asNumber().isPresent();
    }

    private double size(int row, String factor) {
        return Math.abs(at(row, factor));
    }

    /** Constructs of which most items load highest on the same factor, factor by factor. */
    List<List<String>> merged() {
        Map<String, List<String>> byFactor = new LinkedHashMap<>();
        strongest()
                .forEach((construct, factor) -> byFactor.computeIfAbsent(factor, none -> new ArrayList<>())
                        .add(construct));
        return byFactor.values().stream().filter(ids -> ids.size() > 1).toList();
    }

    /** Construct → the factor on which most of its items load highest; the first of several. */
    Map<String, String> strongest() {
        Map<String, Map<String, Integer>> votes = new LinkedHashMap<>();
        for (int row = 0; row < table.rows().size(); row++) {
            String construct = table.text(row, "construct");
            strongest(row)
                    .ifPresent(factor -> votes.computeIfAbsent(construct, none -> new TreeMap<>())
                            .merge(factor, 1, Integer::sum));
        }
        Map<String, String> strongest = new LinkedHashMap<>();
        votes.forEach((construct, factors) -> factors.entrySet().stream()
                .reduce((one, other) -> other.getValue() > one.getValue() ? other : one)
                .ifPresent(most -> strongest.put(construct, most.getKey())));
        return strongest;
    }
}
