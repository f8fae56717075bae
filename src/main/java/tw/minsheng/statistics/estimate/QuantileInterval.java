package tw.minsheng.statistics.estimate;

/**
 * How the interval of a quantile is had. All but {@link #SCORE} are Woodruff 1952: an interval of the share of people at or
 * below the quantile, turned back into values by the rule of the quantile.
 */
public enum QuantileInterval {
    /** Share ± t·se; the default. */
    MEAN,
    /** Korn and Graubard's for the share. */
    BETA,
    /** t on the log odds of the share. */
    XLOGIT,
    /** t on the arcsine of its root. */
    ASIN,
    /** The values at which the test of the share just says no (Francisco and Fuller 1991). */
    SCORE
}
