package tw.minsheng.statistics.battery;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.Warning;
import tw.minsheng.statistics.factor.Omega;
import tw.minsheng.statistics.moments.SymmetricMatrix;
import tw.minsheng.statistics.reliability.AlphaBootstrap;
import tw.minsheng.statistics.reliability.Dichotomous;
import tw.minsheng.statistics.reliability.Guttman;
import tw.minsheng.statistics.reliability.SplitHalf;

/** What stands beside α: Guttman's bounds, halves, KR-20, ω, the bootstrap interval (RE4, RE8 to RE11). */
final class ReliabilityBounds {

    private final Cut cut;
    private final Sheet sheet;
    private final List<Value> refusal;

    private ReliabilityBounds(Cut cut, Sheet sheet) {
        this.cut = cut;
        this.sheet = sheet;
        this.refusal = cut.refusal(2);
    }

    static void add(Cut cut, Sheet sheet) {
        ReliabilityBounds bounds = new ReliabilityBounds(cut, sheet);
        bounds.guttman();
        bounds.halves();
        bounds.dichotomous();
        bounds.omega();
    }

    /** Draws rows again and again; listwise only. */
    static void addBootstrap(Cut cut, Sheet sheet, long seed) {
        sheet.put("ci95_boot_percentile", () -> {
            Interval interval = AlphaBootstrap.of(cut.complete(), AlphaBootstrap.USUAL, seed, .95);
            return new Shape.Series(List.of(interval.lower(), interval.upper()));
        });
    }

    @FunctionalInterface
    private interface OfMatrix {
        Shape of(SymmetricMatrix matrix);
    }

    /** Over the covariances of the items that vary, or their correlations. */
    private void over(String name, boolean correlations, OfMatrix shape) {
        sheet.put(name, () -> {
            if (!refusal.isEmpty()) {
                return Shape.of(refusal.get(0));
            }
            SymmetricMatrix matrix = cut.varyingCovariance();
            return shape.of(correlations ? matrix.correlation() : matrix);
        });
    }

    private void guttman() {
        over("guttman_cov", false, ReliabilityBounds::bounds);
        over("guttman_cor", true, ReliabilityBounds::bounds);
        over("lambda4_all_splits_cov", false, ReliabilityBounds::splits);
        over("lambda4_all_splits_cor", true, ReliabilityBounds::splits);
    }

    static Shape bounds(SymmetricMatrix matrix) {
        Guttman bounds = Guttman.of(matrix);
        List<Value> values =
                List.of(bounds.lambda1(), bounds.lambda2(), bounds.lambda3(), bounds.lambda5(), bounds.lambda6());
        return Shape.byName(List.of("lambda1", "lambda2", "lambda3", "lambda5", "lambda6"), values::get);
    }

    static Shape splits(SymmetricMatrix matrix) {
        Guttman.Splits splits = Guttman.splits(matrix);
        if (!splits.most().isKnown()) {
            return Shape.of(splits.most());
        }
        List<Value> values = List.of(splits.most(), splits.least(), splits.mean(), Value.of((double) splits.splits()));
        return Shape.byName(List.of("max", "min", "mean", "n_splits"), values::get);
    }

    private void halves() {
        sheet.put("split_first_second", () -> half(SplitHalf.firstSecond(cut.covariance())));
        sheet.put("split_odd_even", () -> half(SplitHalf.oddEven(cut.covariance())));
    }

    private static Shape half(SplitHalf half) {
        List<Value> values = List.of(
                half.alpha1(), half.alpha2(), half.halves(), half.equalLength(), half.unequalLength(), half.guttman());
        List<String> names = List.of(
                "alpha_1",
                "alpha_2",
                "r_halves",
                "spearman_brown_equal",
                "spearman_brown_unequal",
                "guttman_split_half");
        return Shape.byName(names, values::get);
    }

    private boolean isDichotomous() {
        int items = cut.answered().size();
        for (int i = 0; i < cut.rows(); i++) {
            for (int j = 0; j < items; j++) {
                double answer = cut.at(i, j);
                if (answer != 0 && answer != 1 && !Missing.is(answer)) {
                    return false;
                }
            }
        }
        return cut.scale().minimum() == 0 && cut.scale().maximum() == 1;
    }

    /** Only for answers of 0 and 1, and complete rows. */
    private void dichotomous() {
        if (cut.rule() != MissingRule.LISTWISE || !isDichotomous()) {
            return;
        }
        double[] p = IntStream.range(0, cut.answered().size())
                .mapToDouble(cut.sums()::mean)
                .toArray();
        sheet.value("kr20", () -> Dichotomous.kr20(p, cut.covariance().sum(), cut.n()));
        sheet.value(
                "kr21",
                () -> Dichotomous.kr21(
                        p.length, Arrays.stream(p).sum(), cut.covariance().sum(), cut.n()));
        sheet.put("difficulty_p", () -> cut.byItem(cut.answered(), i -> Value.of(p[i])));
        sheet.put("discrimination_d27", () -> new Extremes(cut).discrimination());
    }

    private void omega() {
        Omega omega = refusal.isEmpty() ? Omega.of(cut.varyingCovariance()) : Omega.none(refusal.get(0));
        sheet.put("omega_1factor_std", () -> standardized(omega));
        sheet.value("omega_1factor_unstd", omega::inUnits);
        if (omega.heywood()) {
            List<Warning> improper = List.of(Warning.of("heywood"));
            sheet.warn("omega_1factor_std", improper);
            sheet.warn("omega_1factor_unstd", improper);
        }
    }

    private Shape standardized(Omega omega) {
        if (!omega.standardized().isKnown()) {
            return Shape.of(omega.standardized());
        }
        Map<String, Shape> parts = new LinkedHashMap<>();
        parts.put("omega", Shape.of(omega.standardized()));
        parts.put("heywood", new Shape.Truth(omega.heywood()));
        parts.put("loadings", cut.byItem(cut.varying(), i -> omega.loadings().get(i)));
        parts.put(
                "uniquenesses",
                cut.byItem(cut.varying(), i -> omega.uniquenesses().get(i)));
        return new Shape.Named(parts);
    }
}
