package tw.minsheng.report.chapter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tw.minsheng.document.Block;
import tw.minsheng.document.Cell;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;

/** 4.4 差異檢定: one table for each grouping, and a sentence for each difference that stays after the adjustment. */
final class DifferenceSection {

    /** Means of more groups make a table too wide for paper; they stand in its data. */
    private static final int MOST_COLUMNS = 7;

    /** So many differences answer a question of a clerk; the rest stand in the tables. */
    private static final int MOST_FOUND = 5;

    private static final String DESIGN = "design_";
    private static final String CONSTRUCT = "construct.";

    private final Material material;
    private final Speech speech;
    private final Pen pen;

    DifferenceSection(Material material) {
        this.material = material;
        this.speech = material.speech();
        this.pen = new Pen(speech);
    }

    private Optional<DifferenceTests> tests() {
        return material.table("T4.7")
                .filter(table -> !table.rows().isEmpty())
                .flatMap(table -> material.table("T4.7.means")
                        .flatMap(means ->
                                material.table("T4.7.pairs").map(pairs -> new DifferenceTests(table, means, pairs))));
    }

    /** Nothing where there are no groups. */
    List<Block> blocks() {
        tests().ifPresent(tests -> {
            pen.section("4.4");
            pen.text(speech.join(introduction(tests)));
            pen.text(material.facts().text("4.4"));
            pen.bullets(sentences(tests));
            tests.variables().forEach(variable -> {
                table(tests, variable);
                means(tests, variable);
            });
            pen.add(material.source("T4.7"));
        });
        return pen.blocks();
    }

    /** What was found, each difference by itself and who is less satisfied first; none where nothing was tested. */
    List<String> found() {
        return tests().map(this::plainly).orElseGet(List::of);
    }

    private List<String> plainly(DifferenceTests tests) {
        List<Integer> found = tests.rows()
                .filter(tests::isSignificant)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> tests.table().number(row, "p_adj")))
                .toList();
        if (found.isEmpty()) {
            return sentences(tests);
        }
        List<Integer> shown = found.subList(0, Math.min(MOST_FOUND, found.size()));
        List<String> said = new ArrayList<>();
        shown.stream()
                .map(row -> tests.table().text(row, "variable"))
                .distinct()
                .forEach(variable -> said.addAll(plainly(
                        tests,
                        shown.stream()
                                .filter(row ->
                                        tests.table().text(row, "variable").equals(variable))
                                .toList())));
        if (found.size() > MOST_FOUND) {
            said.add(speech.say("4.4.plainly.more", "n", found.size() - MOST_FOUND));
        }
        return said;
    }

    /** The differences of one grouping; which group is the lowest in all of them is said once, before. */
    private List<String> plainly(DifferenceTests tests, List<Integer> rows) {
        String variable = tests.table().text(rows.get(0), "variable");
        List<String> lowest = rows.stream()
                .map(row -> tests.sorted(row))
                .map(parts -> tests.means().text(parts.get(parts.size() - 1), "code"))
                .distinct()
                .toList();
        String lead = lowest.size() == 1 && rows.size() > 1
                ? speech.say(
                        "4.4.plainly.lowest",
                        "by",
                        material.label(variable),
                        "low",
                        material.valueLabel(variable, lowest.get(0)),
                        "k",
                        rows.size())
                : speech.say("4.4.plainly.by", "by", material.label(variable));
        List<String> said = new ArrayList<>(List.of(lead));
        rows.forEach(row -> said.add(sentence(tests, row, "4.4.plainly", "4.4.plainly.many")));
        return said;
    }

    private List<String> introduction(DifferenceTests tests) {
        List<String> said = new ArrayList<>();
        said.add(speech.say(
                "4.4.text",
                "by",
                speech.list(tests.variables().stream().map(this::quoted).toList()),
                "m",
                tests.known()));
        boolean design = tests.table().text(0, "method").startsWith(DESIGN);
        said.add(speech.say(design ? (material.sample().weighted() ? "4.4.weighted" : "4.4.design") : "4.4.plain"));
        if (material.isNonprobability()) {
            said.add(speech.say("4.4.nonprobability"));
        }
        long unequal =
                tests.rows().filter(row -> tests.isBelow(row, "levene_p")).count();
        said.add(speech.say(unequal == 0 ? "4.4.levene.equal" : "4.4.levene.unequal", "k", unequal));
        return said;
    }

    private List<String> sentences(DifferenceTests tests) {
        if (tests.known() == 0) {
            return List.of(speech.say("4.4.untested", "reason", reason(tests.table(), 0)));
        }
        List<String> all = new ArrayList<>();
        List<String> without = new ArrayList<>();
        for (String variable : tests.variables()) {
            List<String> found = tests.of(variable).stream()
                    .filter(tests::isSignificant)
                    .map(row -> sentence(tests, row, "4.4.two", "4.4.many"))
                    .toList();
            if (found.isEmpty()) {
                without.add(quoted(variable));
            } else {
                all.add(speech.say(
                        "4.4.by",
                        "by",
                        material.label(variable),
                        "list",
                        String.join(speech.say("clause.separator"), found)));
            }
        }
        if (all.isEmpty()) {
            return List.of(speech.say("4.4.none", "m", tests.known()));
        }
        if (!without.isEmpty()) {
            all.add(speech.say("4.4.by.none", "by", speech.list(without)));
        }
        return all;
    }

    private String reason(ResultTable table, int row) {
        String key = table.text(row, "reason");
        return speech.say(key.isEmpty() ? "none" : "4.4.reason." + key);
    }

    /** One difference: which group is highest and lowest, how large it is, and the test. */
    private String sentence(DifferenceTests tests, int row, String ofTwo, String ofMany) {
        ResultTable table = tests.table();
        ResultTable means = tests.means();
        List<Integer> sorted = tests.sorted(row);
        int high = sorted.get(0);
        int low = sorted.get(sorted.size() - 1);
        String variable = table.text(row, "variable");
        boolean two = sorted.size() == 2;
        return speech.say(
                two ? ofTwo : ofMany,
                "by",
                material.label(variable),
                "label",
                object(table.text(row, "object")),
                "high",
                material.valueLabel(variable, means.text(high, "code")),
                "a",
                Printed.score(means.number(high, "mean")),
                "low",
                material.valueLabel(variable, means.text(low, "code")),
                "b",
                Printed.score(means.number(low, "mean")),
                "difference",
                Printed.score(means.number(high, "mean") - means.number(low, "mean")),
                "test",
                test(table, row),
                "p",
                Printed.pWithSign(table.number(row, "p_adj")),
                "effect",
                Printed.coefficient(Math.abs(table.number(row, "effect_size"))),
                "size",
                speech.say("4.4.size." + size(two, table.number(row, "effect_size"))),
                "pairs",
                pairs(tests, row));
    }

    private String quoted(String variable) {
        return speech.quoted(material.label(variable));
    }

    private static String test(ResultTable table, int row) {
        String statistic = Printed.fixed(Math.abs(table.number(row, "statistic")), 2);
        String df1 = degrees(table.number(row, "df1"));
        return table.entry(row, "df2").asNumber().isPresent()
                ? "F(" + df1 + ", " + degrees(table.number(row, "df2")) + ") = " + statistic
                : "t(" + df1 + ") = " + statistic;
    }

    private static String degrees(double df) {
        return df == Math.rint(df) ? Printed.degrees(df) : Printed.fixed(df, 1);
    }

    /** Cohen 1988: d .2, .5, .8; η² .01, .06, .14. */
    private static String size(boolean two, double effect) {
        double[] limits = two ? new double[] {.2, .5, .8} : new double[] {.01, .06, .14};
        double size = Math.abs(effect);
        return size < limits[0] ? "trivial" : size < limits[1] ? "small" : size < limits[2] ? "medium" : "large";
    }

    private String pairs(DifferenceTests tests, int row) {
        String variable = tests.table().text(row, "variable");
        List<String> named = tests.apart(row).stream()
                .map(pair -> speech.say(
                        "4.4.pair",
                        "high",
                        material.valueLabel(variable, pair.high()),
                        "low",
                        material.valueLabel(variable, pair.low())))
                .toList();
        return named.isEmpty() ? "" : speech.say("4.4.pairs", "list", speech.list(named));
    }

    private String object(String key) {
        return key.startsWith(CONSTRUCT)
                ? material.construct(key.substring(CONSTRUCT.length()))
                : speech.say("4.4.overall");
    }

    private void table(DifferenceTests tests, String variable) {
        ResultTable table = tests.table();
        List<Integer> rows = tests.of(variable);
        List<String> codes = rows.stream()
                .flatMap(row -> tests.parts(tests.means(), row).stream())
                .map(part -> tests.means().text(part, "code"))
                .distinct()
                .toList();
        boolean shown = codes.size() <= MOST_COLUMNS;
        Grid grid = new Grid("T4.7." + variable, speech.say("t4.7.caption", "by", material.label(variable)))
                .words(speech.say("head.score_of"))
                .numbers(speech.say("head.n"));
        (shown ? codes : List.<String>of()).forEach(code -> grid.numbers(material.valueLabel(variable, code)));
        grid.numbers(speech.say("head.statistic"))
                .numbers(speech.say("head.df"))
                .numbers("p")
                .numbers(speech.say("head.p_adj"))
                .numbers(speech.say("head.effect"));
        for (int row : rows) {
            List<Cell> cells = new ArrayList<>(
                    List.of(Grid.text(object(table.text(row, "object"))), Grid.count(table.count(row, "n"))));
            (shown ? codes : List.<String>of()).forEach(code -> cells.add(mean(tests, row, code)));
            cells.add(number(table, row, "statistic", value -> Printed.fixed(value, 2)));
            cells.add(Grid.text(df(table, row)));
            cells.add(number(table, row, "p", Printed::p));
            cells.add(number(table, row, "p_adj", Printed::p));
            cells.add(number(table, row, "effect_size", Printed::coefficient));
            grid.row(cells);
        }
        pen.add(grid.done(note(tests, variable, shown)));
    }

    /** The means with their intervals, where people were drawn; of many groups they stand in the data. */
    private void means(DifferenceTests tests, String variable) {
        ResultTable means = tests.means();
        List<Integer> rows = IntStream.range(0, means.rows().size())
                .filter(row -> means.text(row, "variable").equals(variable))
                .boxed()
                .toList();
        long groups =
                rows.stream().map(row -> means.text(row, "code")).distinct().count();
        if (groups > MOST_COLUMNS
                || rows.stream()
                        .noneMatch(row -> means.entry(row, "lower").asNumber().isPresent())) {
            return;
        }
        Grid grid = new Grid("T4.7.means." + variable, speech.say("t4.7.means.caption", "by", material.label(variable)))
                .words(speech.say("head.group"))
                .numbers(speech.say("head.n"))
                .numbers(speech.say("head.mean"))
                .numbers(speech.say("head.interval", "level", material.level()));
        String object = "";
        for (int row : rows) {
            if (!means.text(row, "object").equals(object)) {
                object = means.text(row, "object");
                grid.group(object(object));
            }
            grid.row(
                    Grid.text(material.valueLabel(variable, means.text(row, "code"))),
                    Grid.count(means.count(row, "n")),
                    number(means, row, "mean", Printed::score),
                    Grid.text(interval(means, row)));
        }
        List<String> notes = new ArrayList<>(List.of(speech.say("t4.7.means.note")));
        notes.addAll(material.drawn());
        pen.add(grid.done(speech.join(notes)));
    }

    private String interval(ResultTable means, int row) {
        return means.entry(row, "lower").asNumber().isPresent()
                ? Printed.score(means.number(row, "lower")) + "–" + Printed.score(means.number(row, "upper"))
                : speech.say("none.said");
    }

    private Cell number(ResultTable table, int row, String column, DoubleFunction<String> print) {
        return Grid.of(table.entry(row, column), print, speech.say("none"));
    }

    private String df(ResultTable table, int row) {
        if (table.entry(row, "df1").asNumber().isEmpty()) {
            return speech.say("none");
        }
        String first = degrees(table.number(row, "df1"));
        return table.entry(row, "df2").asNumber().isPresent()
                ? first + ", " + degrees(table.number(row, "df2"))
                : first;
    }

    private Cell mean(DifferenceTests tests, int row, String code) {
        ResultTable means = tests.means();
        return tests.parts(means, row).stream()
                .filter(part -> means.text(part, "code").equals(code))
                .map(part -> Grid.of(means.entry(part, "mean"), Printed::score, speech.say("none")))
                .findFirst()
                .orElseGet(() -> Grid.text(speech.say("none.said")));
    }

    private String note(DifferenceTests tests, String variable, boolean shown) {
        ResultTable table = tests.table();
        int first = tests.of(variable).get(0);
        List<String> said = new ArrayList<>();
        said.add(speech.say("t4.7.note", "m", tests.known()));
        said.addAll(material.drawn());
        if (!shown) {
            said.add(speech.say("t4.7.note.wide", "table", "T4.7.means"));
        }
        List<String> leftOut = tests.of(variable).stream()
                .flatMap(row -> Stream.of(table.text(row, "left_out").split(" ", -1)))
                .filter(code -> !code.isEmpty())
                .distinct()
                .map(code -> material.valueLabel(variable, code))
                .toList();
        if (!leftOut.isEmpty()) {
            said.add(speech.say("t4.7.left_out", "groups", speech.list(leftOut)));
        }
        if (!table.text(first, "reason").isEmpty()) {
            said.add(speech.say("4.4.untested", "reason", reason(table, first)));
        }
        return speech.join(said);
    }
}
