package tw.minsheng.statistics.battery;

/** How much is computed. */
public enum Extent {
    /** What a page shows, without what takes seconds: no bootstrap, parallel analysis, ordered answers, general factor, oblimin, ML. */
    PAGE(false, false),
    /** What a page shows, with the bootstrap interval of α and parallel analysis. */
    WHOLE_PAGE(true, false),
    /** Every procedure, but the bootstrap interval of α and parallel analysis. */
    QUICK(false, true),
    /** All. */
    FULL(true, true);

    private final boolean drawn;
    private final boolean everything;

    Extent(boolean drawn, boolean everything) {
        this.drawn = drawn;
        this.everything = everything;
    }

    /** Whether there are bootstrap and parallel analysis. */
    boolean isDrawn() {
        return drawn;
    }

    /** Whether there are also the procedures that no page shows. */
    boolean isEverything() {
        return everything;
    }
}
