package tw.minsheng.report.chapter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tw.minsheng.chart.HeatData;
import tw.minsheng.document.Block;
import tw.minsheng.document.Cell;
import tw.minsheng.document.Figure;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;
import tw.minsheng.survey.Variable;

/** 3.5 交叉分析: the overall item by each grouping in full, and of the other items what stays after the adjustment. */
final class CrossSection {

    private static final double ALPHA = .05;
    private static final double CLEAR = 2;
    private static final double FAR = 4;
    private static final int NAMED = 3;

    private final Material material;
    private final Speech speech;
    private final Pen pen;

    CrossSection(Material material) {
        this.material = material;
        this.speech = material.speech();
        this.pen = new Pen(speech);
    }

    /** What was crossed, row by row. */
    private record Crossed(ResultTable tests, ResultTable satisfied, ResultTable cells) {

        List<Integer> rows(ResultTable table, String item, String variable) {
            return IntStream.range(0, table.rows().size())
                    .filter(row -> table.text(row, "item").equals(item)
                            && table.text(row, "variable").equals(variable))
                    .boxed()
                    .toList();
        }

        /** The same table with the rows of one item by one question. */
        ResultTable only(ResultTable table, String item, String variable) {
            return new ResultTable(
                    table.key(),
                    table.columns(),
                    rows(table, item, variable).stream().map(table.rows()::get).toList());
        }

        List<String> variables() {
            return IntStream.range(0, tests.rows().size())
                    .mapToObj(row -> tests.text(row, "variable"))
                    .distinct()
                    .toList();
        }

        boolean isSignificant(int row) {
            return tests.entry(row, "p_adj").asNumber().isPresent() && tests.number(row, "p_adj") < ALPHA;
        }

        long known() {
            return IntStream.range(0, tests.rows().size())
                    .filter(row -> tests.entry(row, "p").asNumber().isPresent())
                    .count();
        }

        /** Other items whose answers differ by this question. */
        List<Integer> significant(String variable, String overall) {
            return IntStream.range(0, tests.rows().size())
                    .filter(row -> tests.text(row, "variable").equals(variable))
                    .filter(row -> !tests.text(row, "item").equals(overall))
                    .filter(this::isSignificant)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer row) -> tests.number(row, "cramers_v"))
                            .reversed())
                    .toList();
        }

        /** Groups whose share may be seen, the most satisfied first. */
        List<Integer> sorted(String item, String variable) {
            return rows(satisfied, item, variable).stream()
                    .filter(row -> satisfied.entry(row, "satisfied").asNumber().isPresent())
                    .sorted(Comparator.comparingDouble((Integer row) -> satisfied.number(row, "satisfied"))
                            .reversed())
                    .toList();
        }
    }

    private Optional<Crossed> crossed() {
        return material.table("T3.5")
                .filter(table -> !table.rows().isEmpty())
                .flatMap(tests -> material.table("T3.5.satisfied")
                        .flatMap(satisfied ->
                                material.table("T3.5.cells").map(cells -> new Crossed(tests, satisfied, cells))));
    }

    private String overall() {
        return material.survey().overall();
    }

    /** Nothing where there are no groups. */
    List<Block> blocks() {
        crossed().ifPresent(crossed -> {
            pen.section("3.5");
            pen.text(speech.join(introduction(crossed)));
            pen.text(material.facts().text("3.5"));
            pen.bullets(sentences(crossed));
            if (!overall().isEmpty()) {
                pen.add(figure(crossed));
                if (material.profile().isFull()) {
                    GroupDrawing bars = new GroupDrawing(material);
                    crossed.variables().forEach(variable -> bars.of(variable).ifPresent(pen::add));
                }
                crossed.variables().forEach(variable -> table(crossed, overall(), variable, List.of()));
            }
            if (material.profile().isFull()) {
                items(crossed);
            }
            pen.add(material.source("T3.5"));
        });
        return pen.blocks();
    }

    /** One item by one question, or the first question; what is missing is said. */
    List<Block> one(String item, String by) {
        Optional<Crossed> found = crossed();
        if (found.isEmpty()) {
            pen.say("compare.cross.none");
            return pen.blocks();
        }
        Crossed crossed = found.orElseThrow();
        String variable =
                crossed.variables().contains(by) ? by : crossed.variables().get(0);
        if (crossed.rows(crossed.tests(), item, variable).isEmpty()) {
            pen.say("compare.cross.few", "item", material.label(item), "by", material.label(variable));
        } else {
            table(crossed, item, variable, untold(crossed, item, variable));
            pen.add(material.source("T3.5.cells"));
        }
        return pen.blocks();
    }

    private List<String> introduction(Crossed crossed) {
        List<String> said = new ArrayList<>();
        said.add(speech.say("3.5.text", "m", crossed.known()));
        said.addAll(material.drawn());
        boolean design = crossed.tests().text(0, "method").equals("rao_scott_f");
        said.add(speech.say(design ? (material.sample().weighted() ? "3.5.weighted" : "3.5.design") : "3.5.plain"));
        if (material.isNonprobability()) {
            said.add(speech.say("4.4.nonprobability"));
        }
        return said;
    }

    private List<String> sentences(Crossed crossed) {
        if (crossed.known() == 0) {
            String key = crossed.tests().text(0, "reason");
            return List.of(speech.say("4.4.untested", "reason", speech.say("4.4.reason." + key)));
        }
        List<String> all = new ArrayList<>();
        for (String variable : crossed.variables()) {
            List<String> said = new ArrayList<>();
            if (!overall().isEmpty()) {
                crossed.rows(crossed.tests(), overall(), variable).stream()
                        .findFirst()
                        .ifPresent(row -> said.add(overall(crossed, variable, row)));
            }
            if (material.profile().isFull()) {
                said.add(others(crossed, variable));
            }
            if (!said.isEmpty()) {
                all.add(speech.say("3.5.by", "by", material.label(variable), "text", speech.join(said)));
            }
        }
        return all;
    }

    private String overall(Crossed crossed, String variable, int row) {
        List<Integer> sorted = crossed.sorted(overall(), variable);
        if (!crossed.isSignificant(row) || sorted.size() < 2) {
            String key = crossed.isSignificant(row) ? "3.5.overall.hidden" : "3.5.overall.none";
            return speech.say(key, "test", test(crossed.tests(), row));
        }
        int high = sorted.get(0);
        int low = sorted.get(sorted.size() - 1);
        ResultTable shares = crossed.satisfied();
        return speech.say(
                "3.5.overall",
                "test",
                test(crossed.tests(), row),
                "high",
                material.valueLabel(variable, shares.text(high, "code")),
                "a",
                Printed.percent(shares.number(high, "satisfied")),
                "low",
                material.valueLabel(variable, shares.text(low, "code")),
                "b",
                Printed.percent(shares.number(low, "satisfied")));
    }

    /** F(6.1, 3,200) = 4.21，校正後 p = .033，V = .101. */
    private String test(ResultTable tests, int row) {
        if (tests.entry(row, "p_adj").asNumber().isEmpty()) {
            return speech.say("none");
        }
        String statistic = Printed.fixed(tests.number(row, "statistic"), 2);
        String p = Printed.pWithSign(tests.number(row, "p_adj"));
        String v = Printed.coefficient(tests.number(row, "cramers_v"));
        boolean design = tests.entry(row, "df2").asNumber().isPresent();
        return speech.say(
                design ? "3.5.test.f" : "3.5.test.x2", "df", df(tests, row), "statistic", statistic, "p", p, "v", v);
    }

    private static String df(ResultTable tests, int row) {
        return tests.entry(row, "df2").asNumber().isPresent()
                ? Printed.fixed(tests.number(row, "df1"), 1) + ", " + Printed.fixed(tests.number(row, "df2"), 1)
                : Printed.degrees(tests.number(row, "df1"));
    }

    private String others(Crossed crossed, String variable) {
        List<Integer> rows = crossed.significant(variable, overall());
        if (rows.isEmpty()) {
            return speech.say("3.5.items.none");
        }
        List<String> named = rows.stream()
                .limit(NAMED)
                .map(row -> speech.quoted(material.label(crossed.tests().text(row, "item"))))
                .toList();
        return speech.say(
                rows.size() > NAMED ? "3.5.items.more" : "3.5.items", "n", rows.size(), "items", speech.list(named));
    }

    private List<String> points(String item) {
        return material.survey()
                .variable(item)
                .map(found -> found.values().stream().map(Variable.Value::code).toList())
                .orElseGet(List::of);
    }

    /** The share of one point in one group; nothing where nobody chose it. */
    private static Optional<Integer> cell(Crossed crossed, List<Integer> cells, String group, String point) {
        return cells.stream()
                .filter(row -> crossed.cells().text(row, "code").equals(group)
                        && crossed.cells().text(row, "point").equals(point))
                .findFirst();
    }

    private Figure figure(Crossed crossed) {
        Drawings drawings = new Drawings(material);
        List<HeatData.Row> rows = new ArrayList<>();
        Grid grid = new Grid("F3.5.data", speech.say("f3.5.caption"))
                .words(speech.say("head.group"))
                .numbers(speech.say("head.n"));
        points(overall()).forEach(point -> grid.numbers(material.valueLabel(overall(), point)));
        for (String variable : crossed.variables()) {
            List<Integer> cells = crossed.rows(crossed.cells(), overall(), variable);
            for (int group : crossed.rows(crossed.satisfied(), overall(), variable)) {
                String code = crossed.satisfied().text(group, "code");
                String n = Printed.count(crossed.satisfied().count(group, "n"));
                String name = material.valueLabel(variable, code);
                List<HeatData.Cell> drawn = new ArrayList<>();
                List<Cell> printed = new ArrayList<>(List.of(Grid.text(name), Grid.text(n)));
                for (String point : points(overall())) {
                    Optional<Integer> cell = cell(crossed, cells, code, point);
                    drawn.add(cell.map(row -> heat(crossed.cells(), row))
                            .orElseGet(() -> new HeatData.Cell("0", HeatData.Shade.NONE)));
                    printed.add(share(crossed, cell));
                }
                rows.add(new HeatData.Row(speech.say("f3.5.row", "group", name, "n", n), drawn));
                grid.row(printed);
            }
        }
        HeatData data = new HeatData(
                drawings.words(speech.say("f3.5.title"), speech.say("f3.5.subtitle"), speech.join(sentences(crossed))),
                points(overall()).stream()
                        .map(point -> material.valueLabel(overall(), point))
                        .toList(),
                rows);
        Figure figure =
                drawings.figure("F3.5", speech.say("f3.5.caption"), (charts, form) -> charts.heat(data, form), grid);
        return drawings.told(figure, speech.say("f3.5.subtitle"));
    }

    private HeatData.Cell heat(ResultTable cells, int row) {
        if (cells.entry(row, "share").reason().isPresent()) {
            return new HeatData.Cell(speech.say("hidden"), HeatData.Shade.NONE);
        }
        double residual = cells.number(row, "residual");
        HeatData.Shade shade = Math.abs(residual) < CLEAR
                ? HeatData.Shade.NONE
                : residual > 0
                        ? (residual > FAR ? HeatData.Shade.FAR_ABOVE : HeatData.Shade.ABOVE)
                        : residual < -FAR ? HeatData.Shade.FAR_BELOW : HeatData.Shade.BELOW;
        return new HeatData.Cell(Printed.percentWhole(cells.number(row, "share")), shade);
    }

    private Cell share(Crossed crossed, Optional<Integer> cell) {
        GroupCells cells = new GroupCells(material);
        return cell.map(row ->
                        cells.of(crossed.cells().entry(row, "share"), Printed::percentNumber, speech.say("none")))
                .orElseGet(() -> Grid.text(Printed.percentNumber(0)));
    }

    /** An item by one question: people and row %. */
    private void table(Crossed crossed, String item, String variable, List<String> more) {
        List<Integer> tests = crossed.rows(crossed.tests(), item, variable);
        if (tests.isEmpty()) {
            return;
        }
        boolean isOverall = item.equals(overall());
        Grid grid = new Grid(
                        isOverall ? "T3.5." + variable : "T3.5." + item + "." + variable,
                        speech.say(
                                isOverall ? "t3.5.caption" : "t3.5.caption.item",
                                "by",
                                material.label(variable),
                                "item",
                                material.label(item)))
                .words(speech.say("head.group"))
                .numbers(speech.say("head.n"));
        points(item)
                .forEach(point ->
                        grid.numbers(speech.say("head.percent_of", "point", material.valueLabel(item, point))));
        grid.numbers(speech.say("head.satisfied_share"));
        List<Integer> cells = crossed.rows(crossed.cells(), item, variable);
        GroupCells figures = new GroupCells(material);
        for (int row : crossed.rows(crossed.satisfied(), item, variable)) {
            String code = crossed.satisfied().text(row, "code");
            List<Cell> printed = new ArrayList<>(List.of(
                    Grid.text(material.valueLabel(variable, code)),
                    Grid.count(crossed.satisfied().count(row, "n"))));
            points(item).forEach(point -> printed.add(share(crossed, cell(crossed, cells, code, point))));
            printed.add(figures.of(
                    crossed.satisfied().entry(row, "satisfied"), Printed::percentNumber, speech.say("none")));
            grid.row(printed);
        }
        String note = speech.say(
                material.sample().weighted() ? "t3.5.note.weighted" : "t3.5.note",
                "test",
                test(crossed.tests(), tests.get(0)));
        List<String> notes = new ArrayList<>(List.of(note));
        notes.addAll(more);
        notes.addAll(material.drawn());
        notes.addAll(leftOut(crossed.tests(), tests.get(0), variable));
        pen.add(grid.done(figures.note(speech.join(notes), Stream.of(crossed.only(crossed.cells(), item, variable)))));
    }

    /** What the sections of the report say once for all tables, said where one stands by itself: p as it was, and of how many tests. */
    private List<String> untold(Crossed crossed, String item, String variable) {
        int row = crossed.rows(crossed.tests(), item, variable).get(0);
        return crossed.tests().entry(row, "p").asNumber().stream()
                .mapToObj(p -> speech.say("t3.5.tests", "p", Printed.pWithSign(p), "m", crossed.known()))
                .toList();
    }

    private List<String> leftOut(ResultTable tests, int row, String variable) {
        List<String> names = Stream.of(tests.text(row, "left_out").split(" ", -1))
                .filter(code -> !code.isEmpty())
                .map(code -> material.valueLabel(variable, code))
                .toList();
        return names.isEmpty() ? List.of() : List.of(speech.say("t3.5.left_out", "groups", speech.list(names)));
    }

    /** The other items whose answers differ. */
    private void items(Crossed crossed) {
        Grid grid = new Grid("T3.5.items", speech.say("t3.5.items.caption"))
                .words(speech.say("head.item"))
                .numbers(speech.say("head.n"))
                .words(speech.say("head.most_satisfied"))
                .words(speech.say("head.least_satisfied"))
                .numbers(speech.say("head.statistic"))
                .numbers(speech.say("head.df"))
                .numbers(speech.say("head.p_adj"))
                .numbers("V");
        for (String variable : crossed.variables()) {
            List<Integer> rows = crossed.significant(variable, overall());
            if (!rows.isEmpty()) {
                grid.group(material.label(variable));
            }
            for (int row : rows) {
                ResultTable tests = crossed.tests();
                String item = tests.text(row, "item");
                List<Integer> sorted = crossed.sorted(item, variable);
                grid.row(
                        Grid.text(material.scored(item)),
                        Grid.count(tests.count(row, "n")),
                        Grid.text(named(crossed, variable, sorted, 0)),
                        Grid.text(named(crossed, variable, sorted, sorted.size() - 1)),
                        Grid.of(tests.entry(row, "statistic"), value -> Printed.fixed(value, 2), speech.say("none")),
                        Grid.text(df(tests, row)),
                        Grid.of(tests.entry(row, "p_adj"), Printed::p, speech.say("none")),
                        Grid.of(tests.entry(row, "cramers_v"), Printed::coefficient, speech.say("none")));
            }
        }
        if (!grid.isEmpty()) {
            List<String> notes = new ArrayList<>(List.of(speech.say("t3.5.items.note", "m", crossed.known())));
            notes.addAll(material.drawn());
            pen.add(grid.done(speech.join(notes)));
        }
    }

    private String named(Crossed crossed, String variable, List<Integer> sorted, int place) {
        if (sorted.size() < 2) {
            return speech.say("hidden");
        }
        int row = sorted.get(place);
        return speech.say(
                "3.5.named",
                "group",
                material.valueLabel(variable, crossed.satisfied().text(row, "code")),
                "share",
                Printed.percent(crossed.satisfied().number(row, "satisfied")));
    }
}
