package tw.minsheng.statistics.battery;

import java.util.LinkedHashMap;
import java.util.Map;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.factor.Omega;
import tw.minsheng.statistics.moments.SymmetricMatrix;
import tw.minsheng.statistics.reliability.Alpha;
import tw.minsheng.statistics.reliability.AlphaInterval;

/** 信度 out of published correlations, without the answers: what of RE2 to RE11 needs none. */
final class MatrixBlock {

    static final String NAME = "reliability_from_matrix";

    private MatrixBlock() {}

    static Block of(Correlated data) {
        SymmetricMatrix r = data.matrix();
        Sheet sheet = new Sheet(data.refusal());
        Value alpha = Alpha.raw(r);
        sheet.value("alpha_raw", () -> alpha);
        sheet.value("ase_duhachek", () -> AlphaInterval.standardError(r, data.n()));
        sheet.put(
                "ci95_feldt",
                () -> alpha.isKnown()
                        ? Shape.limits(Alpha.feldt(alpha.number(), data.n(), r.size(), .95))
                        : Shape.of(alpha));
        sheet.put("alpha_if_deleted", () -> data.byItem(i -> Alpha.ifDeleted(r, i)));
        sheet.put("item_total_corrected", () -> data.byItem(i -> Alpha.correctedItemTotal(r, i)));
        sheet.put("guttman_cor", () -> ReliabilityBounds.bounds(r));
        sheet.put("lambda4_all_splits_cor", () -> ReliabilityBounds.splits(r));
        sheet.put("omega_1factor_std", () -> omega(data));
        return sheet.block(NAME, Block.TOTAL, MissingRule.NONE, data.n());
    }

    private static Shape omega(Correlated data) {
        Omega omega = Omega.of(data.matrix());
        if (!omega.standardized().isKnown()) {
            return Shape.of(omega.standardized());
        }
        Map<String, Shape> parts = new LinkedHashMap<>();
        parts.put("omega", Shape.of(omega.standardized()));
        parts.put("heywood", new Shape.Truth(omega.heywood()));
        parts.put("loadings", data.byItem(omega.loadings()::get));
        parts.put("uniquenesses", data.byItem(omega.uniquenesses()::get));
        return new Shape.Named(parts);
    }
}
