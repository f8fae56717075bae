package tw.minsheng.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;

/** Real days from left to right, counted from 1970-01-01; the first day always has its name. */
final class DayAxis extends NumberAxis {

    private static final List<Integer> STEPS = List.of(1, 2, 7, 14, 28, 56, 91, 182, 364);
    private static final int SHORTEST = 7;

    private final long first;
    private final long last;
    private final int step;
    private final transient LongFunction<String> text;

    /** @param names how many days may be named at most */
    DayAxis(long first, long last, int names, LongFunction<String> text) {
        this.first = first;
        this.last = last;
        this.text = text;
        this.step = STEPS.stream()
                .filter(days -> (last - first) / days < names)
                .findFirst()
                .orElse((int) Math.max(1, (last - first) / names + 1));
        double middle = (first + last) / 2.0;
        double half = Math.max(last - first + 1, SHORTEST) / 2.0 + 0.1;
        setRange(new Range(middle - half, middle + half), true, false);
    }

    @Override
    public List<ValueTick> refreshTicks(Graphics2D g, AxisState state, Rectangle2D area, RectangleEdge edge) {
        List<ValueTick> ticks = new ArrayList<>();
        for (long day = first; day <= last; day += step) {
            ticks.add(new NumberTick((double) day, text.apply(day), TextAnchor.TOP_CENTER, TextAnchor.TOP_CENTER, 0));
        }
        return ticks;
    }
}
