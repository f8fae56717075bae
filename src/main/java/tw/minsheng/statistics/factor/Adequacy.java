package tw.minsheng.statistics.factor;

import java.util.Arrays;
import java.util.List;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/**
 * 取樣適切性: Kaiser–Meyer–Olkin measure, Σr²/(Σr² + Σq²) with q the anti-image correlations −p_ij/√(p_ii·p_jj) of the inverse P.
 * Kaiser 1974; {@code psych::KMO}. Two items give .5 whatever they are, so three are needed.
 *
 * @param kmo over all items, in [0, 1]
 * @param items the same for each item ({@code msa})
 */
public record Adequacy(Value kmo, List<Value> items) {

    public Adequacy {
        items = List.copyOf(items);
    }

    /** @return {@code too_few_items}, {@code singular_matrix} or {@code not_psd} where it does not exist */
    public static Adequacy of(SymmetricMatrix correlation) {
        int k = correlation.size();
        if (k < 3) {
            return none(k, FactorRefusal.tooFewItems(k));
        }
        return FactorRefusal.ofInverse(correlation)
                .map(why -> none(k, why))
                .orElseGet(() -> of(correlation, correlation.inverse()));
    }

    private static Adequacy none(int k, Value why) {
        Value[] all = new Value[k];
        Arrays.fill(all, why);
        return new Adequacy(why, List.of(all));
    }

    private static Adequacy of(SymmetricMatrix correlation, SymmetricMatrix inverse) {
        int k = correlation.size();
        Value[] items = new Value[k];
        double allR = 0;
        double allQ = 0;
        for (int i = 0; i < k; i++) {
            double r = 0;
            double q = 0;
            for (int j = 0; j < k; j++) {
                if (i != j) {
                    r += correlation.at(i, j) * correlation.at(i, j);
                    q += inverse.at(i, j) * inverse.at(i, j) / (inverse.at(i, i) * inverse.at(j, j));
                }
            }
            items[i] = share(r, q);
            allR += r;
            allQ += q;
        }
        return new Adequacy(share(allR, allQ), List.of(items));
    }

    private static Value share(double r, double q) {
        return r + q <= 0 ? Value.undefined(Reason.ZERO_DENOMINATOR) : Value.of(r / (r + q));
    }
}
