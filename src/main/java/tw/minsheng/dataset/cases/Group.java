package tw.minsheng.dataset.cases;

/** The cases that share a word, for example one district. */
public final class Group {

    private final Durations durations;
    private long cases;
    private long closed;
    private long both;
    private long late;
    private long extended;

    Group(Measure measure) {
        this.durations = measure.durations();
    }

    /**
     * @param received whether it came in within the period
     * @param over whether it was closed within the period
     */
    void add(CaseTimes each, boolean received, boolean over, long duration) {
        cases += received ? 1 : 0;
        if (over) {
            closed++;
            if (duration != CaseTimes.NONE) {
                durations.add(duration);
            }
            if (each.hasBothTimes()) {
                both++;
                late += each.isLate() ? 1 : 0;
                extended += each.isExtended() ? 1 : 0;
            }
        }
    }

    /** Received within the period. */
    public long cases() {
        return cases;
    }

    /** Closed within the period, whenever they were received. */
    public long closed() {
        return closed;
    }

    /** Of {@link #closed} those with a due time and a closing time. */
    public long both() {
        return both;
    }

    /** Those of {@link #both} that were closed after they were due. */
    public long late() {
        return late;
    }

    /** Of {@link #both} those that were closed in time by an extension only. */
    public long extended() {
        return extended;
    }

    /** Times from receipt to closing of those that were closed within the period. */
    public Durations durations() {
        return durations;
    }
}
