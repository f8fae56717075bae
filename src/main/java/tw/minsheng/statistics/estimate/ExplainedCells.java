package tw.minsheng.statistics.estimate;

import tw.minsheng.statistics.weighting.Explanation;
import tw.minsheng.statistics.weighting.Groups;

/** What fitted weights explain of the influences on the cells of a table (S9), per unit of d; nothing of weights that were not fitted. */
final class ExplainedCells {

    private final GroupedSample sample;
    private final CrossSums cross;
    private final Explanation explanation;
    /** by trait and cell */
    private final double[][] effects;
    /** by group and cell */
    private final double[][] taken;

    ExplainedCells(GroupedSample sample, CrossSums cross, double[] centres, double divisor) {
        this.sample = sample;
        this.cross = cross;
        this.explanation = sample.calibration().explanation(sample.groups());
        this.effects = new double[explanation.size()][centres.length];
        this.taken = new double[sample.groups().size()][centres.length];
        if (explanation.size() > 0) {
            explain(centres, divisor);
        }
    }

    /** The influence of the rows of a group on cell k adds up to (those in the cell − c_k·those in the table)/divisor. */
    private void explain(double[] centres, double divisor) {
        double[] people = new double[taken.length];
        double[] weights = new double[taken.length];
        for (int g = 0; g < taken.length; g++) {
            for (int row = 0; cross.isInside(g) && row < cross.height(); row++) {
                people[g] += cross.rows(g, row);
                weights[g] += cross.weight(g, row);
            }
        }
        double[] plain = new double[taken.length];
        double[] weighted = new double[taken.length];
        for (int k = 0; k < centres.length; k++) {
            int row = cross.rowOf(k);
            for (int g = 0; g < taken.length; g++) {
                boolean has = cross.isInside(g) && cross.cellOf(row, g) == k;
                plain[g] = ((has ? cross.rows(g, row) : 0) - centres[k] * people[g]) / divisor;
                weighted[g] = ((has ? cross.weight(g, row) : 0) - centres[k] * weights[g]) / divisor;
            }
            explain(k, explanation.effects(plain, weighted));
        }
    }

    private void explain(int cell, double[] byTrait) {
        for (int trait = 0; trait < byTrait.length; trait++) {
            effects[trait][cell] = byTrait[trait];
        }
        for (int g = 0; g < taken.length; g++) {
            taken[g][cell] = sample.calibration().fittedFactor(g) * explanation.explained(g, byTrait);
        }
    }

    /** By cell. */
    double[] ofGroup(int group) {
        return taken[group];
    }

    /** Adds Σd²mm′ over the rows of a place to the lower triangle, m what is explained of them. */
    void addSquares(int place, double[][] products) {
        Groups groups = sample.groups();
        double[][] between =
                explanation.products(groups.groupOf(place, 0), groups.groupOf(place, groups.cells() - 1) + 1, g -> {
                    double factor = sample.calibration().fittedFactor(g);
                    return factor * factor * groups.squaredWeight(g);
                });
        for (int trait = 0; trait < between.length; trait++) {
            double[] along = new double[products.length];
            for (int other = 0; other < between.length; other++) {
                add(along, effects[other], between[trait][other], along.length);
            }
            for (int i = 0; i < products.length; i++) {
                add(products[i], along, effects[trait][i], i + 1);
            }
        }
    }

    private static void add(double[] sums, double[] values, double factor, int length) {
        for (int k = 0; k < length; k++) {
            sums[k] += factor * values[k];
        }
    }
}
