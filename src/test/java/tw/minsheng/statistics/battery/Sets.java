package tw.minsheng.statistics.battery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Warning;
import tw.minsheng.statistics.reliability.Scale;

/** Small sets of answers, and the battery over them. */
final class Sets {

    private static final Path EDGE = Path.of("src/test/resources/reference/psychometrics/edge");

    private Sets() {}

    /** Items Q1, Q2, … of 1 to 5. */
    static ScaleSet of(double[]... rows) {
        List<String> items =
                IntStream.rangeClosed(1, rows[0].length).mapToObj(i -> "Q" + i).toList();
        double most = Arrays.stream(rows).flatMapToDouble(Arrays::stream).max().orElse(5);
        return ScaleSet.of(new Scale(items, 1, StrictMath.max(5, most)), Map.of(), Answers.of(rows, rows[0].length));
    }

    /** A file of the edge cases. */
    static ScaleSet edge(String name) {
        try {
            return of(Files.readAllLines(EDGE.resolve(name + ".csv")).stream()
                    .skip(1)
                    .map(line -> Arrays.stream(line.split(",", -1))
                            .mapToDouble(cell -> cell.isEmpty() ? Missing.ANSWER : Double.parseDouble(cell))
                            .toArray())
                    .toArray(double[][]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Block> listwise(ScaleSet set) {
        return Battery.of(set, MissingRule.LISTWISE, Extent.FULL, 1);
    }

    static List<Block> pairwise(ScaleSet set) {
        return Battery.of(set, MissingRule.PAIRWISE, Extent.FULL, 1);
    }

    /** A statistic of all items. */
    static Statistic total(List<Block> blocks, String block, String name) {
        return of(blocks, block, Block.TOTAL, name);
    }

    static Statistic of(List<Block> blocks, String block, String scale, String name) {
        return blocks.stream()
                .filter(one -> one.block().equals(block) && one.scale().equals(scale))
                .findFirst()
                .flatMap(one -> one.find(name))
                .orElseThrow(() -> new AssertionError("no " + block + "/" + scale + "/" + name));
    }

    static double number(List<Block> blocks, String block, String name) {
        return total(blocks, block, name).value().number();
    }

    static Shape part(Statistic statistic, String name) {
        return Optional.ofNullable(((Shape.Named) statistic.shape()).parts().get(name))
                .orElseThrow(() -> new AssertionError("no part " + name));
    }

    static double number(Shape shape) {
        return ((Shape.Number) shape).value().number();
    }

    static void assertRefused(Reason reason, Statistic statistic) {
        assertRefused(reason, statistic.shape());
    }

    static void assertRefused(Reason reason, Shape shape) {
        assertEquals(
                Optional.of(reason), shape.refusal().flatMap(tw.minsheng.statistics.Value::reason), shape.toString());
    }

    static List<String> codes(Statistic statistic) {
        return statistic.warnings().stream().map(Warning::code).toList();
    }
}
