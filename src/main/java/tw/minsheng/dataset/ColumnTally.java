package tw.minsheng.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tw.minsheng.statistics.estimate.CodeSums;
import tw.minsheng.statistics.moments.PowerSums;
import tw.minsheng.statistics.weighting.Groups;
import tw.minsheng.survey.Variable;

/** What was answered in one column: unweighted frequencies, sums per place in the design, moments of numbers. */
public final class ColumnTally {

    private final Column column;
    private final Frequencies frequencies;
    private final List<CodeSums> sums = new ArrayList<>();
    private final PowerSums numbers = new PowerSums();

    ColumnTally(Column column, Groups groups) {
        this.column = column;
        this.frequencies = new Frequencies(column.validCodes());
        open(groups);
    }

    /** A unit more: its sums are over these groups. */
    void open(Groups groups) {
        sums.add(new CodeSums(groups, column.validCodes()));
    }

    void add(Row row, int unit, int group, double weight) {
        int code = row.code(column);
        frequencies.add(code);
        if (code >= 0) {
            sums.get(unit).add(group, weight, code);
            if (column.variable().kind() == Variable.Kind.NUMBER) {
                numbers.add(row.number(column));
            }
        }
    }

    public Column column() {
        return column;
    }

    public Frequencies frequencies() {
        return frequencies;
    }

    /** Counts and weights of the valid codes. */
    public CodeSums sums() {
        return CodeSums.stacked(sums);
    }

    /** Moments of the numbers of a numeric column. */
    public Optional<PowerSums> numbers() {
        return column.variable().kind() == Variable.Kind.NUMBER ? Optional.of(numbers) : Optional.empty();
    }
}
