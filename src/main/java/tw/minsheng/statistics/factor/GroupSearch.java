package tw.minsheng.statistics.factor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.SingularMatrixException;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/** Fisher scoring over several groups, with steps that always go down. */
final class GroupSearch {

    private static final int MOST_STEPS = 500;
    private static final int MOST_HALVES = 40;
    private static final double ENOUGH = 1e-10;
    private static final double ACCEPTED = 1e-6;
    private static final double TOGETHER = .3;

    private final GroupModel model;
    private final List<GroupMoments> groups;
    private final List<SymmetricMatrix> samples = new ArrayList<>();
    private final List<Double> logs = new ArrayList<>();
    private final int items;

    GroupSearch(GroupModel model, List<GroupMoments> groups) {
        this.model = model;
        this.groups = groups;
        this.items = model.factors().items();
        for (GroupMoments group : groups) {
            double share = (group.n() - 1.0) / group.n();
            SymmetricMatrix sample =
                    SymmetricMatrix.of(items, (i, j) -> group.covariance().at(i, j) * share);
            samples.add(sample);
            logs.add(ln(sample.eigenvalues()));
        }
    }

    private static double ln(double[] values) {
        return Arrays.stream(values).map(StrictMath::log).sum();
    }

    int degreesOfFreedom() {
        return model.degreesOfFreedom();
    }

    /** χ² of a model in which nothing goes together, with means as they are. */
    double independence() {
        double sum = 0;
        for (int g = 0; g < groups.size(); g++) {
            double ln = -logs.get(g);
            for (int i = 0; i < items; i++) {
                ln += StrictMath.log(samples.get(g).at(i, i));
            }
            sum += groups.get(g).n() * ln;
        }
        return sum;
    }

    /** A place on the way. */
    private static final class Place {
        private final double[] x;
        private final double minimum;
        private final double[] gradient;
        private final double[][] information;

        Place(double[] x, double minimum, int parameters) {
            this.x = x;
            this.minimum = minimum;
            this.gradient = new double[parameters];
            this.information = new double[parameters][parameters];
        }

        double left(double n) {
            return Arrays.stream(gradient).map(StrictMath::abs).max().orElse(0) / n;
        }
    }

    /** χ² at the end of the way; empty when it does not end. */
    Optional<Double> minimum() {
        double n = groups.stream().mapToDouble(GroupMoments::n).sum();
        Optional<Place> start = place(start());
        if (start.isEmpty()) {
            return Optional.empty();
        }
        Place at = start.get();
        for (int step = 0; step < MOST_STEPS && at.left(n) > ENOUGH; step++) {
            Optional<Place> next = descended(at, n);
            if (next.isEmpty()) {
                break;
            }
            at = next.get();
        }
        return at.left(n) <= ACCEPTED ? Optional.of(StrictMath.max(0, at.minimum)) : Optional.empty();
    }

    private double[] start() {
        double[] x = new double[model.parameters()];
        FactorModel factors = model.factors();
        for (int g = 0; g < groups.size(); g++) {
            SymmetricMatrix sample = samples.get(g);
            for (int i = 0; i < items; i++) {
                double together = 0;
                for (int j : factors.itemsOf(factors.of(i))) {
                    together += i == j ? 0 : sample.at(i, j);
                }
                double half = sample.at(i, i) / 2;
                x[model.loading(g, i)] = (together < 0 ? -1 : 1) * StrictMath.sqrt(half);
                x[model.uniqueness(g, i)] = half;
                if (model.hasMeans() && g == 0) {
                    x[model.intercept(i)] = groups.get(0).means().get(i);
                }
            }
            for (int a = 0; a < factors.factors(); a++) {
                for (int b = 0; b <= a; b++) {
                    if (!model.isFixed(g, a, b)) {
                        x[model.spread(g, a, b)] = a == b ? 1 : TOGETHER;
                    }
                }
            }
        }
        return x;
    }

    private SymmetricMatrix implied(double[] x, int group) {
        FactorModel factors = model.factors();
        return SymmetricMatrix.of(
                items,
                (i, j) -> x[model.loading(group, i)]
                                * x[model.loading(group, j)]
                                * model.spreadOf(x, group, factors.of(i), factors.of(j))
                        + (i == j ? x[model.uniqueness(group, i)] : 0));
    }

    private double[] meansOff(double[] x, int group) {
        double[] off = new double[items];
        for (int i = 0; model.hasMeans() && i < items; i++) {
            int factor = model.factors().of(i);
            double mean = x[model.intercept(i)] + x[model.loading(group, i)] * model.factorMeanOf(x, group, factor);
            off[i] = groups.get(group).means().get(i) - mean;
        }
        return off;
    }

    /** Empty where an implied matrix is none of covariances. */
    private Optional<Place> place(double[] x) {
        List<SymmetricMatrix> implied = new ArrayList<>();
        double sum = 0;
        for (int g = 0; g < groups.size(); g++) {
            SymmetricMatrix matrix = implied(x, g);
            double[] values = matrix.eigenvalues();
            if (!(values[values.length - 1] > 0)) {
                return Optional.empty();
            }
            implied.add(matrix);
            sum += groups.get(g).n() * (ln(values) - logs.get(g) - items);
        }
        double fit = 0;
        for (int g = 0; g < groups.size(); g++) {
            fit += groups.get(g).n() * trace(implied.get(g).inverse(), observed(x, g));
        }
        Place place = new Place(x, sum + fit, x.length);
        for (int g = 0; g < groups.size(); g++) {
            addGroup(place, g, implied.get(g));
        }
        return Optional.of(place);
    }

    /** The covariances of the group about the implied means. */
    private SymmetricMatrix observed(double[] x, int group) {
        double[] off = meansOff(x, group);
        return SymmetricMatrix.of(items, (i, j) -> samples.get(group).at(i, j) + off[i] * off[j]);
    }

    private double trace(SymmetricMatrix one, SymmetricMatrix other) {
        double sum = 0;
        for (int i = 0; i < items; i++) {
            for (int j = 0; j < items; j++) {
                sum += one.at(i, j) * other.at(i, j);
            }
        }
        return sum;
    }

    private void addGroup(Place place, int group, SymmetricMatrix implied) {
        SymmetricMatrix inverse = implied.inverse();
        SymmetricMatrix observed = observed(place.x, group);
        double[][] half = new double[items][items];
        for (int i = 0; i < items; i++) {
            for (int m = 0; m < items; m++) {
                for (int j = 0; j < items; j++) {
                    half[i][j] += inverse.at(i, m) * (observed.at(m, j) - implied.at(m, j));
                }
            }
        }
        SymmetricMatrix weight = SymmetricMatrix.of(items, (i, j) -> {
            double sum = 0;
            for (int m = 0; m < items; m++) {
                sum += half[i][m] * inverse.at(m, j);
            }
            return sum;
        });
        double[] off = meansOff(place.x, group);
        double[] weighed = new double[items];
        for (int i = 0; i < items; i++) {
            for (int j = 0; j < items; j++) {
                weighed[i] += inverse.at(i, j) * off[j];
            }
        }
        new GroupSlopes(model, group, place.x)
                .add((double) groups.get(group).n(), inverse, weight, weighed, place.gradient, place.information);
    }

    private Optional<Place> descended(Place at, double n) {
        double[] direction = direction(at);
        double step = 1;
        for (int half = 0; half < MOST_HALVES; half++) {
            double[] x = at.x.clone();
            for (int a = 0; a < x.length; a++) {
                x[a] += step * direction[a];
            }
            Optional<Place> next = place(x);
            boolean better = next.isPresent()
                    && (next.get().minimum < at.minimum
                            || (half == 0 && next.get().left(n) < at.left(n)));
            if (better) {
                return next;
            }
            step /= 2;
        }
        return Optional.empty();
    }

    private static double[] direction(Place at) {
        try {
            return new LUDecomposition(new Array2DRowRealMatrix(at.information, true))
                    .getSolver()
                    .solve(new ArrayRealVector(at.gradient))
                    .toArray();
        } catch (SingularMatrixException flat) {
            return at.gradient.clone();
        }
    }
}
