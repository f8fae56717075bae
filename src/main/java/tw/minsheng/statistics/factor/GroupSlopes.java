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
     * Adds what this group says.
     *
     * @param inverse of the implied covariances
     * @param weight inverse·(observed − implied)·inverse, with the means in the observed
     * @param off inverse·(means − implied means)
     */
    void add(
            double n,
            SymmetricMatrix inverse,
            SymmetricMatrix weight,
            double[] off,
            double[] gradient,
            double[][] info) {
        List<double[]> px = new ArrayList<>();
        List<double[]> py = new ArrayList<>();
        List<double[]> pm = new ArrayList<>();
        for (Slope slope : slopes) {
            px.add(times(inverse, slope.x));
            py.add(times(inverse, slope.y));
            pm.add(times(inverse, slope.m));
            gradient[slope.parameter] += n * (dot(slope.x, times(weight, slope.y)) + dot(slope.m, off));
        }
        for (int a = 0; a < slopes.size(); a++) {
            Slope one = slopes.get(a);
            for (int b = 0; b < slopes.size(); b++) {
                Slope other = slopes.get(b);
                double trace = dot(other.x, py.get(a)) * dot(other.y, px.get(a))
                        + dot(other.y, py.get(a)) * dot(other.x, px.get(a));
                info[one.parameter][other.parameter] += n * (trace + dot(other.m, pm.get(a)));
            }
        }
    }

    private static double[] times(SymmetricMatrix matrix, double[] vector) {
        double[] product = new double[vector.length];
        for (int j = 0; j < vector.length; j++) {
            for (int i = 0; vector[j] != 0 && i < vector.length; i++) {
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
