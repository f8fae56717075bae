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
     * @param level of intervals and margins
     * @param seed of what is drawn
     * @param small places of the groups of a question that other tables hide
     */
    public static Comparisons of(People people, double level, long seed, Function<ColumnTally, Set<Integer>> small) {
        Comparisons made = new Comparisons();
        List<Scored> scores = Scored.all(people);
        List<Grouping> groupings = Grouping.all(people, scores, small);
        Differences differences = new Differences(people, scores, groupings, level);
        made.results.addAll(differences.results());
        made.tables.addAll(differences.tables());
        Crosses crosses = new Crosses(people, groupings, level);
        made.results.addAll(crosses.results());
        made.tables.addAll(crosses.tables());
        Drivers.of(people, seed).ifPresent(drivers -> {
            made.results.addAll(drivers.results(seed));
            made.tables.add(drivers.table());
        });
        Importance.of(people).ifPresent(importance -> {
            made.results.addAll(importance.results());
            made.tables.add(importance.table());
        });
        Promoters.all(people, level).forEach(promoters -> {
            made.results.addAll(promoters.results());
            made.tables.add(promoters.table());
        });
        Leading.of(people, level).ifPresent(leading -> {
            made.results.addAll(leading.results());
            made.tables.add(leading.table());
        });
        return made;
    }

    public List<Result> results() {
        return List.copyOf(results);
    }

    public List<ResultTable> tables() {
        return List.copyOf(tables);
    }
}
