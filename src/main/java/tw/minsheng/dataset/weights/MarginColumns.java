package tw.minsheng.dataset.weights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import tw.minsheng.dataset.FaultList;
import tw.minsheng.dataset.WeightCell;
import tw.minsheng.format.CsvRow;

/**
 * The columns of a file of answers that weighting needs: the variables of the margins, and the design weight in {@code _weight} where
 * there is such a column, else 1.
 */
final class MarginColumns {

    static final String WEIGHT = "_weight";

    /** A column with so many is none of this variable; what stands there may be anything. */
    private static final int MOST_STRANGERS = 100;

    private final List<KnownMargin> margins;
    private final List<Map<String, Integer>> levels;
    private final int[] columns;
    private final int weight;
    private final FaultList faults;
    private final Map<Stranger, Met> strangers = new LinkedHashMap<>();

    /** A value of a variable that the population does not have. */
    private record Stranger(String variable, String value) {}

    private record Met(long firstRow, long rows) {}

    /** A column that is missing or comes twice is added to the faults. */
    MarginColumns(List<String> header, List<KnownMargin> margins, FaultList faults) {
        this.faults = faults;
        this.margins = List.copyOf(margins);
        this.levels = margins.stream().map(KnownMargin::codes).toList();
        this.columns = margins.stream()
                .mapToInt(margin -> place(header, margin.variable(), "answers.no_margin_column", faults))
                .toArray();
        this.weight = header.contains(WEIGHT) ? place(header, WEIGHT, "answers.no_margin_column", faults) : -1;
    }

    boolean isWeighted() {
        return weight >= 0;
    }

    /** By margin, the number of the category; the number behind the last where it is not told. Empty when one was refused. */
    Optional<int[]> levels(CsvRow row) {
        int[] at = new int[columns.length];
        boolean all = true;
        for (int m = 0; m < columns.length; m++) {
            OptionalInt level = level(m, row);
            all &= level.isPresent();
            at[m] = level.orElse(-1);
        }
        return all ? Optional.of(at) : Optional.empty();
    }

    private OptionalInt level(int margin, CsvRow row) {
        KnownMargin known = margins.get(margin);
        String code = row.field(columns[margin]).strip();
        Integer level = levels.get(margin).get(code);
        if (level != null) {
            return OptionalInt.of(level);
        }
        strangers.merge(
                new Stranger(known.variable(), code),
                new Met(row.number(), 1),
                (met, again) -> new Met(met.firstRow(), met.rows() + 1));
        if (strangers.size() >= MOST_STRANGERS) {
            refuse();
        }
        return OptionalInt.empty();
    }

    /** The design weight; empty when it was refused. */
    OptionalDouble weight(CsvRow row) {
        if (weight < 0) {
            return OptionalDouble.of(1);
        }
        String cell = row.field(weight).strip();
        WeightCell found = WeightCell.of(cell);
        if (found.fault().isEmpty()) {
            return OptionalDouble.of(found.weight());
        }
        faults.cell(row.number(), WEIGHT, cell, found.fault());
        return OptionalDouble.empty();
    }

    /** Throws all faults of the file so far, when there are any. */
    void refuse() {
        strangers.forEach((stranger, met) -> faults.value(
                met.firstRow(), stranger.variable(), stranger.value(), met.rows(), "answers.not_in_population"));
        faults.refuse();
    }

    /**
     * The place of a column; when it is missing or comes twice, that is added to the faults.
     *
     * @param missing code of the fault that it is not there
     */
    static int place(List<String> header, String column, String missing, FaultList faults) {
        int place = header.indexOf(column);
        if (place < 0) {
            faults.header(missing, column);
        } else if (place != header.lastIndexOf(column)) {
            faults.header("answers.column_twice", column);
        }
        return place;
    }
}
