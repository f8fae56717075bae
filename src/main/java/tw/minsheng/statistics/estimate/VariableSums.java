package tw.minsheng.statistics.estimate;

import java.util.List;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.weighting.Groups;

/**
 * What one variable adds up to in each group: enough for its weighted mean, standard deviation and both variances. Values
 * are taken about the first valid one. Not safe for several threads; parts can be merged.
 */
public final class VariableSums {

    private double origin;
    private boolean started;
    private final long[] valid;
    private final long[] weighted;
    private final double[] y;
    private final double[] d;
    private final double[] dy;
    private final double[] dyy;
    private final double[] dd;
    private final double[] ddy;
    private final double[] ddyy;

    /** Empty sums over the groups of a design. */
    public VariableSums(Groups groups) {
        this(groups.size());
    }

    VariableSums(int groups) {
        valid = new long[groups];
        weighted = new long[groups];
        y = new double[groups];
        d = new double[groups];
        dy = new double[groups];
        dyy = new double[groups];
        dd = new double[groups];
        ddy = new double[groups];
        ddyy = new double[groups];
    }

    /**
     * Adds a value of a row that {@link Groups#add} got too, with the same group and design weight. A row whose value is
     * {@link Missing#ANSWER}, or that lies outside the domain of interest, need not be added: it counts as zero.
     */
    public void add(int group, double weight, double value) {
        addSums(group, value, 1, weight == 0 ? 0 : 1, weight, weight * weight);
    }

    /** Adds rows with the same value, of which only sums of the weights are known. */
    void addSums(int group, double value, long rows, long positive, double weights, double squares) {
        if (rows == 0 || Missing.is(Missing.checked(value))) {
            return;
        }
        if (!started) {
            started = true;
            origin = value;
        }
        double deviation = value - origin;
        valid[group] += rows;
        weighted[group] += positive;
        y[group] += rows * deviation;
        d[group] += weights;
        dy[group] += weights * deviation;
        dyy[group] += weights * deviation * deviation;
        dd[group] += squares;
        ddy[group] += squares * deviation;
        ddyy[group] += squares * deviation * deviation;
    }

    /** Adds the sums of another part. */
    public void merge(VariableSums other) {
        if (valid.length != other.valid.length) {
            throw new IllegalArgumentException("sums of another design cannot be merged");
        }
        add(other, 0);
    }

    /** The groups of all parts, those of the first part first; of one part, the part itself. */
    public static VariableSums stacked(List<VariableSums> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        VariableSums all = new VariableSums(
                parts.stream().mapToInt(part -> part.valid.length).sum());
        int offset = 0;
        for (VariableSums part : parts) {
            all.add(part, offset);
            offset += part.valid.length;
        }
        return all;
    }

    private void add(VariableSums other, int offset) {
        if (!other.started) {
            return;
        }
        if (!started) {
            started = true;
            origin = other.origin;
        }
        double s = other.origin - origin;
        for (int from = 0; from < other.valid.length; from++) {
            int to = offset + from;
            valid[to] += other.valid[from];
            weighted[to] += other.weighted[from];
            y[to] += other.y[from] + s * other.valid[from];
            d[to] += other.d[from];
            dy[to] += other.dy[from] + s * other.d[from];
            dyy[to] += other.dyy[from] + 2 * s * other.dy[from] + s * s * other.d[from];
            dd[to] += other.dd[from];
            ddy[to] += other.ddy[from] + s * other.dd[from];
            ddyy[to] += other.ddyy[from] + 2 * s * other.ddy[from] + s * s * other.dd[from];
        }
    }

    /** The mean that every row counts alike in, whatever its design weight; {@code no_data} without a valid row. */
    public Value plainMean() {
        long rows = 0;
        double sum = 0;
        for (int group = 0; group < valid.length; group++) {
            rows += valid[group];
            sum += y[group];
        }
        return rows == 0 ? Value.undefined(Reason.NO_DATA) : Value.of(origin + sum / rows);
    }

    double origin() {
        return origin;
    }

    /** Valid rows. */
    long valid(int group) {
        return valid[group];
    }

    /** Valid rows whose weight is not 0. */
    long weighted(int group) {
        return weighted[group];
    }

    /** Σ(y − center) over valid rows. */
    double centered(int group, double center) {
        return y[group] - center * valid[group];
    }

    /** Σd. */
    double weight(int group) {
        return d[group];
    }

    /** Σd(y − center); centers are measured from {@link #origin}. */
    double weightedCentered(int group, double center) {
        return dy[group] - center * d[group];
    }

    /** Σd(y − center)². */
    double weightedSquares(int group, double center) {
        return dyy[group] - 2 * center * dy[group] + center * center * d[group];
    }

    /** Σd²(y − center). */
    double squareWeightedCentered(int group, double center) {
        return ddy[group] - center * dd[group];
    }

    /** Σd²(y − center)². */
    double squareWeightedSquares(int group, double center) {
        return ddyy[group] - 2 * center * ddy[group] + center * center * dd[group];
    }
}
