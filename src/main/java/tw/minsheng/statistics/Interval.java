package tw.minsheng.statistics;

/**
 * An interval with the method and the level that made it; a limit that does not exist says why.
 *
 * @param method for example {@code feldt}, {@code wilson}, {@code logit}, {@code normal}
 * @param level confidence level in (0, 1)
 */
public record Interval(String method, double level, Value lower, Value upper) {

    public Interval {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("confidence level outside (0, 1): " + level);
        }
    }

    public static Interval of(String method, double level, double lower, double upper) {
        return new Interval(method, level, Value.of(lower), Value.of(upper));
    }

    /** No interval, because the value itself or its error does not exist. */
    public static Interval undefined(String method, double level, Value because) {
        if (because.isKnown()) {
            throw new IllegalArgumentException("a known value is no reason");
        }
        return new Interval(method, level, because, because);
    }

    public static Interval undefined(String method, double level, Reason reason) {
        return undefined(method, level, Value.undefined(reason));
    }

    public boolean isKnown() {
        return lower.isKnown() && upper.isKnown();
    }
}
