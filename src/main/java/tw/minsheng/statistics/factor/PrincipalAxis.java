package tw.minsheng.statistics.factor;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularMatrixException;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/**
 * 主軸法 (principal axis factoring), iterated until the communalities stand still; what it converges to is the unweighted least
 * squares (minres) solution, too. {@code psych::fa(R, k, fm = "pa", rotate = "none", min.err = 1e-13)}. The plain iteration comes
 * near at its own slow pace; Newton's method on its fixed point goes the rest (C9).
 */
public final class PrincipalAxis {

    private static final double STILL = 1e-13;
    private static final double NEAR = 1e-5;
    private static final int MOST_STEPS = 20_000;
    private static final int MOST_NEWTON = 30;
    private static final double STEP = 1e-6;
    /** Rounding of the eigenvectors of 30 items. */
    private static final double ROUNDING = 1e-11;

    private final SymmetricMatrix correlation;
    private final int factors;

    private PrincipalAxis(SymmetricMatrix correlation, int factors) {
        this.correlation = correlation;
        this.factors = factors;
    }

    /**
     * @param correlation p × p
     * @param factors 1 or more and fewer than p
     * @return canonical loadings; {@code too_few_items} (fewer than 3), {@code singular_matrix}, {@code not_psd}, {@code heywood}
     *     when a communality reaches 1, or {@code not_converged}
     */
    public static Extraction of(SymmetricMatrix correlation, int factors) {
        int items = correlation.size();
        if (items < 3 || factors < 1 || factors >= items) {
            return Extraction.refused(FactorRefusal.tooFewItems(items));
        }
        Optional<Value> refusal = FactorRefusal.ofInverse(correlation);
        return refusal.isPresent()
                ? Extraction.refused(refusal.get())
                : new PrincipalAxis(correlation, factors).extract();
    }

    private Extraction extract() {
        SymmetricMatrix inverse = correlation.inverse();
        double[] communalities = new double[correlation.size()];
        Arrays.setAll(communalities, i -> 1 - 1 / inverse.at(i, i));
        double change = Double.MAX_VALUE;
        int iterations = 0;
        while (change > NEAR && iterations < MOST_STEPS) {
            double[] next = step(communalities);
            change = distance(next, communalities);
            communalities = next;
            iterations++;
            if (isHeywood(communalities)) {
                return heywood();
            }
        }
        Still end = newton(communalities);
        double[] still = end.communalities;
        double left = distance(step(still), still);
        if (isHeywood(still)) {
            return heywood();
        }
        return left <= ROUNDING
                ? Extraction.iterated(loadings(still).canonical(), iterations + end.rounds, left)
                : Extraction.refused(notConverged(iterations + end.rounds, left));
    }

    private static Value notConverged(int iterations, double left) {
        return Value.undefined(
                Reason.NOT_CONVERGED,
                Map.of("iterations", Integer.toString(iterations), "error", Double.toString(left)));
    }

    private Extraction heywood() {
        return Extraction.refused(Value.undefined(Reason.HEYWOOD));
    }

    private static boolean isHeywood(double[] communalities) {
        return Arrays.stream(communalities).anyMatch(h -> h >= 1);
    }

    private FactorMatrix loadings(double[] communalities) {
        SymmetricMatrix reduced =
                SymmetricMatrix.of(correlation.size(), (i, j) -> i == j ? communalities[i] : correlation.at(i, j));
        return PrincipalComponents.loadings(reduced.eigen(), correlation.size(), factors);
    }

    private double[] step(double[] communalities) {
        FactorMatrix loadings = loadings(communalities);
        double[] next = new double[communalities.length];
        Arrays.setAll(next, loadings::rowSquares);
        return next;
    }

    private static double distance(double[] one, double[] other) {
        double most = 0;
        for (int i = 0; i < one.length; i++) {
            most = StrictMath.max(most, StrictMath.abs(one[i] - other[i]));
        }
        return most;
    }

    /** Where it came to, after so many rounds. */
    private static final class Still {
        private final double[] communalities;
        private final int rounds;

        Still(double[] communalities, int rounds) {
            this.communalities = communalities;
            this.rounds = rounds;
        }
    }

    private Still newton(double[] start) {
        double[] at = start;
        double left = distance(step(at), at);
        int rounds = 0;
        for (int round = 0; round < MOST_NEWTON && left > STILL; round++) {
            double[] next = newtonStep(at);
            double after = isHeywood(next) ? Double.MAX_VALUE : distance(step(next), next);
            if (after >= left) {
                // too far for Newton, or at the end of what numbers can tell
                next = step(at);
                after = distance(step(next), next);
                if (after >= left) {
                    return new Still(at, round);
                }
            }
            at = next;
            left = after;
            rounds = round + 1;
        }
        return new Still(at, rounds);
    }

    private double[] newtonStep(double[] at) {
        int size = at.length;
        double[] here = step(at);
        double[][] jacobian = new double[size][size];
        for (int j = 0; j < size; j++) {
            double[] up = at.clone();
            double[] down = at.clone();
            up[j] += STEP;
            down[j] -= STEP;
            double[] above = step(up);
            double[] below = step(down);
            for (int i = 0; i < size; i++) {
                jacobian[i][j] = (above[i] - below[i]) / (2 * STEP) - (i == j ? 1 : 0);
            }
        }
        double[] off = new double[size];
        Arrays.setAll(off, i -> here[i] - at[i]);
        try {
            RealVector move = new LUDecomposition(new Array2DRowRealMatrix(jacobian, false))
                    .getSolver()
                    .solve(new ArrayRealVector(off, false));
            double[] next = new double[size];
            Arrays.setAll(next, i -> at[i] - move.getEntry(i));
            return next;
        } catch (SingularMatrixException flat) {
            return here;
        }
    }
}
