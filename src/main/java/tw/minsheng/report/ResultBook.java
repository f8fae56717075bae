package tw.minsheng.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;

/** Results and result tables by their keys, in the order in which they were made. */
public final class ResultBook {

    private final Map<String, Result> results = new LinkedHashMap<>();
    private final Map<String, ResultTable> tables = new LinkedHashMap<>();

    /** @throws IllegalArgumentException when two results or two tables have the same key */
    public ResultBook(List<Result> results, List<ResultTable> tables) {
        for (Result result : results) {
            if (this.results.put(result.key(), result) != null) {
                throw new IllegalArgumentException("two results with the key " + result.key());
            }
        }
        for (ResultTable table : tables) {
            if (this.tables.put(table.key(), table) != null) {
                throw new IllegalArgumentException("two tables with the key " + table.key());
            }
        }
    }

    public List<Result> all() {
        return List.copyOf(results.values());
    }

    public List<ResultTable> tables() {
        return List.copyOf(tables.values());
    }

    public Optional<Result> find(String key) {
        return Optional.ofNullable(results.get(key));
    }

    /** @throws IllegalArgumentException when there is no such result */
    public Result get(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("no result " + key));
    }

    public Optional<ResultTable> table(String key) {
        return Optional.ofNullable(tables.get(key));
    }

    /** The value under this key; {@code no_data} when there is no such result. */
    public Value value(String key) {
        return find(key).map(Result::value).orElseGet(() -> Value.undefined(Reason.NO_DATA));
    }
}
