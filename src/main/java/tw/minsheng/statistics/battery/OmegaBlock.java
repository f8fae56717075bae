package tw.minsheng.statistics.battery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.factor.Extraction;
import tw.minsheng.statistics.factor.PrincipalAxis;
import tw.minsheng.statistics.factor.SchmidLeiman;
import tw.minsheng.statistics.moments.SymmetricMatrix;
import tw.minsheng.statistics.reliability.Alpha;
import tw.minsheng.statistics.reliability.Guttman;

/** ω hierarchical and total of all items: RE13. */
final class OmegaBlock {

    static final String NAME = "omega";

    private OmegaBlock() {}

    static Block of(Correlated data, MissingRule rule, int factors) {
        Sheet sheet = new Sheet(data.refusal());
        sheet.put("omega_psych", () -> omega(data, factors));
        return sheet.block(NAME, Block.TOTAL, rule, data.n());
    }

    private static Shape omega(Correlated data, int factors) {
        SymmetricMatrix r = data.matrix();
        SchmidLeiman omega = SchmidLeiman.of(r, factors);
        Extraction axes = PrincipalAxis.of(r, factors);
        if (!omega.hierarchical().isKnown() || !axes.isKnown()) {
            return Shape.of(omega.hierarchical());
        }
        List<Double> general = omega.general();
        Map<String, Shape> parts = new LinkedHashMap<>();
        parts.put("omega_h", Shape.of(omega.hierarchical()));
        parts.put("omega_t", Shape.of(omega.total()));
        parts.put("omega_lim", Shape.of(omega.limit()));
        parts.put("alpha", Shape.of(Alpha.raw(r)));
        parts.put("G6", Shape.of(Guttman.of(r).lambda6()));
        parts.put("ecv", new Shape.Named(Map.of("g", Shape.of(omega.common()))));
        parts.put("g_loadings", data.byItem(i -> Value.of(general.get(i))));
        parts.put("u2", data.byItem(i -> Value.of(1 - axes.matrix().rowSquares(i))));
        return new Shape.Named(parts);
    }
}
