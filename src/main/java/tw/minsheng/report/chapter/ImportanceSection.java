package tw.minsheng.report.chapter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tw.minsheng.chart.IpaData;
import tw.minsheng.chart.Words;
import tw.minsheng.document.Block;
import tw.minsheng.document.Figure;
import tw.minsheng.report.Result;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;

/** 4.6 重要度與滿意度分析 (IPA): what matters and is not good comes first. */
final class ImportanceSection {

    private static final String FIRST = "concentrate_here";
    /** From the upper right about the cross, as {@link IpaData} names its parts. */
    private static final List<String> QUADRANTS = List.of("keep_up", "possible_overkill", "low_priority", FIRST);
    /** In the order in which they matter. */
    private static final List<String> ORDER = List.of(FIRST, "keep_up", "low_priority", "possible_overkill");

    /** More or longer names cannot be told apart in the picture: numbers of the table stand there. */
    private static final int MOST_NAMES = 15;

    private static final int LONGEST_NAME = 12;
    private static final int NAMED = 5;

    private final Material material;
    private final Speech speech;
    private final Pen pen;

    ImportanceSection(Material material) {
        this.material = material;
        this.speech = material.speech();
        this.pen = new Pen(speech);
    }

    private Optional<ResultTable> table() {
        return material.table("T4.9").filter(table -> !table.rows().isEmpty());
    }

    /** Nothing without an overall item. */
    List<Block> blocks() {
        table().ifPresent(table -> {
            pen.section("4.6");
            pen.say("4.6.text");
            pen.text(material.facts().text("4.6"));
            pen.bullets(sentences(table));
            if (isPlaced()) {
                pen.add(figure(table));
            }
            table(table);
            pen.add(material.source("T4.9"));
        });
        return pen.blocks();
    }

    /** What to work on first, in words; none without an overall item. */
    List<String> found() {
        return table().map(this::sentences).orElseGet(List::of);
    }

    private boolean isPlaced() {
        return material.results()
                .find("total.cross_importance")
                .filter(Result::isKnown)
                .isPresent();
    }

    private static List<Integer> of(ResultTable table, String quadrant) {
        return IntStream.range(0, table.rows().size())
                .filter(row -> table.text(row, "quadrant").equals(quadrant))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> table.number(row, "importance_pearson"))
                        .reversed())
                .toList();
    }

    private List<String> sentences(ResultTable table) {
        if (!isPlaced()) {
            return List.of(speech.say("4.6.none"));
        }
        List<String> said = new ArrayList<>();
        List<Integer> first = of(table, FIRST);
        List<Integer> clear = first.stream().filter(row -> !isNear(table, row)).toList();
        List<Integer> near = first.stream().filter(row -> isNear(table, row)).toList();
        said.add(
                clear.isEmpty()
                        ? speech.say("4.6.first.none")
                        : speech.say("4.6.first", "items", items(table, clear), "n", clear.size()));
        if (!near.isEmpty()) {
            said.add(speech.say(
                    clear.isEmpty() ? "4.6.near.only" : "4.6.near", "items", items(table, near), "n", near.size()));
        }
        List<Integer> keep =
                of(table, "keep_up").stream().filter(row -> !isNear(table, row)).toList();
        if (!keep.isEmpty()) {
            said.add(speech.say("4.6.keep", "items", items(table, keep), "n", keep.size()));
        }
        said.add(speech.say("4.6.mean"));
        return said;
    }

    private static boolean isNear(ResultTable table, int row) {
        return table.text(row, "near_cross").equals("yes");
    }

    private String items(ResultTable table, List<Integer> rows) {
        List<String> named = rows.stream()
                .limit(NAMED)
                .map(row -> speech.quoted(material.scored(table.text(row, "item"))))
                .toList();
        return rows.size() > NAMED
                ? speech.say("4.6.items.more", "items", speech.list(named), "n", rows.size())
                : speech.list(named);
    }

    private Figure figure(ResultTable table) {
        Drawings drawings = new Drawings(material);
        List<Integer> first =
                of(table, FIRST).stream().filter(row -> !isNear(table, row)).toList();
        String title = first.isEmpty()
                ? speech.say("f4.3.title.none")
                : speech.say(
                        "f4.3.title", "first", material.scored(table.text(first.get(0), "item")), "n", first.size());
        String n = Printed.span(IntStream.range(0, table.rows().size())
                .mapToObj(row -> table.count(row, "n"))
                .toList());
        boolean named = isNamed(table);
        IpaData data = new IpaData(
                new Words(
                        title,
                        speech.say(named ? "f4.3.subtitle" : "f4.3.subtitle.numbers"),
                        drawings.note(n),
                        speech.join(sentences(table)),
                        speech.say("none")),
                speech.say("f4.3.importance"),
                speech.say("f4.3.performance"),
                new IpaData.Cross(
                        material.results().get("total.cross_importance").number(),
                        material.results().get("total.cross_performance").number()),
                QUADRANTS.stream().map(this::quadrant).toList(),
                IntStream.range(0, table.rows().size())
                        .filter(row -> !table.text(row, "quadrant").isEmpty())
                        .mapToObj(row -> new IpaData.Point(
                                table.number(row, "importance_pearson"),
                                table.number(row, "performance"),
                                named ? material.scored(table.text(row, "item")) : Integer.toString(row + 1),
                                isNear(table, row)))
                        .toList());
        return drawings.figure(
                "F4.3", speech.say("f4.3.caption"), (charts, form) -> charts.ipa(data, form), data(table), n);
    }

    private boolean isNamed(ResultTable table) {
        return table.rows().size() <= MOST_NAMES
                && IntStream.range(0, table.rows().size())
                        .allMatch(
                                row -> material.scored(table.text(row, "item")).length() <= LONGEST_NAME);
    }

    private String quadrant(String key) {
        return speech.say("quadrant." + key);
    }

    private Grid data(ResultTable table) {
        Grid grid = new Grid("F4.3.data", speech.say("f4.3.caption"))
                .numbers(speech.say("head.number"))
                .words(speech.say("head.item"))
                .numbers(speech.say("head.importance"))
                .numbers(speech.say("head.mean"));
        for (int row = 0; row < table.rows().size(); row++) {
            grid.row(
                    Grid.count(row + 1L),
                    Grid.text(material.scored(table.text(row, "item"))),
                    Grid.of(table.entry(row, "importance_pearson"), Printed::coefficient, speech.say("none")),
                    Grid.of(table.entry(row, "performance"), Printed::mean, speech.say("none")));
        }
        return grid;
    }

    private void table(ResultTable table) {
        Grid grid = new Grid("T4.9", speech.say("t4.9.caption"))
                .numbers(speech.say("head.number"))
                .words(speech.say("head.item"))
                .numbers(speech.say("head.n"))
                .numbers(speech.say("head.mean"))
                .numbers(speech.say("head.importance"))
                .words(speech.say("head.near"));
        for (String quadrant : Stream.concat(ORDER.stream(), Stream.of("")).toList()) {
            List<Integer> rows = of(table, quadrant);
            if (!rows.isEmpty()) {
                grid.group(quadrant.isEmpty() ? speech.say("quadrant.none") : quadrant(quadrant));
            }
            for (int row : rows) {
                grid.row(
                        Grid.count(row + 1L),
                        Grid.text(material.scored(table.text(row, "item"))),
                        Grid.count(table.count(row, "n")),
                        Grid.of(table.entry(row, "performance"), Printed::mean, speech.say("none")),
                        Grid.of(table.entry(row, "importance_pearson"), Printed::coefficient, speech.say("none")),
                        Grid.text(isNear(table, row) ? speech.say("near") : ""));
            }
        }
        boolean placed = isPlaced();
        List<String> notes = new ArrayList<>();
        notes.add(speech.say(
                material.sample().weighted() ? "t4.9.note.weighted" : "t4.9.note",
                "performance",
                placed
                        ? Printed.mean(material.results()
                                .get("total.cross_performance")
                                .number())
                        : "–",
                "importance",
                placed
                        ? Printed.coefficient(
                                material.results().get("total.cross_importance").number())
                        : "–"));
        notes.addAll(material.whom());
        pen.add(grid.done(speech.join(notes)));
    }
}
