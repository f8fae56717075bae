package tw.minsheng.dataset.cases;

import tw.minsheng.petition.imports.ImportedCase;

/** The cases that share a word, for example one district. */
public final class Group {

    private final Seconds durations = new Seconds();
    private long cases;
    private long closed;
    private long both;
    private long late;

    void add(ImportedCase each) {
        cases++;
        closed += each.isClosed() ? 1 : 0;
        if (each.hasDuration()) {
            durations.add(each.duration());
        }
        if (each.hasBothTimes()) {
            both++;
            late += each.isLate() ? 1 : 0;
        }
    }

    public long cases() {
        return cases;
    }

    public long closed() {
        return closed;
    }

    /** Closed cases with a due time and a closing time. */
    public long both() {
        return both;
    }

    /** Those of {@link #both} that were closed after they were due. */
    public long late() {
        return late;
    }

    /** Times from receipt to closing. */
    public Seconds durations() {
        return durations;
    }
}
