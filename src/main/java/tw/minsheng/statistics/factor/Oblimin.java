package tw.minsheng.statistics.factor;

import java.util.Arrays;
import tw.minsheng.statistics.distribution.SplitMix64;

/**
 * Direct oblimin with γ = 0 (quartimin) by gradient projection: Jennrich and Sampson 1966, Jennrich 2002;
 * {@code GPArotation::oblimin}. The best of eleven starts, because the criterion has several valleys.
 */
public final class Oblimin {

    private static final int STARTS = 11;
    private static final long SEED = 1966;
    private static final double ROUGH = 1e-5;
    private static final double FINE = 1e-10;
    private static final int MOST_STEPS = 20_000;
    private static final int MOST_HALVES = 30;
    private static final double BETTER = 1e-9;

    private final FactorMatrix loadings;

    private Oblimin(FactorMatrix loadings) {
        this.loadings = loadings;
    }

    /** One place on the way: the transformation, the pattern there, the criterion and its gradient by the transformation. */
    private record Place(FactorMatrix turn, FactorMatrix pattern, double criterion, FactorMatrix gradient) {}

    /** Where it ended. */
    private record End(Place place, double left) {}

    /**
     * @param loadings items × factors, not turned; 2 factors or more
     * @param kaiser whether each item counts alike, as SPSS does
     */
    public static Rotation of(FactorMatrix loadings, boolean kaiser) {
        double[] norms = loadings.rowNorms();
        Arrays.setAll(norms, i -> kaiser && norms[i] > 0 ? norms[i] : 1);
        FactorMatrix even =
                FactorMatrix.of(loadings.rows(), loadings.columns(), (i, j) -> loadings.at(i, j) / norms[i]);
        End end = new Oblimin(even).best();
        FactorMatrix turn = end.place().turn();
        return Rotation.oblique(
                end.place().pattern().scaledRows(norms),
                turn.transposedTimes(turn),
                end.place().criterion(),
                end.left());
    }

    private End best() {
        int factors = loadings.columns();
        SplitMix64 random = new SplitMix64(SEED);
        End best = walk(FactorMatrix.identity(factors), ROUGH);
        for (int start = 1; start < STARTS; start++) {
            FactorMatrix any = FactorMatrix.of(factors, factors, (i, j) -> random.nextUniform() - .5);
            End end = walk(evened(any), ROUGH);
            if (end.place().criterion() < best.place().criterion() - BETTER) {
                best = end;
            }
        }
        return walk(best.place().turn(), FINE);
    }

    /** Columns of length 1. */
    private static FactorMatrix evened(FactorMatrix any) {
        double[] lengths = new double[any.columns()];
        Arrays.setAll(lengths, j -> 1 / StrictMath.sqrt(any.columnSquares(j)));
        return any.scaledColumns(lengths);
    }

    private Place place(FactorMatrix turn) {
        FactorMatrix inverse = Promax.inverse(turn);
        FactorMatrix pattern = loadings.times(inverse.transposed());
        int factors = pattern.columns();
        double[] rows = new double[pattern.rows()];
        Arrays.setAll(rows, pattern::rowSquares);
        double criterion = 0;
        for (int i = 0; i < pattern.rows(); i++) {
            for (int j = 0; j < factors; j++) {
                double square = pattern.at(i, j) * pattern.at(i, j);
                criterion += square * (rows[i] - square);
            }
        }
        FactorMatrix slope = FactorMatrix.of(
                pattern.rows(), factors, (i, j) -> pattern.at(i, j) * (rows[i] - pattern.at(i, j) * pattern.at(i, j)));
        FactorMatrix gradient = pattern.transposedTimes(slope).times(inverse).transposed();
        return new Place(turn, pattern, criterion / 4, gradient.times(minus(factors)));
    }

    private static FactorMatrix minus(int size) {
        return FactorMatrix.of(size, size, (i, j) -> i == j ? -1 : 0);
    }

    private End walk(FactorMatrix start, double enough) {
        Place at = place(start);
        double step = 1;
        double length = Double.MAX_VALUE;
        for (int n = 0; n < MOST_STEPS; n++) {
            FactorMatrix direction = projected(at);
            length = length(direction);
            if (length < enough) {
                break;
            }
            step *= 2;
            Place next = moved(at, direction, step);
            for (int half = 0;
                    half < MOST_HALVES && at.criterion() - next.criterion() <= .5 * length * length * step;
                    half++) {
                step /= 2;
                next = moved(at, direction, step);
            }
            if (next.criterion() >= at.criterion()) {
                break;
            }
            at = next;
        }
        return new End(at, length(projected(at)));
    }

    /** The gradient without what would change the lengths of the columns. */
    private static FactorMatrix projected(Place at) {
        int factors = at.turn().columns();
        double[] along = new double[factors];
        for (int j = 0; j < factors; j++) {
            for (int i = 0; i < factors; i++) {
                along[j] += at.turn().at(i, j) * at.gradient().at(i, j);
            }
        }
        return FactorMatrix.of(
                factors, factors, (i, j) -> at.gradient().at(i, j) - at.turn().at(i, j) * along[j]);
    }

    private static double length(FactorMatrix matrix) {
        double sum = 0;
        for (int j = 0; j < matrix.columns(); j++) {
            sum += matrix.columnSquares(j);
        }
        return StrictMath.sqrt(sum);
    }

    private Place moved(Place at, FactorMatrix direction, double step) {
        int factors = direction.columns();
        FactorMatrix far = FactorMatrix.of(factors, factors, (i, j) -> at.turn().at(i, j) - step * direction.at(i, j));
        return place(evened(far));
    }
}
