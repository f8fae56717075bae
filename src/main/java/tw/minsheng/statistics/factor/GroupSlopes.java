package tw.minsheng.statistics.factor;

import java.util.ArrayList;
import java.util.List;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/**
 * How the implied covariances and means of one group move with each parameter. Every derivative of the covariances has the form
 * x·y′ + y·x′, so that gradient and expected information need vectors only.
 */
final class GroupSlopes {

    private final GroupModel model;
    private final int group;
    private final double[] at;
    private final int items;
    private final List<Slope> slopes = new ArrayList<>();

    /** Of one parameter: the covariances by x·y′ + y·x′, the means by m. */
    private static final class Slope {
        private final int parameter;
        private final double[] x;
        private final double[] y;
        private final double[] m;

        Slope(int parameter, int items) {
            this.parameter = parameter;
            this.x = new double[items];
            this.y = new double[items];
            this.m = new double[items];
        }

        Slope(int parameter, double[] x, double[] y, double[] m) {
            this.parameter = parameter;
            this.x = x;
            this.y = y;
            this.m = m;
        }

        Slope turned(SymmetricMatrix inverse) {
            return new Slope(parameter, times(inverse, x), times(inverse, y), times(inverse, m));
        }
    }

    GroupSlopes(GroupModel model, int group, double[] at) {
        this.model = model;
        this.group = group;
        this.at = at;
        this.items = model.factors().items();
        ofItems();
        ofFactors();
    }

    private Slope slope(int parameter) {
        Slope slope = new Slope(parameter, items);
        slopes.add(slope);
        return slope;
    }

    private void ofItems() {
        FactorModel factors = model.factors();
        for (int i = 0; i < items; i++) {
            Slope loading = slope(model.loading(group, i));
            loading.x[i] = 1;
            for (int j = 0; j < items; j++) {
                loading.y[j] = at[model.loading(group, j)] * model.spreadOf(at, group, factors.of(i), factors.of(j));
            }
            loading.m[i] = model.factorMeanOf(at, group, factors.of(i));
            Slope unique = slope(model.uniqueness(group, i));
            unique.x[i] = 1;
            unique.y[i] = .5;
            if (model.hasMeans()) {
                slope(model.intercept(i)).m[i] = 1;
            }
        }
    }

    private void ofFactors() {
        FactorModel factors = model.factors();
        for (int a = 0; a < factors.factors(); a++) {
            for (int b = 0; b <= a; b++) {
                if (!model.isFixed(group, a, b)) {
                    Slope spread = slope(model.spread(group, a, b));
                    fill(spread.x, a, 1);
                    fill(spread.y, b, a == b ? .5 : 1);
                }
            }
            if (model.hasFactorMeans(group)) {
                fill(slope(model.factorMean(group, a)).m, a, 1);
            }
        }
    }

    private void fill(double[] vector, int factor, double by) {
        for (int i : model.factors().itemsOf(factor)) {
            vector[i] = by * at[model.loading(group, i)];
        }
    }

    /**
     * Adds what this group says of F: derivatives, and their expected information.
     *
     * @param share of the people who are in this group
     * @param inverse of the implied covariances
     * @param excess implied covariances over the observed, these about the implied means
     * @param off means over implied means
     */
    void add(
            double share,
            SymmetricMatrix inverse,
            SymmetricMatrix excess,
            double[] off,
            double[] gradient,
            double[][] information) {
        List<Slope> turned = slopes.stream().map(slope -> slope.turned(inverse)).toList();
        for (Slope one : turned) {
            gradient[one.parameter] += 2 * share * (dot(one.x, times(excess, one.y)) - dot(one.m, off));
            for (Slope other : slopes) {
                double covariances =
                        dot(other.x, one.y) * dot(other.y, one.x) + dot(other.y, one.y) * dot(other.x, one.x);
                information[one.parameter][other.parameter] += 2 * share * (covariances + dot(other.m, one.m));
            }
        }
    }

    private static double[] times(SymmetricMatrix matrix, double[] vector) {
        double[] product = new double[vector.length];
        for (int j = 0; j < vector.length; j++) {
            for (int i = 0; i < vector.length; i++) {
                product[i] += matrix.at(i, j) * vector[j];
            }
        }
        return product;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
