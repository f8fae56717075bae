package tw.minsheng.survey;

import java.time.LocalDate;
import java.util.List;

/**
 * How answers are weighted (加權).
 *
 * @param trimLow lower bound in multiples of the mean weight, 0 when weights are not trimmed
 * @param trimHigh upper bound in multiples of the mean weight, 0 when weights are not trimmed
 */
public record Weighting(Method method, List<Margin> margins, double trimLow, double trimHigh) {

    public static final Weighting NONE = new Weighting(Method.NONE, List.of(), 0, 0);

    public enum Method {
        NONE,
        /** 事後分層 */
        CELL,
        /** 反覆加權 */
        RAKING
    }

    public record Margin(String variable, Population population, String source, LocalDate asOf) {}

    public Weighting {
        margins = List.copyOf(margins);
    }

    public boolean isTrimmed() {
        return trimHigh > 0;
    }
}
