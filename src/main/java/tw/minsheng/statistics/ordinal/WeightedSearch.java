package tw.minsheng.statistics.ordinal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.SingularMatrixException;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.factor.FactorMatrix;
import tw.minsheng.statistics.factor.FactorModel;
import tw.minsheng.statistics.moments.SymmetricMatrix;
import tw.minsheng.statistics.optimise.Descent;
import tw.minsheng.statistics.optimise.Place;

/** The least weighted squares. Parameters: λ of each item, then φ by pairs. */
final class WeightedSearch {

    private static final double START = .6;
    private static final double LITTLE = .01;

    private final FactorModel model;
    private final OrderedAnswers answers;
    private final SymmetricMatrix polychoric;
    private final int items;
    private final int parameters;
    private final double[] observed;

    WeightedSearch(FactorModel model, OrderedAnswers answers, SymmetricMatrix polychoric) {
        this.model = model;
        this.answers = answers;
        this.polychoric = polychoric;
        this.items = model.items();
        this.parameters = items + model.factors() * (model.factors() - 1) / 2;
        this.observed = polychoric.belowDiagonal();
    }

    OrdinalConfirmatory solve() {
        int df = observed.length - parameters;
        if (!model.isIdentified() || df < 0) {
            return OrdinalConfirmatory.refused(model, Value.undefined(Reason.NOT_IDENTIFIED));
        }
        if (answers.rows() <= parameters) {
            String n = Integer.toString(answers.rows());
            return OrdinalConfirmatory.refused(model, Value.undefined(Reason.N_TOO_SMALL, Map.of("n", n)));
        }
        SymmetricMatrix spread = PolychoricCovariance.of(answers, polychoric);
        double[] weights = new double[observed.length];
        Arrays.setAll(weights, pair -> 1 / spread.at(pair, pair));
        if (!Arrays.stream(weights).allMatch(weight -> weight > 0 && Double.isFinite(weight))) {
            return OrdinalConfirmatory.refused(model, Value.undefined(Reason.SINGULAR_MATRIX));
        }
        try {
            return searched(weights, spread, df);
        } catch (SingularMatrixException flat) {
            return OrdinalConfirmatory.refused(model, Value.undefined(Reason.NOT_IDENTIFIED));
        }
    }

    private OrdinalConfirmatory searched(double[] weights, SymmetricMatrix spread, int df) {
        Descent.End end = Descent.of(x -> Optional.of(place(x, weights)), start());
        if (!end.isConverged()) {
            return OrdinalConfirmatory.refused(model, end.refusal());
        }
        double[] x = end.place().x();
        turnFactors(x);
        return found(x, weights, spread, df);
    }

    /** Half the weighted sum of squares; its curvature without what the residuals add (Gauss and Newton). */
    private Place place(double[] x, double[] weights) {
        double[] rest = residuals(x);
        double[][] slopes = slopes(x);
        double[] gradient = new double[parameters];
        for (int pair = 0; pair < rest.length; pair++) {
            for (int a = 0; a < parameters; a++) {
                gradient[a] -= slopes[pair][a] * weights[pair] * rest[pair];
            }
        }
        return new Place(
                x, minimum(rest, weights) / 2, gradient, SymmetricMatrix.of(AdjustedTest.information(slopes, weights)));
    }

    private double[] start() {
        double[] x = new double[parameters];
        for (int i = 0; i < items; i++) {
            double together = 0;
            for (int j : model.itemsOf(factor(i))) {
                together += i == j ? 0 : polychoric.at(i, j);
            }
            x[i] = together < 0 ? -START : START;
        }
        for (int high = 1; high < model.factors(); high++) {
            for (int low = 0; low < high; low++) {
                x[pairOfFactors(high, low)] = between(x, high, low);
            }
        }
        return x;
    }

    /** Factors of two items only stand by what they have in common with others: not 0 at the start. */
    private double between(double[] x, int high, int low) {
        double sum = 0;
        int pairs = 0;
        for (int i : model.itemsOf(high)) {
            for (int j : model.itemsOf(low)) {
                sum += polychoric.at(i, j) * StrictMath.signum(x[i] * x[j]);
                pairs++;
            }
        }
        double phi = sum / pairs / (START * START);
        return StrictMath.max(-START, StrictMath.min(START, phi == 0 ? LITTLE : phi));
    }

    private int factor(int item) {
        return model.factorOf().get(item);
    }

    private int pairOfFactors(int a, int b) {
        int high = StrictMath.max(a, b);
        return items + high * (high - 1) / 2 + StrictMath.min(a, b);
    }

    private double phi(double[] x, int a, int b) {
        return a == b ? 1 : x[pairOfFactors(a, b)];
    }

    private double[] residuals(double[] x) {
        double[] rest = observed.clone();
        int pair = 0;
        for (int i = 1; i < items; i++) {
            for (int j = 0; j < i; j++) {
                rest[pair++] -= x[i] * x[j] * phi(x, factor(i), factor(j));
            }
        }
        return rest;
    }

    private double[][] slopes(double[] x) {
        double[][] slopes = new double[observed.length][parameters];
        int pair = 0;
        for (int i = 1; i < items; i++) {
            for (int j = 0; j < i; j++) {
                double phi = phi(x, factor(i), factor(j));
                slopes[pair][i] = x[j] * phi;
                slopes[pair][j] = x[i] * phi;
                if (factor(i) != factor(j)) {
                    slopes[pair][pairOfFactors(factor(i), factor(j))] = x[i] * x[j];
                }
                pair++;
            }
        }
        return slopes;
    }

    private static double minimum(double[] rest, double[] weights) {
        double sum = 0;
        for (int pair = 0; pair < rest.length; pair++) {
            sum += weights[pair] * rest[pair] * rest[pair];
        }
        return sum;
    }

    /** A factor is turned so that the sum of its loadings is 0 or more. */
    private void turnFactors(double[] x) {
        for (int f = 0; f < model.factors(); f++) {
            int[] own = model.itemsOf(f);
            if (IntStream.of(own).mapToDouble(i -> x[i]).sum() < 0) {
                IntStream.of(own).forEach(i -> x[i] = -x[i]);
                for (int other = 0; other < model.factors(); other++) {
                    if (other != f) {
                        int at = pairOfFactors(f, other);
                        x[at] = -x[at];
                    }
                }
            }
        }
    }

    private OrdinalConfirmatory found(double[] x, double[] weights, SymmetricMatrix spread, int df) {
        double n = answers.rows();
        double[] rest = residuals(x);
        double fitted = (n - 1) * minimum(rest, weights);
        List<Double> loadings = IntStream.range(0, items).mapToObj(i -> x[i]).toList();
        FactorMatrix factors = FactorMatrix.of(model.factors(), model.factors(), (a, b) -> phi(x, a, b));
        double squares = Arrays.stream(rest).map(e -> e * e).sum();
        Value srmr = Value.of(StrictMath.sqrt(squares / (rest.length + items)));
        if (df == 0) {
            Value why = Value.undefined(Reason.NOT_IDENTIFIED);
            return new OrdinalConfirmatory(Value.of(fitted), 0, why, why, why, why, srmr, loadings, factors, List.of());
        }
        double scaled = AdjustedTest.of(fitted, df, slopes(x), weights, spread);
        double baseline = AdjustedTest.of(
                (n - 1) * minimum(observed, weights), observed.length, new double[observed.length][0], weights, spread);
        double off = StrictMath.max(0, scaled - df);
        double perDf = baseline / observed.length;
        return new OrdinalConfirmatory(
                Value.of(fitted),
                df,
                Value.of(scaled),
                Value.of(off == 0 ? 1 : 1 - off / StrictMath.max(off, baseline - observed.length)),
                perDf == 1 ? Value.undefined(Reason.ZERO_DENOMINATOR) : Value.of((perDf - scaled / df) / (perDf - 1)),
                Value.of(StrictMath.sqrt(off / ((n - 1) * df))),
                srmr,
                loadings,
                factors,
                List.of());
    }
}
