package tw.minsheng.report.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import tw.minsheng.dataset.ColumnTally;
import tw.minsheng.report.Result;
import tw.minsheng.report.ResultTable;

/** Everything that compares people, as results and tables. */
public final class Comparisons {

    private final List<Result> results = new ArrayList<>();
    private final List<ResultTable> tables = new ArrayList<>();

    private Comparisons() {}

    /**
     * Compares.
     *
     * @param people one or more
     * @param small places of the groups of a question that other tables hide
     */
    public static Comparisons of(People people, Function<ColumnTally, Set<Integer>> small) {
        Comparisons made = new Comparisons();
        List<Scored> scores = Scored.all(people);
        List<Grouping> groupings = Grouping.all(people, scores, small);
        Differences differences = new Differences(people, scores, groupings);
        made.results.addAll(differences.results());
        made.tables.addAll(differences.tables());
        return made;
    }

    public List<Result> results() {
        return List.copyOf(results);
    }

    public List<ResultTable> tables() {
        return List.copyOf(tables);
    }
}
