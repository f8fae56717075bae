package tw.minsheng.statistics.battery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.math3.linear.SingularMatrixException;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.factor.Extraction;
import tw.minsheng.statistics.factor.FactorMatrix;
import tw.minsheng.statistics.factor.Oblimin;
import tw.minsheng.statistics.factor.Promax;
import tw.minsheng.statistics.factor.Rotation;
import tw.minsheng.statistics.factor.Varimax;

/** Loadings as they were found, and turned in every way (FA7 to FA9); turning needs two factors. */
final class Rotations {

    private static final int KAPPA = 4;

    private final List<String> items;
    private final Extraction found;
    private final int factors;

    Rotations(List<String> items, Extraction found, int factors) {
        this.items = items;
        this.found = found;
        this.factors = factors;
    }

    Shape unrotated() {
        return found.isKnown()
                ? Shape.table(items, found.matrix())
                : Shape.of(found.refusal().get(0));
    }

    /** Sum of squared loadings of each factor. */
    Shape sumsOfSquares(String prefix) {
        if (!found.isKnown()) {
            return Shape.of(found.refusal().get(0));
        }
        FactorMatrix loadings = found.matrix();
        return Shape.byName(EfaBlock.named(prefix, loadings.columns()), j -> Value.of(loadings.columnSquares(j)));
    }

    Shape varimax(boolean kaiser) {
        return turned(loadings -> Varimax.of(loadings, kaiser), rotation -> Shape.table(items, rotation.pattern()));
    }

    Shape promax(boolean spss) {
        return turned(
                loadings -> spss ? Promax.spss(loadings, KAPPA) : Promax.r(loadings, KAPPA),
                rotation -> new Shape.Named(oblique(rotation)));
    }

    Shape oblimin(boolean kaiser) {
        return turned(loadings -> Oblimin.of(loadings, kaiser), rotation -> {
            Map<String, Shape> parts = oblique(rotation);
            parts.put("criterion_minimised", Shape.of(rotation.criterion()));
            parts.put("gradient_norm", Shape.of(rotation.gradient()));
            return new Shape.Named(parts);
        });
    }

    private Map<String, Shape> oblique(Rotation rotation) {
        Map<String, Shape> parts = new LinkedHashMap<>();
        parts.put("pattern", Shape.table(items, rotation.pattern()));
        FactorMatrix phi = rotation.correlations();
        parts.put("phi", Shape.table(Shape.numbers(phi.rows()), phi));
        parts.put("structure", Shape.table(items, rotation.structure()));
        return parts;
    }

    private Shape turned(Function<FactorMatrix, Rotation> way, Function<Rotation, Shape> shape) {
        if (!found.isKnown()) {
            return Shape.of(found.refusal().get(0));
        }
        if (factors < 2) {
            return Shape.of(Value.undefined(Reason.TOO_FEW_ITEMS, Map.of("k", Integer.toString(factors))));
        }
        try {
            Rotation rotation = way.apply(found.matrix());
            return isFinite(rotation) ? shape.apply(rotation) : Shape.of(Value.undefined(Reason.SINGULAR_MATRIX));
        } catch (SingularMatrixException flat) {
            return Shape.of(Value.undefined(Reason.SINGULAR_MATRIX));
        }
    }

    /** A factor on which nothing loads cannot be turned to anything. */
    private static boolean isFinite(Rotation rotation) {
        return isFinite(rotation.structure())
                && isFinite(rotation.correlations())
                && isFinite(rotation.pattern())
                && Double.isFinite(rotation.criterion())
                && Double.isFinite(rotation.gradient());
    }

    private static boolean isFinite(FactorMatrix matrix) {
        for (int i = 0; i < matrix.rows(); i++) {
            for (int j = 0; j < matrix.columns(); j++) {
                if (!Double.isFinite(matrix.at(i, j))) {
                    return false;
                }
            }
        }
        return true;
    }
}
