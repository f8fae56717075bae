package tw.minsheng.statistics.factor;

import java.util.Map;
import java.util.Optional;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/** Why a matrix of correlations gives no answer. */
final class FactorRefusal {

    private FactorRefusal() {}

    static Value tooFewItems(int k) {
        return Value.undefined(Reason.TOO_FEW_ITEMS, Map.of("k", Integer.toString(k)));
    }

    /** Empty when it can be inverted. */
    static Optional<Value> ofInverse(SymmetricMatrix correlation) {
        return switch (correlation.definiteness()) {
            case POSITIVE_DEFINITE -> Optional.empty();
            case SINGULAR -> Optional.of(Value.undefined(Reason.SINGULAR_MATRIX));
            case INDEFINITE -> Optional.of(Value.undefined(Reason.NOT_PSD));
        };
    }

    /** Empty when it is a matrix of correlations at all. */
    static Optional<Value> ofEigen(SymmetricMatrix correlation) {
        return correlation.definiteness() == SymmetricMatrix.Definiteness.INDEFINITE
                ? Optional.of(Value.undefined(Reason.NOT_PSD))
                : Optional.empty();
    }
}
