package tw.minsheng.statistics.factor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tw.minsheng.statistics.moments.SymmetricMatrix;
import tw.minsheng.statistics.optimise.Place;
import tw.minsheng.statistics.optimise.Surface;

/**
 * How far implied covariances and means lie from those of the groups, by the parameters of a {@link GroupModel}: F = Σ n_g/n·(ln|Σ_g| +
 * tr(Σ_g⁻¹·S_g) − ln|S_g| − p), where S_g is taken about the implied means and with divisor n_g. Jöreskog 1971. Its curvature is the
 * expected information, so that steps are Fisher's.
 */
final class Discrepancy implements Surface {

    private static final double TOGETHER = .3;

    private final GroupModel model;
    private final List<GroupMoments> groups;
    private final List<SymmetricMatrix> samples = new ArrayList<>();
    /** Σ n_g/n·ln|S_g|, which no parameter moves. */
    private final double known;

    private final double people;
    private final int items;

    /** @param groups positive definite covariances; items of variances near 1, so that a derivative near 0 says something */
    Discrepancy(GroupModel model, List<GroupMoments> groups) {
        this.model = model;
        this.groups = groups;
        this.items = model.factors().items();
        this.people = groups.stream().mapToDouble(GroupMoments::n).sum();
        groups.forEach(group -> samples.add(group.withDivisorN()));
        this.known = IntStream.range(0, groups.size())
                .mapToDouble(g -> groups.get(g).n() / people * samples.get(g).lnDeterminant())
                .sum();
    }

    /** Half of each variance is the factor's, and factors go together a little. */
    double[] start() {
        double[] x = new double[model.parameters()];
        FactorModel factors = model.factors();
        for (int g = 0; g < groups.size(); g++) {
            SymmetricMatrix sample = samples.get(g);
            for (int i = 0; i < items; i++) {
                double together = -sample.at(i, i);
                for (int j : factors.itemsOf(factors.of(i))) {
                    together += sample.at(i, j);
                }
                double half = sample.at(i, i) / 2;
                x[model.loading(g, i)] = StrictMath.copySign(StrictMath.sqrt(half), together);
                x[model.uniqueness(g, i)] = half;
                if (model.hasMeans()) {
                    x[model.intercept(i)] = groups.get(g).means().get(i);
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

    /** Empty where an implied matrix is none of covariances. */
    @Override
    public Optional<Place> at(double[] x) {
        double value = -known;
        double[] gradient = new double[x.length];
        double[][] information = new double[x.length][x.length];
        for (int g = 0; g < groups.size(); g++) {
            SymmetricMatrix implied = implied(x, g);
            if (implied.definiteness() != SymmetricMatrix.Definiteness.POSITIVE_DEFINITE) {
                return Optional.empty();
            }
            double share = groups.get(g).n() / people;
            SymmetricMatrix inverse = implied.inverse();
            double[] off = meansOff(x, g);
            SymmetricMatrix observed = about(samples.get(g), off);
            value += share * (implied.lnDeterminant() + inverse.traceOfProduct(observed) - items);
            SymmetricMatrix excess = SymmetricMatrix.of(items, (i, j) -> implied.at(i, j) - observed.at(i, j));
            new GroupSlopes(model, g, x).add(share, inverse, excess, off, gradient, information);
        }
        return Optional.of(new Place(x, value, gradient, SymmetricMatrix.of(information)));
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
        if (model.hasMeans()) {
            Arrays.setAll(
                    off,
                    i -> groups.get(group).means().get(i)
                            - x[model.intercept(i)]
                            - x[model.loading(group, i)]
                                    * model.factorMeanOf(
                                            x, group, model.factors().of(i)));
        }
        return off;
    }

    private static SymmetricMatrix about(SymmetricMatrix sample, double[] off) {
        return SymmetricMatrix.of(off.length, (i, j) -> sample.at(i, j) + off[i] * off[j]);
    }
}
