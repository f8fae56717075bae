package tw.minsheng.dataset;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import tw.minsheng.survey.SamplingPlan;

/**
 * Drawn and open answers, kept apart: a margin of error belongs to drawn ones only. In a survey that draws nobody all
 * answers are one part.
 */
public final class Parts {

    private final boolean apart;
    private final Tally drawn;
    private final Tally open;
    private final Map<String, Tally> others = new TreeMap<>();

    private Parts(Layout layout) {
        this.apart = areApart(layout);
        this.drawn = Tally.of(layout);
        this.open = Tally.of(layout);
    }

    /** Whether drawn and open answers have results of their own: only where somebody is drawn, or all are asked. */
    static boolean areApart(Layout layout) {
        SamplingPlan.Design design = layout.survey().sampling().design();
        return design.isProbability() || design == SamplingPlan.Design.CENSUS;
    }

    /** Empty parts. */
    public static Parts of(Layout layout) {
        return new Parts(layout);
    }

    /** Adds an answer to its part; one whose source is not stated counts as drawn when the design draws. */
    public void add(Row row) {
        boolean toOpen = apart && row.origin().source() == Source.OPEN;
        (toOpen ? open : drawn).add(row);
    }

    /**
     * Adds an answer of another wave, for what is compared between waves. Of a survey that draws only the drawn ones: open answers of two
     * waves tell who came, not what changed.
     */
    public void addOther(Row row) {
        boolean counts = !apart || row.origin().source() != Source.OPEN;
        if (counts && !row.origin().wave().isEmpty()) {
            others.computeIfAbsent(row.origin().wave(), wave -> Tally.of(drawn.layout()))
                    .add(row);
        }
    }

    /** The answers of other waves by code, in the order of the codes. */
    public Map<String, Tally> others() {
        return Collections.unmodifiableMap(others);
    }

    /** The answers that the design is about; all of them in a survey that draws nobody. */
    public Tally drawn() {
        return drawn;
    }

    /** Answers of people who chose to answer beside the design. */
    public Tally open() {
        return open;
    }

    /** Whether open answers are all there is in a survey that draws. */
    public boolean isOnlyOpen() {
        return drawn.used() == 0 && open.used() > 0;
    }

    /** Whether both parts have answers: two results, never one. */
    public boolean isBoth() {
        return drawn.used() > 0 && open.used() > 0;
    }

    /** Rows read in both parts. */
    public long rows() {
        return drawn.rows() + open.rows();
    }
}
