package tw.minsheng.statistics.battery;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.factor.Extraction;
import tw.minsheng.statistics.factor.FactorMatrix;
import tw.minsheng.statistics.factor.PrincipalAxis;
import tw.minsheng.statistics.moments.SymmetricMatrix;
import tw.minsheng.statistics.ordinal.OrderedAnswers;
import tw.minsheng.statistics.ordinal.Polychoric;
import tw.minsheng.statistics.reliability.Alpha;

/** 假設性信度 of ordered answers, out of polychoric correlations over complete rows: RE14. */
final class OrdinalBlock {

    static final String NAME = "ordinal";

    private static final double MOST_CATEGORIES = 10;

    private final Cut cut;
    private final Sheet sheet;
    private final List<String> items;
    private final OrderedAnswers ordered;
    private final List<List<Value>> cells;

    private OrdinalBlock(Cut cut) {
        this.cut = cut;
        List<Value> refusal = cut.refusal(2);
        this.sheet = new Sheet(refusal);
        this.items = cut.varying();
        this.ordered = cut.ordered();
        this.cells = refusal.isEmpty() ? correlated(ordered) : List.of();
    }

    /** Polychoric correlations of all pairs. */
    static List<List<Value>> correlated(OrderedAnswers ordered) {
        Value[][] all = new Value[ordered.items()][ordered.items()];
        for (int i = 0; i < all.length; i++) {
            for (int j = 0; j <= i; j++) {
                all[i][j] = i == j ? Value.of(1) : Polychoric.of(ordered.crossed(i, j));
                all[j][i] = all[i][j];
            }
        }
        return Arrays.stream(all).map(List::of).toList();
    }

    /** Whether the answers are whole numbers of 10 categories or fewer. */
    static boolean applies(Cut cut) {
        if (cut.scale().maximum() - cut.scale().minimum() + 1 > MOST_CATEGORIES) {
            return false;
        }
        int answered = cut.answered().size();
        return IntStream.range(0, cut.rows())
                .allMatch(i -> IntStream.range(0, answered).allMatch(j -> isWhole(cut.at(i, j))));
    }

    private static boolean isWhole(double answer) {
        return Missing.is(answer) || StrictMath.rint(answer) == answer;
    }

    static Block of(Cut cut, String name) {
        OrdinalBlock block = new OrdinalBlock(cut);
        block.add();
        return block.sheet.block(NAME, name, cut.rule(), cut.n());
    }

    private void add() {
        sheet.put("polychoric_twostep_ml", () -> new Shape.Table(items, items, cells));
        sheet.put("thresholds", this::thresholds);
        sheet.put("ordinal_alpha", () -> whole(r -> Shape.of(Alpha.raw(r))));
        sheet.put("ordinal_alpha_if_deleted", () -> whole(r -> cut.byItem(items, i -> Alpha.ifDeleted(r, i))));
        sheet.put("ordinal_omega_1factor_uls", () -> whole(r -> Shape.of(omega(PrincipalAxis.of(r, 1)))));
    }

    /** Of the whole matrix, where every pair has a correlation. */
    private Shape whole(Function<SymmetricMatrix, Shape> shape) {
        Optional<Value> none = cells.stream()
                .flatMap(List::stream)
                .filter(value -> !value.isKnown())
                .findFirst();
        return none.map(Shape::of)
                .orElseGet(() -> shape.apply(SymmetricMatrix.of(
                        items.size(), (i, j) -> cells.get(i).get(j).number())));
    }

    private Shape thresholds() {
        Map<String, Shape> parts = new LinkedHashMap<>();
        for (int j = 0; j < items.size(); j++) {
            double[] cuts = Polychoric.thresholds(ordered.margin(j));
            parts.put(items.get(j), cuts.length == 1 ? Shape.of(cuts[0]) : Shape.series(cuts));
        }
        return new Shape.Named(parts);
    }

    /** (Σλ)²/((Σλ)² + Σ(1 − λ²)). */
    static Value omega(Extraction extraction) {
        if (!extraction.isKnown()) {
            return extraction.refusal().get(0);
        }
        FactorMatrix loadings = extraction.matrix();
        double sum = 0;
        double unique = 0;
        for (int i = 0; i < loadings.rows(); i++) {
            sum += loadings.at(i, 0);
            unique += 1 - loadings.rowSquares(i);
        }
        return Value.ratio(sum * sum, sum * sum + unique);
    }
}
