package tw.minsheng.statistics.regress;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.estimate.VectorEstimate;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/** Why a model cannot be fitted at all, and what stands in place of its coefficients. */
final class Refusal {

    private Refusal() {}

    /** {@code no_data} without rows, {@code n_too_small} with no more rows than coefficients. */
    static Optional<Value> ofRows(int rows, int coefficients) {
        if (rows == 0) {
            return Optional.of(Value.undefined(Reason.NO_DATA));
        }
        return rows <= coefficients
                ? Optional.of(Value.undefined(Reason.N_TOO_SMALL, Map.of("n", Integer.toString(rows))))
                : Optional.empty();
    }

    static VectorEstimate none(Value why, int coefficients, long n) {
        SymmetricMatrix zeros = SymmetricMatrix.of(coefficients, (i, j) -> 0);
        return new VectorEstimate(Collections.nCopies(coefficients, why), why, zeros, n);
    }
}
