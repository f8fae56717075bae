package tw.minsheng.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;

/** Periods of one length side by side, numbered from 0; as many are named as there is room for, the first always. */
final class MonthAxis extends NumberAxis {

    /** Room at the right for half of the last name. */
    static final double OVERHANG = 22;

    private static final List<Integer> STEPS = List.of(1, 2, 3, 6, 12, 24, 60, 120);

    private final transient List<String> names;
    private final int step;

    /** @param most how many may be named at most */
    MonthAxis(Theme theme, List<String> names, int most) {
        this.names = List.copyOf(names);
        this.step = STEPS.stream()
                .filter(each -> (names.size() + each - 1) / each <= most)
                .findFirst()
                .orElse(Math.max(1, names.size()));
        setRange(new Range(-.6, Math.max(names.size(), 1) - .4), true, false);
        Rows.dress(theme, this);
        setTickLabelsVisible(!names.isEmpty());
    }

    @Override
    public List<ValueTick> refreshTicks(Graphics2D g, AxisState state, Rectangle2D area, RectangleEdge edge) {
        List<ValueTick> ticks = new ArrayList<>();
        for (int place = 0; place < names.size(); place += step) {
            ticks.add(
                    new NumberTick((double) place, names.get(place), TextAnchor.TOP_CENTER, TextAnchor.TOP_CENTER, 0));
        }
        return ticks;
    }
}
