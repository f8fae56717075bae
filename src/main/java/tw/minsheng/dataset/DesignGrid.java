package tw.minsheng.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import tw.minsheng.statistics.weighting.CellGrid;
import tw.minsheng.statistics.weighting.Margin;
import tw.minsheng.survey.Population;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.Variable;
import tw.minsheng.survey.Weighting;

/**
 * Where an answer stands in the design: its stratum and its cell of the weighting margins. Answers of one place have one
 * weight, so that sums per place are all that estimates need.
 *
 * @param stratum column of the strata; empty when the design has none
 * @param strata codes of the strata, and last {@link #UNKNOWN}; only the latter without strata
 * @param columns columns of the margins, in the order of the definition
 * @param margins population of each margin, each with {@link #UNKNOWN} as its last category
 */
public record DesignGrid(List<Column> stratum, List<String> strata, List<Column> columns, List<Margin> margins) {

    /** Answers that do not tell the variable. */
    public static final String UNKNOWN = "";

    /** A code that the population file does not have. */
    private static final int NOT_IN_POPULATION = -1;

    public DesignGrid {
        stratum = List.copyOf(stratum);
        strata = List.copyOf(strata);
        columns = List.copyOf(columns);
        margins = List.copyOf(margins);
    }

    /** The grid that the definition asks for. */
    public static DesignGrid of(Layout layout) {
        Survey survey = layout.survey();
        List<Column> stratum =
                layout.column(survey.sampling().strata().variable()).stream().toList();
        List<String> strata = new ArrayList<>();
        stratum.forEach(column ->
                column.variable().values().stream().map(Variable.Value::code).forEach(strata::add));
        strata.add(UNKNOWN);
        List<Weighting.Margin> declared = survey.weighting().margins().stream()
                .filter(margin -> layout.column(margin.variable()).isPresent())
                .toList();
        return new DesignGrid(
                stratum,
                strata,
                declared.stream()
                        .flatMap(margin -> layout.column(margin.variable()).stream())
                        .toList(),
                declared.stream()
                        .map(margin -> margin(margin.variable(), margin.population()))
                        .toList());
    }

    private static Margin margin(String variable, Population population) {
        Map<String, Long> counts = population.counts();
        return new Margin(
                        variable,
                        List.copyOf(counts.keySet()),
                        counts.values().stream().map(Long::doubleValue).toList())
                .withUnknown(UNKNOWN, 0);
    }

    public CellGrid cells() {
        return new CellGrid(margins);
    }

    /** Number of the stratum of a row: the one that is given, else, also where strata were joined, that of its own answer. */
    int stratumOf(Row row) {
        String given = row.origin().stratum();
        boolean known = !given.isEmpty() && strata.contains(given);
        String code = known
                ? given
                : stratum.stream()
                        .flatMap(column -> word(column, row.code(column)))
                        .findFirst()
                        .orElse(UNKNOWN);
        int index = strata.indexOf(code);
        return index < 0 ? strata.size() - 1 : index;
    }

    /** Number of the cell of a row; empty when a code is not in the population file. */
    OptionalInt cellOf(Row row, CellGrid grid) {
        int[] levels = new int[margins.size()];
        for (int place = 0; place < levels.length; place++) {
            levels[place] = level(margins.get(place), columns.get(place), row);
            if (levels[place] == NOT_IN_POPULATION) {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.of(grid.cellOf(levels));
    }

    /** The codes of a row that the population files do not have, as {@code variable=code}. */
    Stream<String> outsiders(Row row) {
        return Stream.iterate(0, place -> place < margins.size(), place -> place + 1)
                .filter(place -> level(margins.get(place), columns.get(place), row) == NOT_IN_POPULATION)
                .flatMap(place -> word(columns.get(place), row.code(columns.get(place))));
    }

    private static int level(Margin margin, Column column, Row row) {
        return word(column, row.code(column))
                .findFirst()
                .map(code -> margin.indexOf(code).orElse(NOT_IN_POPULATION))
                .orElse(margin.size() - 1);
    }

    /** The value behind a valid code, as files write it. */
    private static Stream<String> word(Column column, int code) {
        boolean valid = code >= 0 && code < column.variable().values().size();
        return valid ? Stream.of(column.variable().values().get(code).code()) : Stream.of();
    }
}
