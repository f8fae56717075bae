package tw.minsheng.report.scale;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.battery.Block;
import tw.minsheng.statistics.battery.Shape;
import tw.minsheng.statistics.battery.Statistic;

/**
 * What the battery says about one family of 構面.
 *
 * @param seed of what was drawn
 */
record Study(Family family, List<Block> blocks, long seed) {

    Study {
        blocks = List.copyOf(blocks);
    }

    /** Name of the scale of a construct in the blocks. */
    String scaleOf(String construct) {
        return family.constructs().size() == 1 ? Block.TOTAL : construct;
    }

    /** Items behind the statistics of a scale: those that anybody answered. */
    int items(String scale) {
        Value k = number("reliability", scale.equals(Block.ALL) ? Block.TOTAL : scale, "k");
        return k.isKnown() ? (int) Math.round(k.number()) : 0;
    }

    Optional<Block> block(String block, String scale) {
        return blocks.stream()
                .filter(each -> each.block().equals(block) && each.scale().equals(scale))
                .findFirst();
    }

    private Optional<Shape> shape(String block, String scale, String statistic) {
        return block(block, scale).flatMap(found -> found.find(statistic)).map(Statistic::shape);
    }

    /** A number; {@code no_data} when there is no such statistic, the reason of the whole where it was refused. */
    Value number(String block, String scale, String statistic) {
        return shape(block, scale, statistic).map(Study::asNumber).orElseGet(Study::none);
    }

    /** A part of a statistic by its name. */
    Value part(String block, String scale, String statistic, String part) {
        return shape(block, scale, statistic)
                .map(shape -> shape instanceof Shape.Named named
                        ? Optional.ofNullable(named.parts().get(part))
                                .map(Study::asNumber)
                                .orElseGet(Study::none)
                        : asNumber(shape))
                .orElseGet(Study::none);
    }

    /** A table in a statistic, or in a part of it; none when it was refused. */
    Optional<Shape.Table> table(String block, String scale, String statistic, String... parts) {
        Optional<Shape> found = shape(block, scale, statistic);
        for (String part : parts) {
            found = found.flatMap(shape -> shape instanceof Shape.Named named
                    ? Optional.ofNullable(named.parts().get(part))
                    : Optional.empty());
        }
        return found.flatMap(shape -> shape instanceof Shape.Table table ? Optional.of(table) : Optional.empty());
    }

    /** Numbers in a row; none when they were refused. */
    List<Value> series(String block, String scale, String statistic, String... parts) {
        Optional<Shape> found = shape(block, scale, statistic);
        for (String part : parts) {
            found = found.flatMap(shape -> shape instanceof Shape.Named named
                    ? Optional.ofNullable(named.parts().get(part))
                    : Optional.empty());
        }
        return found.map(shape -> shape instanceof Shape.Series series ? series.numbers() : List.<Value>of())
                .orElseGet(List::of);
    }

    /** A word of a named statistic, "" when there is none. */
    String word(String block, String scale, String statistic, String part) {
        return shape(block, scale, statistic)
                .flatMap(shape -> shape instanceof Shape.Named named
                        ? Optional.ofNullable(named.parts().get(part))
                        : Optional.empty())
                .map(shape -> shape instanceof Shape.Text text ? text.text() : "")
                .orElse("");
    }

    /** The rules of a named statistic that do not hold, in their order. */
    List<String> broken(String block, String scale, String statistic, String part) {
        return shape(block, scale, statistic)
                .flatMap(shape -> shape instanceof Shape.Named named
                        ? Optional.ofNullable(named.parts().get(part))
                        : Optional.empty())
                .map(shape -> shape instanceof Shape.Named rules
                        ? rules.parts().entrySet().stream()
                                .filter(rule -> rule.getValue() instanceof Shape.Truth truth && !truth.truth())
                                .map(Map.Entry::getKey)
                                .toList()
                        : List.<String>of())
                .orElseGet(List::of);
    }

    static Optional<Double> known(Value value) {
        return value.isKnown() ? Optional.of(value.number()) : Optional.empty();
    }

    private static Value asNumber(Shape shape) {
        return shape instanceof Shape.Number number
                ? number.value()
                : shape.refusal().orElseGet(Study::none);
    }

    private static Value none() {
        return Value.undefined(Reason.NO_DATA);
    }
}
