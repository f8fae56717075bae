package tw.minsheng.statistics.battery;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.compare.Group;
import tw.minsheng.statistics.item.CriticalRatio;
import tw.minsheng.statistics.item.ExtremeGroups;

/** People who answer every item, by their sum scores: the high and the low group, and what they answered. */
final class Extremes {

    private static final MathContext TWELVE_DIGITS = new MathContext(12);

    private final Cut cut;
    private final int[] rows;
    private final double[] totals;

    /** Of a scale that is not refused. */
    Extremes(Cut cut) {
        this.cut = cut;
        this.rows = IntStream.range(0, cut.rows()).filter(cut::isComplete).toArray();
        this.totals = new double[rows.length];
        int items = cut.answered().size();
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < items; j++) {
                totals[i] += cut.at(rows[i], j);
            }
            totals[i] = withoutDust(totals[i]);
        }
    }

    /** .1 + .2 and .3 are the same total: a tie must not be lost to the last binary digit of a sum of decimals. */
    private static double withoutDust(double total) {
        return total == StrictMath.rint(total)
                ? total
                : new BigDecimal(total).round(TWELVE_DIGITS).doubleValue();
    }

    private ExtremeGroups groups(double share) {
        return ExtremeGroups.of(totals, share);
    }

    private static Value overlap() {
        return Value.undefined(Reason.GROUPS_OVERLAP);
    }

    /** {m lo hi n_low n_high}. */
    Shape borders(double share) {
        ExtremeGroups groups = groups(share);
        if (!groups.isApart()) {
            return Shape.of(overlap());
        }
        double[] numbers = {groups.m(), groups.low(), groups.high(), groups.lowSize(), groups.highSize()};
        return Shape.byName(List.of("m", "lo", "hi", "n_low", "n_high"), i -> Value.of(numbers[i]));
    }

    private double[] answers(int item, IntPredicate who) {
        return IntStream.range(0, rows.length)
                .filter(who)
                .mapToDouble(i -> cut.at(rows[i], item))
                .toArray();
    }

    /** One for each answered item, by the usual share. */
    List<CriticalRatio> ratios() {
        ExtremeGroups groups = groups(ExtremeGroups.USUAL);
        List<CriticalRatio> ratios = new ArrayList<>();
        for (int j = 0; j < cut.answered().size(); j++) {
            ratios.add(
                    groups.isApart()
                            ? CriticalRatio.of(
                                    answers(j, i -> groups.isHigh(totals[i])), answers(j, i -> groups.isLow(totals[i])))
                            : CriticalRatio.none(overlap()));
        }
        return ratios;
    }

    /** Mean of the high group less that of the low group (D27). */
    Shape discrimination() {
        ExtremeGroups groups = groups(ExtremeGroups.USUAL);
        return cut.byItem(
                cut.answered(),
                j -> groups.isApart()
                        ? Value.of(Group.of(answers(j, i -> groups.isHigh(totals[i])))
                                        .mean()
                                - Group.of(answers(j, i -> groups.isLow(totals[i])))
                                        .mean())
                        : overlap());
    }
}
