package tw.minsheng.dataset;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A cell of {@code _weight}: 0, or a decimal from 1e-18 to 1e18. Within these bounds no sum of weights, of their squares
 * or of their products with answers leaves the range of a double; weights as large as population counts of single
 * persons times 1e15 still fit (statistics.md section 5).
 *
 * @param weight what it says; 1 when it has a fault
 * @param fault code of what is wrong with it, "" when nothing is
 */
public record WeightCell(double weight, String fault) {

    private static final BigDecimal LEAST = new BigDecimal("1e-18");
    private static final BigDecimal MOST = new BigDecimal("1e18");

    public static WeightCell of(String word) {
        if (word.isEmpty()) {
            return broken("answers.missing_weight");
        }
        Optional<BigDecimal> number = Decimals.of(word);
        if (number.isEmpty()) {
            return broken("answers.weight_not_number");
        }
        BigDecimal weight = number.orElseThrow();
        if (weight.signum() < 0) {
            return broken("answers.negative_weight");
        }
        boolean inside = weight.compareTo(LEAST) >= 0 && weight.compareTo(MOST) <= 0;
        return inside || weight.signum() == 0
                ? new WeightCell(weight.doubleValue(), "")
                : broken("answers.weight_range");
    }

    private static WeightCell broken(String fault) {
        return new WeightCell(1, fault);
    }
}
