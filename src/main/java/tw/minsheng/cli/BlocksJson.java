package tw.minsheng.cli;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import tw.minsheng.format.JsonWriter;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.Warning;
import tw.minsheng.statistics.battery.Block;
import tw.minsheng.statistics.battery.Shape;
import tw.minsheng.statistics.battery.Statistic;

/**
 * What {@code stats scale} prints: {@code {"seed", "blocks": [{"block", "scale", "missing", "n", "stats"}]}}. A statistic is
 * {@code {"value"}}, with {@code reason} and its {@code reason_args} where nothing of it exists, {@code reasons} by the names of
 * its parts where some do not, and {@code warnings}. There is no {@code seed} where nothing was drawn.
 */
final class BlocksJson {

    /** As the reference files say it, where it is not plain listwise or pairwise. */
    private static final Map<String, String> MISSING = Map.of(
            "validity", "listwise on items (and on group/criterion per test)",
            "icc", "complete data",
            "kappa", "complete data",
            "content_validity", "complete data",
            "test_retest", "complete pairs");

    private final JsonWriter writer;

    private BlocksJson(JsonWriter writer) {
        this.writer = writer;
    }

    static void write(List<Block> blocks, OptionalLong seed, OutputStream out) {
        JsonWriter writer = new JsonWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        BlocksJson json = new BlocksJson(writer);
        writer.startObject();
        seed.ifPresent(drawn -> writer.field("seed", Long.toUnsignedString(drawn)));
        writer.name("blocks").startArray();
        blocks.forEach(json::block);
        writer.end().end();
        writer.flush();
    }

    private void block(Block block) {
        writer.startObject();
        writer.field("block", block.block()).field("scale", block.scale());
        writer.field(
                "missing", MISSING.getOrDefault(block.block(), block.missing().key()));
        writer.field("n", block.n());
        writer.name("stats").startObject();
        block.statistics().forEach(this::statistic);
        writer.end().end();
    }

    private void statistic(Statistic statistic) {
        writer.name(statistic.name()).startObject().name("value");
        shape(statistic.shape());
        Optional<Value> refusal = statistic.shape().refusal();
        if (refusal.isPresent()) {
            because(refusal.get());
        } else {
            reasons(statistic.shape());
        }
        warnings(statistic.warnings());
        writer.end();
    }

    private void reasons(Shape shape) {
        Map<String, Reason> reasons = new LinkedHashMap<>();
        collect("", shape, reasons);
        if (!reasons.isEmpty()) {
            writer.name("reasons").startObject();
            reasons.forEach((part, reason) -> writer.field(part, reason.key()));
            writer.end();
        }
    }

    private void because(Value nothing) {
        nothing.reason().ifPresent(reason -> writer.field("reason", reason.key()));
        if (!nothing.reasonArgs().isEmpty()) {
            writer.name("reason_args").startObject();
            nothing.reasonArgs().forEach(writer::field);
            writer.end();
        }
    }

    private void warnings(List<Warning> warnings) {
        if (warnings.isEmpty()) {
            return;
        }
        writer.name("warnings").startArray();
        for (Warning warning : warnings) {
            writer.startObject().field("code", warning.code());
            warning.args().forEach(writer::field);
            writer.end();
        }
        writer.end();
    }

    private void shape(Shape shape) {
        if (shape instanceof Shape.Number number) {
            value(number.value());
        } else if (shape instanceof Shape.Series series) {
            values(series.numbers());
        } else if (shape instanceof Shape.Named named) {
            writer.startObject();
            named.parts().forEach((name, part) -> {
                writer.name(name);
                shape(part);
            });
            writer.end();
        } else if (shape instanceof Shape.Table table) {
            table(table);
        } else if (shape instanceof Shape.Truth truth) {
            writer.bool(truth.truth());
        } else if (shape instanceof Shape.Text text) {
            writer.text(text.text());
        }
    }

    private void table(Shape.Table table) {
        writer.startObject().name("rows").startArray();
        table.rows().forEach(writer::text);
        writer.end().name("cols").startArray();
        table.columns().forEach(writer::text);
        writer.end().name("data").startArray();
        table.cells().forEach(this::values);
        writer.end().end();
    }

    private void values(List<Value> values) {
        writer.startArray();
        values.forEach(this::value);
        writer.end();
    }

    private void value(Value value) {
        if (value.isKnown()) {
            writer.number(value.number());
        } else {
            writer.nothing();
        }
    }

    /** The reasons of the parts that do not exist, by their places. */
    private static void collect(String place, Shape shape, Map<String, Reason> reasons) {
        if (shape instanceof Shape.Named named) {
            named.parts().forEach((name, part) -> collect(place.isEmpty() ? name : place + "." + name, part, reasons));
        } else if (shape instanceof Shape.Table table) {
            for (int i = 0; i < table.rows().size(); i++) {
                for (int j = 0; j < table.columns().size(); j++) {
                    String cell = place + "[" + table.rows().get(i) + "]["
                            + table.columns().get(j) + "]";
                    collect(cell, Shape.of(table.cells().get(i).get(j)), reasons);
                }
            }
        } else {
            List<Value> values = shape.values().toList();
            for (int i = 0; i < values.size(); i++) {
                String at = shape instanceof Shape.Series ? place + "[" + i + "]" : place;
                values.get(i).reason().ifPresent(reason -> reasons.put(at, reason));
            }
        }
    }
}
