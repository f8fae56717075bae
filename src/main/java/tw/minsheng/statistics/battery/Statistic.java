package tw.minsheng.statistics.battery;

import java.util.List;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.Warning;

/**
 * One statistic of a block.
 *
 * @param name snake_case, as in statistics.md where it has a row there
 * @param warnings what its reader must know
 */
public record Statistic(String name, Shape shape, List<Warning> warnings) {

    public Statistic {
        warnings = List.copyOf(warnings);
    }

    /** The number, or why there is none; {@code no_data} for a shape that is not one number. */
    public Value value() {
        return shape instanceof Shape.Number number ? number.value() : Value.undefined(Reason.NO_DATA);
    }
}
