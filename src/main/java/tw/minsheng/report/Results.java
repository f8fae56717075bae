package tw.minsheng.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tw.minsheng.statistics.Value;

/**
 * All numbers of one survey wave. Pages, charts, documents, tables and JSON read this record and nothing else, so that a
 * number is the same wherever it stands.
 */
public final class Results {

    /** Keys of the open part begin so when there is a drawn part beside it. */
    public static final String OPEN = "open.";

    /** Code of the warning that the error of a figure rests on a stratum of a single answer or unit, {@code stratum} (ES7). */
    public static final String LONELY_STRATA = "lonely_strata";

    private final Head head;
    private final ResultBook book;

    /** @param hash SHA-256 of the version's canonical JSON, lower-case hex; "" when not known */
    public record Survey(String id, String version, String hash) {}

    /**
     * The answers behind the numbers.
     *
     * @param rows rows read
     * @param used rows with at least one valid item
     * @param sha256 of the data, lower-case hex
     */
    public record Data(long rows, long used, String sha256) {}

    /**
     * What the numbers are about.
     *
     * @param program version of the program
     * @param wave code of the wave, "" when none is known
     * @param sample the drawn part, or everybody
     * @param open the open part beside a drawn one; none or one
     */
    public record Head(
            String program, Survey survey, String wave, Data data, SampleStatement sample, List<SampleStatement> open) {

        public Head {
            open = List.copyOf(open);
        }
    }

    /** @throws IllegalArgumentException when two results or two tables have the same key */
    public Results(Head head, List<Result> results, List<ResultTable> tables) {
        this.head = head;
        this.book = new ResultBook(results, tables);
    }

    /** The same with more tables. */
    public Results with(List<ResultTable> more) {
        return new Results(
                head, all(), Stream.concat(tables().stream(), more.stream()).toList());
    }

    public Head head() {
        return head;
    }

    /** The same with more tables. */
    public Results and(List<ResultTable> more) {
        return more.isEmpty()
                ? this
                : new Results(
                        head,
                        all(),
                        Stream.concat(tables().stream(), more.stream()).toList());
    }

    /** The numbers without their head. */
    public ResultBook book() {
        return book;
    }

    public List<Result> all() {
        return book.all();
    }

    public List<ResultTable> tables() {
        return book.tables();
    }

    public Optional<Result> find(String key) {
        return book.find(key);
    }

    /** @throws IllegalArgumentException when there is no such result */
    public Result get(String key) {
        return book.get(key);
    }

    public Optional<ResultTable> table(String key) {
        return book.table(key);
    }

    /** The value under this key; {@code no_data} when there is no such result. */
    public Value value(String key) {
        return book.value(key);
    }
}
