package tw.minsheng.report.chapter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tw.minsheng.document.Block;
import tw.minsheng.document.Cell;
import tw.minsheng.report.Result;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.Standards.Measure;
import tw.minsheng.report.wording.InvarianceReading;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;

/** Reliability by way of answering and by display, and whether scores may be compared between such groups. */
final class GroupSection {

    /** Fewer people are shown with a mark. */
    private static final double FEW = 30;

    /** Columns of the table of models beside the first. */
    private static final int FIGURES = 9;

    private static final String CONSTRUCT = "construct.";

    private final Material material;
    private final Speech speech;
    private final Pen pen;

    GroupSection(Material material) {
        this.material = material;
        this.speech = material.speech();
        this.pen = new Pen(speech);
    }

    /** T4.2.modes and T4.2.displays; nothing where everybody answered in one way. */
    List<Block> reliability() {
        material.table("T4.2.modes").ifPresent(table -> reliability(table, "mode"));
        material.table("T4.2.displays").ifPresent(table -> reliability(table, "display"));
        return pen.blocks();
    }

    private void reliability(ResultTable table, String by) {
        Grid grid = new Grid(table.key(), speech.say("t4.2.groups.caption", "by", speech.say("by." + by)))
                .words(speech.say("head." + by))
                .numbers(speech.say("head.n_listwise"))
                .numbers("α")
                .numbers(speech.say("head.interval95"));
        GroupCells cells = new GroupCells(material);
        boolean small = false;
        String construct = "";
        for (int row = 0; row < table.rows().size(); row++) {
            String own = table.text(row, "construct");
            if (!own.equals(construct)) {
                grid.group(material.construct(own));
                construct = own;
            }
            ResultTable.Entry n = table.entry(row, "n");
            boolean few = n.asNumber().isPresent() && n.asNumber().getAsDouble() < FEW;
            small |= few;
            String word = table.text(row, by);
            String name = speech.say(by + "." + (word.isEmpty() ? "unknown" : word));
            boolean within = table.entry(row, "lower").asNumber().isPresent();
            grid.row(
                    Grid.text(few ? speech.say("small_group", "name", name) : name),
                    cells.count(n),
                    cells.of(table.entry(row, "alpha_raw"), Printed::coefficient, speech.say("none")),
                    within
                            ? Grid.text(Printed.coefficient(table.number(row, "lower")) + "–"
                                    + Printed.coefficient(table.number(row, "upper")))
                            : cells.of(table.entry(row, "lower"), Printed::coefficient, speech.say("none")));
        }
        String note = cells.note(speech.say("t4.2.groups.note"), Stream.of(table));
        pen.add(grid.done(small ? speech.join(List.of(note, speech.say("small_group.note"))) : note));
        pen.add(material.source(table.key()));
    }

    /** One sentence for each kind of groups, with the table of the models; nothing where there are no groups. */
    List<Block> invariance(boolean tables) {
        material.table("T4.6.invariance")
                .filter(table -> !table.rows().isEmpty())
                .ifPresentOrElse(table -> invariance(table, tables), this::untested);
        return pen.blocks();
    }

    private void untested() {
        if (material.table("T4.2.modes").isPresent()
                || material.table("T4.2.displays").isPresent()) {
            pen.heading(3, "s4.3.invariance", speech.say("s4.3.invariance"));
            pen.say("4.3.invariance.pending");
        }
    }

    private void invariance(ResultTable table, boolean tables) {
        pen.heading(3, "s4.3.invariance", speech.say("s4.3.invariance"));
        InvarianceReading reading = reading();
        steps().forEach(steps -> pen.text(reading.in(steps)));
        if (tables) {
            models(table);
        }
    }

    private InvarianceReading reading() {
        return new InvarianceReading(material.language(), material.facts().standards());
    }

    /** What was tested, or why it was not: once for each family and kind of groups. */
    List<InvarianceReading.Steps> steps() {
        Map<String, InvarianceReading.Steps> all = new LinkedHashMap<>();
        material.table("T4.6.invariance").ifPresent(table -> {
            for (int row = 0; row < table.rows().size(); row++) {
                all.putIfAbsent(key(table, row), steps(table, row));
            }
        });
        return List.copyOf(all.values());
    }

    private InvarianceReading.Steps steps(ResultTable table, int row) {
        String key = key(table, row);
        return new InvarianceReading.Steps(
                of(table, row),
                speech.say("by." + table.text(row, "by")),
                groups(table, row),
                leftOut(table, row),
                table.count(row, "n"),
                table.text(row, "verdict"),
                new InvarianceReading.Fit(value(key, "configural.cfi"), value(key, "configural.rmsea")),
                value(key, "metric.delta_cfi"),
                value(key, "scalar.delta_cfi"));
    }

    private static String key(ResultTable table, int row) {
        return table.text(row, "object") + ".invariance." + table.text(row, "by");
    }

    private String of(ResultTable table, int row) {
        String object = table.text(row, "object");
        return object.startsWith(CONSTRUCT)
                ? speech.quoted(material.construct(object.substring(CONSTRUCT.length())))
                : speech.say("invariance.all");
    }

    private String groups(ResultTable table, int row) {
        String by = table.text(row, "by");
        List<String> names = new ArrayList<>();
        Stream.of(table.text(row, "groups").split(" ", -1))
                .filter(name -> !name.isEmpty())
                .forEach(name -> names.add(group(by, name)));
        return speech.list(names);
    }

    private String group(String by, String name) {
        return by.equals("wave") ? name : speech.say(by + "." + name);
    }

    /** Each with how many people it has. */
    private String leftOut(ResultTable table, int row) {
        List<String> names = new ArrayList<>();
        Stream.of(table.text(row, "left_out").split(" ", -1))
                .filter(each -> !each.isEmpty())
                .forEach(each -> {
                    int colon = each.lastIndexOf(':');
                    names.add(speech.say(
                            "invariance.left_out",
                            "group",
                            group(table.text(row, "by"), each.substring(0, colon)),
                            "n",
                            Printed.count(Long.parseLong(each.substring(colon + 1)))));
                });
        return speech.list(names);
    }

    private Value value(String key, String figure) {
        return material.results()
                .find(key + "." + figure)
                .or(() -> material.results().find(key))
                .map(Result::value)
                .orElseGet(() -> Value.undefined(Reason.NO_DATA));
    }

    private void models(ResultTable table) {
        if (IntStream.range(0, table.rows().size())
                .allMatch(row -> table.text(row, "model").isEmpty())) {
            return;
        }
        Grid grid = new Grid("T4.6.invariance", speech.say("t4.6.invariance.caption"))
                .words(speech.say("head.model"))
                .numbers("χ²")
                .numbers("df")
                .numbers("CFI")
                .numbers("RMSEA")
                .numbers("Δχ²")
                .numbers("Δdf")
                .numbers("p")
                .numbers("ΔCFI")
                .numbers("ΔRMSEA");
        String tested = "";
        for (int row = 0; row < table.rows().size(); row++) {
            if (table.text(row, "model").isEmpty()) {
                untested(grid, steps(table, row));
                continue;
            }
            String group = speech.say(
                    "t4.6.invariance.group",
                    "by",
                    speech.say("by." + table.text(row, "by")),
                    "of",
                    of(table, row),
                    "groups",
                    groups(table, row),
                    "n",
                    Printed.count(table.count(row, "n")));
            if (!group.equals(tested)) {
                grid.group(group);
                tested = group;
            }
            grid.row(
                    Grid.text(speech.say("model." + table.text(row, "model"))),
                    figure(table, row, "chisq", x -> Printed.fixed(x, 1)),
                    figure(table, row, "df", Printed::degrees),
                    figure(table, row, "cfi", Printed::coefficient),
                    figure(table, row, "rmsea", Printed::coefficient),
                    figure(table, row, "delta_chisq", x -> Printed.fixed(x, 1)),
                    figure(table, row, "delta_df", Printed::degrees),
                    figure(table, row, "delta_p", Printed::p),
                    figure(table, row, "delta_cfi", Printed::coefficient),
                    figure(table, row, "delta_rmsea", Printed::coefficient));
        }
        String note = speech.say("t4.6.invariance.note");
        String limits = new Limits(material).of(Measure.CFI, Measure.RMSEA, Measure.DELTA_CFI);
        pen.add(grid.done(speech.join(List.of(note, limits))));
        pen.add(material.source("T4.6.invariance"));
    }

    /** Without figures, with the reason: a construct that is not listed would seem to be comparable. */
    private void untested(Grid grid, InvarianceReading.Steps steps) {
        grid.group(speech.say("t4.6.invariance.untested", "by", steps.by(), "of", steps.of()));
        List<Cell> cells = new ArrayList<>();
        cells.add(Grid.text(
                speech.say("t4.6.invariance.reason", "reason", reading().untested(steps))));
        for (int figure = 0; figure < FIGURES; figure++) {
            cells.add(Grid.text(""));
        }
        grid.row(cells);
    }

    /** Nothing where there is none: the first model has no model before it. */
    private static Cell figure(ResultTable table, int row, String column, DoubleFunction<String> print) {
        return Grid.of(table.entry(row, column), print, "");
    }
}
