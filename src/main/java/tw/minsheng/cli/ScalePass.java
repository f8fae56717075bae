package tw.minsheng.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import tw.minsheng.format.PlainNumbers;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.battery.Block;
import tw.minsheng.statistics.battery.SumsBlock;
import tw.minsheng.statistics.reliability.Scale;
import tw.minsheng.statistics.reliability.ScaleReliability;
import tw.minsheng.statistics.reliability.ScaleSums;

/**
 * One pass over a plain file of numbers for statistics that need sums only: as fast as the file can be read, and the same memory
 * for ten rows as for ten million.
 */
final class ScalePass {

    private final ScaleDefinition definition;
    private final List<ScaleSums> sums = new ArrayList<>();
    private final boolean[] reverse;
    private final boolean measured;

    private ScalePass(ScaleDefinition definition, List<MissingRule> rules) {
        this.definition = definition;
        Scale scale = scale(definition);
        rules.forEach(rule -> sums.add(ScaleSums.ofCoefficients(scale, rule)));
        this.measured = !definition.criterion().isEmpty();
        this.reverse = new boolean[definition.items().size()];
        for (int i = 0; i < reverse.length; i++) {
            reverse[i] = definition.reverse().contains(definition.items().get(i));
        }
    }

    private static Scale scale(ScaleDefinition definition) {
        return new Scale(definition.items(), definition.minimum(), definition.maximum());
    }

    /**
     * One block for each rule; empty when the file holds anything but plain numbers within the scale, so that it must be read the
     * careful way, which says what is wrong.
     *
     * @param each run after each row
     */
    static Optional<List<Block>> read(
            InputStream in, ScaleDefinition definition, List<MissingRule> rules, Runnable each) throws IOException {
        ScalePass pass = new ScalePass(definition, rules);
        boolean plain = PlainNumbers.read(in, Missing.ANSWER, pass::columns, row -> {
            each.run();
            return pass.add(row);
        });
        return plain
                ? Optional.of(pass.sums.stream()
                        .map(ScaleReliability::of)
                        .map(reliability -> SumsBlock.of(scale(definition), reliability))
                        .toList())
                : Optional.empty();
    }

    /**
     * Places of the items, and behind them of the criterion, whose cells must be numbers whatever is asked for; none when a name is
     * missing or stands twice.
     */
    private int[] columns(List<String> header) {
        List<String> read = new ArrayList<>(definition.items());
        if (measured) {
            read.add(definition.criterion());
        }
        boolean grouped = definition.group().isEmpty() || header.contains(definition.group());
        boolean usable = grouped && header.containsAll(read) && new HashSet<>(header).size() == header.size();
        return usable ? read.stream().mapToInt(header::indexOf).toArray() : new int[0];
    }

    private boolean add(double[] row) {
        for (int i = 0; i < reverse.length; i++) {
            if (Missing.is(row[i])) {
                continue;
            }
            if (row[i] < definition.minimum() || row[i] > definition.maximum()) {
                return false;
            }
            if (reverse[i]) {
                row[i] = definition.minimum() + definition.maximum() - row[i];
            }
        }
        double[] answered = measured ? Arrays.copyOf(row, reverse.length) : row;
        for (ScaleSums each : sums) {
            each.add(answered);
        }
        return true;
    }
}
