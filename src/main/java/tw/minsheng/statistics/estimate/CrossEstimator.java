package tw.minsheng.statistics.estimate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.moments.SymmetricMatrix;
import tw.minsheng.statistics.sampling.LonelyRule;
import tw.minsheng.statistics.weighting.Groups;

/**
 * Weighted shares of the cells of a cross table with their Taylor covariances, from sums per group (ES1): the influence of a row on
 * cell k is w(1[row in k] − p_k)/Σw, less what the margins explain when weights were fitted (S9). Same as {@code svymean} of the
 * cells' indicators for simple and stratified designs and one stage of clusters; rows outside the table keep their place in the design (S3).
 */
public final class CrossEstimator {

    private final GroupedSample sample;
    private final CrossSums cross;
    private final double[] shares;
    private final double sum;
    private final long n;

    /** @throws IllegalArgumentException when the sums belong to other groups */
    public CrossEstimator(GroupedSample sample, CrossSums cross) {
        if (cross.groups() != sample.groups().size()) {
            throw new IllegalArgumentException("sums of other groups");
        }
        this.sample = sample;
        this.cross = cross;
        this.shares = new double[cross.cells()];
        long people = 0;
        for (int g = 0; g < cross.groups(); g++) {
            for (int row = 0; cross.isInside(g) && row < cross.height(); row++) {
                shares[cross.cellOf(row, g)] += sample.calibration().factor(g) * cross.weight(g, row);
                people += cross.rows(g, row);
            }
        }
        this.n = people;
        this.sum = DoubleStream.of(shares).sum();
        for (int k = 0; sum > 0 && k < shares.length; k++) {
            shares[k] /= sum;
        }
    }

    /** People in the table, without weights. */
    public long n() {
        return n;
    }

    /** Degrees of freedom of the part of the design that the table stands on (S6): its units less the strata that have any. */
    public long df() {
        long[] units = new long[sample.strata()];
        for (int place = 0; place < sample.groups().strata(); place++) {
            long people = people(place);
            units[sample.stratumOf(place)] += sample.isByUnits() ? StrictMath.min(1, people) : people;
        }
        return LongStream.of(units)
                .filter(count -> count > 0)
                .map(count -> count - 1)
                .sum();
    }

    private long people(int place) {
        long people = 0;
        for (int cell = 0; cell < sample.groups().cells(); cell++) {
            int g = sample.groups().groupOf(place, cell);
            for (int row = 0; cross.isInside(g) && row < cross.height(); row++) {
                people += cross.rows(g, row);
            }
        }
        return people;
    }

    /** Shares of all cells, row by row; undefined with the reason. */
    public VectorEstimate shares() {
        return estimate(shares, shares, sum);
    }

    /** Σw of all cells, row by row, as {@code svytotal} estimates them. */
    public VectorEstimate totals() {
        double[] totals = DoubleStream.of(shares).map(share -> share * sum).toArray();
        return estimate(totals, new double[totals.length], 1);
    }

    private VectorEstimate estimate(double[] values, double[] centres, double divisor) {
        SymmetricMatrix none = SymmetricMatrix.of(StrictMath.max(1, values.length), (i, j) -> 0);
        Optional<Value> refusal = sample.refusal(n, sum);
        if (refusal.isPresent()) {
            return new VectorEstimate(Collections.nCopies(none.size(), refusal.get()), refusal.get(), none, n);
        }
        List<Value> estimates = DoubleStream.of(values).mapToObj(Value::of).toList();
        if (sample.units() < 2) {
            return new VectorEstimate(estimates, Value.undefined(Reason.SINGLE_PSU), none, n);
        }
        List<StratumSums> strata = strata(centres, divisor);
        LonelyRule lonely = sample.design().lonely();
        return StratumSums.refusal(strata, lonely)
                .map(why -> new VectorEstimate(estimates, why, none, n))
                .orElseGet(() -> new VectorEstimate(estimates, Value.of(0), StratumSums.covariance(strata, lonely), n));
    }

    private List<StratumSums> strata(double[] centres, double divisor) {
        ExplainedCells explained = new ExplainedCells(sample, cross, centres, divisor);
        List<StratumSums> strata = new ArrayList<>();
        for (int h = 0; h < sample.strata(); h++) {
            double[] sums = new double[centres.length];
            double[][] products = new double[centres.length][centres.length];
            for (int place = 0; place < sample.groups().strata(); place++) {
                if (sample.stratumOf(place) == h && sample.groups().rowsOfStratum(place) > 0) {
                    add(place, centres, divisor, explained, sums, products);
                }
            }
            if (sample.units(h) > 0) {
                strata.add(new StratumSums(sample.stratum(h), sample.units(h), sums, products));
            }
        }
        return strata;
    }

    /** A unit of a first stage is one sum; elsewhere each row stands for itself. */
    private void add(
            int place, double[] centres, double divisor, ExplainedCells explained, double[] sums, double[][] products) {
        double[] own = sums(place, centres, divisor, explained);
        for (int k = 0; k < own.length; k++) {
            sums[k] += own[k];
        }
        if (sample.isByUnits()) {
            addSquare(products, own);
        } else {
            addRows(place, centres, divisor, explained, products);
        }
    }

    /** Σz over the rows of a place. */
    private double[] sums(int place, double[] centres, double divisor, ExplainedCells explained) {
        Groups groups = sample.groups();
        double[] sums = new double[centres.length];
        for (int cell = 0; cell < groups.cells(); cell++) {
            int g = groups.groupOf(place, cell);
            if (groups.rows(g) == 0) {
                continue;
            }
            double[] m = explained.ofGroup(g);
            double scale = sample.calibration().factor(g) / divisor;
            double inside = 0;
            for (int row = 0; cross.isInside(g) && row < cross.height(); row++) {
                double weight = scale * cross.weight(g, row);
                sums[cross.cellOf(row, g)] += weight;
                inside += weight;
            }
            for (int k = 0; k < sums.length; k++) {
                sums[k] -= inside * centres[k] + groups.weight(g) * m[k];
            }
        }
        return sums;
    }

    /**
     * Σzz′ over the rows of a place. A row of group g in cell c with weight d has z = d(s·e_c − s·p − m), s = factor/Σw, m what the
     * margins explain; outside the table z = −d·m. Products that do not depend on the group are added once.
     */
    private void addRows(int place, double[] centres, double divisor, ExplainedCells explained, double[][] products) {
        Groups groups = sample.groups();
        int size = centres.length;
        double[] along = new double[size];
        double squares = 0;
        for (int cell = 0; cell < groups.cells(); cell++) {
            int g = groups.groupOf(place, cell);
            if (groups.rows(g) == 0) {
                continue;
            }
            double scale = sample.calibration().factor(g) / divisor;
            double[] m = explained.ofGroup(g);
            double inside = 0;
            for (int row = 0; cross.isInside(g) && row < cross.height(); row++) {
                int c = cross.cellOf(row, g);
                double square = scale * cross.squaredWeight(g, row);
                products[c][c] += scale * square;
                along[c] -= scale * square;
                addCross(products, c, m, -square);
                inside += square;
            }
            squares += scale * inside;
            for (int k = 0; k < size; k++) {
                along[k] += inside * m[k];
            }
        }
        explained.addSquares(place, products);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                products[i][j] += along[i] * centres[j] + centres[i] * along[j] + squares * centres[i] * centres[j];
            }
        }
    }

    /** factor·(e_c m′ + m e_c′), the lower triangle. */
    private static void addCross(double[][] products, int c, double[] m, double factor) {
        for (int k = 0; k < c; k++) {
            products[c][k] += factor * m[k];
        }
        products[c][c] += 2 * factor * m[c];
        for (int k = c + 1; k < m.length; k++) {
            products[k][c] += factor * m[k];
        }
    }

    private static void addSquare(double[][] products, double[] sums) {
        for (int i = 0; i < sums.length; i++) {
            for (int j = 0; j <= i; j++) {
                products[i][j] += sums[i] * sums[j];
            }
        }
    }
}
