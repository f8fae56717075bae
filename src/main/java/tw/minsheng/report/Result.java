package tw.minsheng.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.Warning;

/**
 * One number that people may see: page, chart, PDF, table and JSON read this record.
 *
 * @param key {@code <object>.<id>.<statistic>}, for example {@code construct.env.alpha_raw}
 * @param value the number, or the reason why there is none
 * @param filter the group it is about, "" for everybody
 * @param seed of a number that was drawn; empty for others
 */
public record Result(
        String key,
        Value value,
        Uncertainty uncertainty,
        Basis basis,
        String filter,
        List<Warning> warnings,
        OptionalLong seed) {

    public Result {
        warnings = List.copyOf(warnings);
    }

    /** A number without an interval. */
    public static Result of(String key, Value value, Basis basis) {
        return new Result(key, value, Uncertainty.NONE, basis, "", List.of(), OptionalLong.empty());
    }

    public static Result of(String key, Value value, Uncertainty uncertainty, Basis basis) {
        return new Result(key, value, uncertainty, basis, "", List.of(), OptionalLong.empty());
    }

    public Result with(List<Warning> more) {
        return new Result(key, value, uncertainty, basis, filter, more, seed);
    }

    /** The same under another key. */
    public Result as(String other) {
        return new Result(other, value, uncertainty, basis, filter, warnings, seed);
    }

    /** The same, drawn from this seed. */
    public Result drawnFrom(long number) {
        return new Result(key, value, uncertainty, basis, filter, warnings, OptionalLong.of(number));
    }

    public boolean isKnown() {
        return value.isKnown();
    }

    /** The number; ask {@link #isKnown} first. */
    public double number() {
        return value.number();
    }

    public long n() {
        return basis.n();
    }

    public Optional<Interval> interval() {
        return uncertainty.interval();
    }

    /** Why there is no number. */
    public Optional<Reason> reason() {
        return value.reason();
    }
}
