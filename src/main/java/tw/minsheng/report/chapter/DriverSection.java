package tw.minsheng.report.chapter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tw.minsheng.chart.DotsData;
import tw.minsheng.chart.Mark;
import tw.minsheng.chart.Words;
import tw.minsheng.document.Block;
import tw.minsheng.document.Cell;
import tw.minsheng.document.Figure;
import tw.minsheng.report.Result;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;

/** 4.5 影響因素: what goes together with overall satisfaction, the largest part first. */
final class DriverSection {

    private static final int NAMED = 3;
    private static final double ENTANGLED = 5;
    private static final String CONSTRUCT = "construct.";
    private static final String ITEM = "item.";

    private final Material material;
    private final Speech speech;
    private final Pen pen;

    DriverSection(Material material) {
        this.material = material;
        this.speech = material.speech();
        this.pen = new Pen(speech);
    }

    /** Nothing without an overall item. */
    List<Block> blocks() {
        material.table("T4.8").filter(table -> !table.rows().isEmpty()).ifPresent(table -> {
            pen.section("4.5");
            pen.say(material.sample().weighted() ? "4.5.text.weighted" : "4.5.text");
            pen.text(material.facts().text("4.5"));
            pen.text(sentence());
            if (isKnown(table)) {
                pen.add(figure(table));
            }
            table(table);
            pen.add(material.source("T4.8"));
        });
        return pen.blocks();
    }

    /** What was found, in words; "" without an overall item. */
    String sentence() {
        return material.table("T4.8")
                .filter(table -> !table.rows().isEmpty())
                .map(this::sentence)
                .orElse("");
    }

    private static boolean isKnown(ResultTable table) {
        return table.entry(0, "lmg_pct").asNumber().isPresent();
    }

    private String sentence(ResultTable table) {
        Optional<Result> r2 = material.results().find("overall.r2");
        if (!isKnown(table) || r2.filter(Result::isKnown).isEmpty()) {
            return speech.say("4.5.none");
        }
        List<Integer> order = order(table);
        List<String> named = order.stream()
                .limit(NAMED)
                .map(row -> speech.say("4.5.part", "label", label(table, row), "part", part(table, row)))
                .toList();
        List<String> said = new ArrayList<>();
        said.add(speech.say(
                material.isNonprobability() ? "4.5.found.nonprobability" : "4.5.found",
                "r2",
                Printed.percent(r2.orElseThrow().number()),
                "n",
                Printed.count(table.count(0, "n")),
                "list",
                speech.list(named)));
        String alike = alike(table, order);
        if (!alike.isEmpty()) {
            said.add(alike);
        }
        double vif = IntStream.range(0, table.rows().size())
                .mapToDouble(row -> table.number(row, "vif"))
                .max()
                .orElse(0);
        said.add(speech.say(vif >= ENTANGLED ? "4.5.vif.high" : "4.5.vif", "vif", Printed.fixed(vif, 2)));
        return speech.join(said);
    }

    /** That the first is not told from the second, where there are intervals and they overlap; "" else. */
    private String alike(ResultTable table, List<Integer> order) {
        if (order.size() < 2 || table.entry(order.get(0), "lower").asNumber().isEmpty()) {
            return "";
        }
        boolean apart = table.number(order.get(0), "lower") > table.number(order.get(1), "upper");
        return apart
                ? ""
                : speech.say("4.5.alike", "first", label(table, order.get(0)), "second", label(table, order.get(1)));
    }

    private static List<Integer> order(ResultTable table) {
        return IntStream.range(0, table.rows().size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> table.number(row, "lmg_pct"))
                        .reversed())
                .toList();
    }

    private String label(ResultTable table, int row) {
        String object = table.text(row, "object");
        return object.startsWith(CONSTRUCT)
                ? material.construct(object.substring(CONSTRUCT.length()))
                : material.scored(object.substring(ITEM.length()));
    }

    private String part(ResultTable table, int row) {
        String share = Printed.fixed(table.number(row, "lmg_pct"), 1) + "%";
        return table.entry(row, "lower").asNumber().isPresent()
                ? speech.say("4.5.interval", "share", share, "interval", interval(table, row))
                : share;
    }

    private static String interval(ResultTable table, int row) {
        return Printed.fixed(table.number(row, "lower"), 1) + "–" + Printed.fixed(table.number(row, "upper"), 1);
    }

    private boolean hasIntervals(ResultTable table) {
        return table.entry(0, "lower").asNumber().isPresent();
    }

    private Figure figure(ResultTable table) {
        List<Integer> order = order(table);
        String title = speech.say("f4.2.title", "first", label(table, order.get(0)));
        Drawings drawings = new Drawings(material);
        List<DotsData.Row> rows = order.stream()
                .map(row -> new DotsData.Row(label(table, row), "", mark(table, row)))
                .toList();
        DotsData data = new DotsData(
                new Words(
                        title,
                        speech.say(hasIntervals(table) ? "f4.2.subtitle.interval" : "f4.2.subtitle"),
                        drawings.note(Printed.count(table.count(0, "n"))),
                        sentence(),
                        speech.say("none")),
                new DotsData.Axis(speech.say("f4.2.axis"), 0, 100, 10, "%")
                        .around(rows.stream().map(DotsData.Row::mark).toList()),
                List.of(),
                rows);
        Grid grid = new Grid("F4.2.data", speech.say("f4.2.caption"))
                .words(speech.say("head.predictor"))
                .numbers(speech.say("head.lmg_pct"));
        order.forEach(row -> grid.row(
                Grid.text(label(table, row)),
                Grid.of(table.entry(row, "lmg_pct"), value -> Printed.fixed(value, 1), speech.say("none"))));
        return drawings.figure(
                "F4.2",
                speech.say("f4.2.caption"),
                (charts, form) -> charts.dots(data, form),
                grid,
                Printed.count(table.count(0, "n")));
    }

    private static Mark mark(ResultTable table, int row) {
        double share = table.number(row, "lmg_pct");
        String text = Printed.fixed(share, 0) + "%";
        return table.entry(row, "lower").asNumber().isPresent()
                ? new Mark.Interval(share, table.number(row, "lower"), table.number(row, "upper"), text)
                : new Mark.Point(share, text);
    }

    private void table(ResultTable table) {
        boolean intervals = hasIntervals(table);
        Grid grid = new Grid("T4.8", speech.say("t4.8.caption"))
                .words(speech.say("head.predictor"))
                .numbers(speech.say("head.lmg_pct"));
        if (intervals) {
            grid.numbers(speech.say("head.interval95"));
        }
        grid.numbers("LMG").numbers(speech.say("head.beta")).numbers("VIF").numbers(speech.say("head.r2_alone"));
        for (int row : isKnown(table) ? order(table) : rows(table)) {
            List<Cell> cells = new ArrayList<>(List.of(
                    Grid.text(label(table, row)),
                    Grid.of(table.entry(row, "lmg_pct"), value -> Printed.fixed(value, 1), speech.say("none"))));
            if (intervals) {
                cells.add(Grid.text(interval(table, row)));
            }
            cells.add(Grid.of(table.entry(row, "lmg"), Printed::coefficient, speech.say("none")));
            cells.add(Grid.of(table.entry(row, "beta"), Printed::coefficient, speech.say("none")));
            cells.add(Grid.of(table.entry(row, "vif"), value -> Printed.fixed(value, 2), speech.say("none")));
            cells.add(Grid.of(table.entry(row, "r2_alone"), Printed::coefficient, speech.say("none")));
            grid.row(cells);
        }
        List<String> notes = new ArrayList<>(List.of(
                speech.say(
                        material.sample().weighted() ? "t4.8.note.weighted" : "t4.8.note",
                        "n",
                        Printed.count(table.count(0, "n"))),
                speech.say(intervals ? "t4.8.note.interval" : "t4.8.note.without")));
        notes.addAll(material.whom());
        pen.add(grid.done(speech.join(notes)));
    }

    private static List<Integer> rows(ResultTable table) {
        return IntStream.range(0, table.rows().size()).boxed().toList();
    }
}
