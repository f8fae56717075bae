package tw.minsheng.statistics.reliability;

import java.util.Arrays;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.moments.CrossSums;
import tw.minsheng.statistics.moments.PowerSums;

/**
 * Collects, in one pass over the answers and with O(k²) memory, all that the reliability of a scale needs. Answers are
 * scored before (reverse items turned); {@link Missing#ANSWER} is no valid answer. Parts may be collected apart and
 * merged in the order of the rows. Not safe for several threads.
 *
 * <p>An item that nobody answers must not make every row incomplete. So under listwise deletion "complete" means: answers
 * every item seen so far. When an item is answered for the first time, no earlier row can have been complete, and the
 * sums begin anew.
 */
public final class ScaleSums {

    private final Scale scale;
    private final MissingRule rule;
    private final boolean spread;
    private final boolean[] seen;
    private final double[] complete;
    private int known;
    private long rows;
    private long used;
    private long uniform;
    private CrossSums cross;
    private PowerSums[] items;
    private long[] floors;
    private long[] ceilings;

    /** @throws IllegalArgumentException for a rule other than listwise and pairwise */
    public ScaleSums(Scale scale, MissingRule rule) {
        this(scale, rule, true);
    }

    private ScaleSums(Scale scale, MissingRule rule, boolean spread) {
        this.scale = scale;
        this.rule = rule;
        this.spread = spread;
        this.seen = new boolean[scale.size()];
        this.complete = new double[scale.size()];
        this.cross = CrossSums.of(scale.size(), rule);
        this.items = emptyItems(scale.size());
        this.floors = new long[scale.size()];
        this.ceilings = new long[scale.size()];
    }

    /**
     * Without mean, skewness, floor and ceiling of single items, which cost more than all the rest: for coefficients of the scale and
     * of items within it.
     */
    public static ScaleSums ofCoefficients(Scale scale, MissingRule rule) {
        return new ScaleSums(scale, rule, false);
    }

    private static PowerSums[] emptyItems(int size) {
        PowerSums[] items = new PowerSums[size];
        Arrays.setAll(items, i -> new PowerSums());
        return items;
    }

    /** Adds the answers of one person, one number per item of the scale. */
    public void add(double[] row) {
        rows++;
        int answered = 0;
        boolean newItem = false;
        for (int i = 0; i < seen.length; i++) {
            boolean there = !Missing.is(Missing.checked(row[i]));
            answered += there ? 1 : 0;
            newItem |= there && !seen[i];
        }
        if (newItem) {
            note(row);
        }
        if (answered > 0 && (rule == MissingRule.PAIRWISE || answered == known)) {
            count(row, answered);
        }
    }

    /** Some item is answered for the first time: under listwise deletion no earlier row was complete. */
    private void note(double[] row) {
        for (int i = 0; i < seen.length; i++) {
            seen[i] |= !Missing.is(row[i]);
        }
        known = count(seen);
        if (rule == MissingRule.LISTWISE) {
            clear();
        }
    }

    private void count(double[] row, int answered) {
        used++;
        uniform += answered > 1 && isUniform(row) ? 1 : 0;
        if (spread) {
            distribute(row);
        }
        cross.add(rule == MissingRule.LISTWISE && known < seen.length ? filled(row) : row);
    }

    private boolean isUniform(double[] row) {
        double one = Missing.ANSWER;
        for (int i = 0; i < seen.length; i++) {
            if (!Missing.is(row[i])) {
                if (!Missing.is(one) && row[i] != one) {
                    return false;
                }
                one = row[i];
            }
        }
        return true;
    }

    private void distribute(double[] row) {
        for (int i = 0; i < seen.length; i++) {
            if (!Missing.is(row[i])) {
                items[i].add(row[i]);
                floors[i] += row[i] == scale.minimum() ? 1 : 0;
                ceilings[i] += row[i] == scale.maximum() ? 1 : 0;
            }
        }
    }

    /** An item that nobody answered so far stands as a constant, which drops out of the result by name. */
    private double[] filled(double[] row) {
        for (int i = 0; i < complete.length; i++) {
            complete[i] = seen[i] ? row[i] : scale.minimum();
        }
        return complete;
    }

    private static int count(boolean[] marks) {
        int count = 0;
        for (boolean mark : marks) {
            count += mark ? 1 : 0;
        }
        return count;
    }

    private void clear() {
        used = 0;
        uniform = 0;
        cross = CrossSums.of(scale.size(), rule);
        items = emptyItems(scale.size());
        floors = new long[scale.size()];
        ceilings = new long[scale.size()];
    }

    /** Adds what a later part of the rows has collected. @throws IllegalArgumentException when scale or rule differ */
    public void merge(ScaleSums other) {
        if (!scale.equals(other.scale) || rule != other.rule) {
            throw new IllegalArgumentException("sums of another scale cannot be merged");
        }
        rows += other.rows;
        boolean[] mine = seen.clone();
        for (int i = 0; i < seen.length; i++) {
            seen[i] |= other.seen[i];
        }
        known = count(seen);
        boolean all = rule == MissingRule.PAIRWISE;
        if (!all && !Arrays.equals(seen, mine)) {
            clear();
        }
        if (all || Arrays.equals(seen, other.seen)) {
            take(other);
        }
    }

    private void take(ScaleSums other) {
        used += other.used;
        uniform += other.uniform;
        cross.merge(other.cross);
        for (int i = 0; i < seen.length; i++) {
            items[i].merge(other.items[i]);
            floors[i] += other.floors[i];
            ceilings[i] += other.ceilings[i];
        }
    }

    Scale scale() {
        return scale;
    }

    MissingRule rule() {
        return rule;
    }

    long rows() {
        return rows;
    }

    /** Rows behind the numbers: complete ones under listwise, those with any answer under pairwise deletion. */
    long used() {
        return used;
    }

    /** Whether everyone gives one and the same answer to all items. */
    boolean everyRowIsUniform() {
        return used > 0 && uniform == used;
    }

    boolean isAnswered(int item) {
        return seen[item];
    }

    CrossSums cross() {
        return cross;
    }

    ItemDistribution distribution(int item) {
        return new ItemDistribution(items[item].moments(), floors[item], ceilings[item]);
    }
}
