package tw.minsheng.chart;

import java.util.List;

/**
 * What came in and what went out, period by period.
 *
 * @param in name of what came in, drawn upwards
 * @param out name of what went out, drawn downwards
 * @param net name of the difference, drawn as a line
 * @param periods from left to right, none left out
 */
public record FlowData(Words words, String in, String out, String net, List<Period> periods) {

    /** One period, for example a month. */
    public record Period(String name, long in, long out) {

        /** @throws IllegalArgumentException when a count is negative */
        public Period {
            if (in < 0 || out < 0) {
                throw new IllegalArgumentException(name + ": " + in + " in, " + out + " out");
            }
        }
    }

    public FlowData {
        periods = List.copyOf(periods);
    }
}
