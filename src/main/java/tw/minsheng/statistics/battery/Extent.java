package tw.minsheng.statistics.battery;

/** How much is computed. */
public enum Extent {
    /** All but the bootstrap interval of α and parallel analysis, which take seconds. */
    QUICK,
    /** All. */
    FULL
}
