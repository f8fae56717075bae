package tw.minsheng.report.chapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tw.minsheng.chart.GroupedData;
import tw.minsheng.chart.Mark;
import tw.minsheng.chart.Words;
import tw.minsheng.document.Cell;
import tw.minsheng.document.Figure;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;

/**
 * F3.4: bars with intervals. Two or three groups stand beside each other in every score; of more, the shares of those satisfied stand
 * below each other. Of many groups, and of people who were not drawn, the heat table tells.
 */
final class GroupDrawing {

    private static final int MOST_ROWS = 7;
    private static final double HUNDRED = 100;
    private static final double STEP = 20;
    private static final String OVERALL = "overall";
    private static final String CONSTRUCT = "construct.";

    private final Material material;
    private final Speech speech;
    private final Drawings drawings;

    GroupDrawing(Material material) {
        this.material = material;
        this.speech = material.speech();
        this.drawings = new Drawings(material);
    }

    /** The figure of a question; none where there is nothing to draw. */
    Optional<Figure> of(String variable) {
        return material.table("T4.7.means")
                .flatMap(means -> scores(means, variable))
                .or(() -> material.table("T3.5.satisfied").flatMap(shares -> shares(shares, variable)));
    }

    private static List<Integer> rows(ResultTable table, String variable) {
        return IntStream.range(0, table.rows().size())
                .filter(row -> table.text(row, "variable").equals(variable))
                .boxed()
                .toList();
    }

    private static boolean hasInterval(ResultTable table, int row) {
        return table.entry(row, "lower").asNumber().isPresent();
    }

    private Optional<Figure> scores(ResultTable means, String variable) {
        List<Integer> rows = rows(means, variable);
        List<String> codes =
                rows.stream().map(row -> means.text(row, "code")).distinct().toList();
        if (codes.size() < 2
                || codes.size() > GroupedData.MOST_GROUPS
                || rows.stream().noneMatch(row -> hasInterval(means, row))) {
            return Optional.empty();
        }
        List<String> objects = rows.stream()
                .map(row -> means.text(row, "object"))
                .distinct()
                .limit(MOST_ROWS)
                .toList();
        Grid grid = new Grid("F3.4." + variable + ".data", caption("f3.4.scores", variable))
                .words(speech.say("head.score_of"))
                .words(speech.say("head.group"))
                .numbers(speech.say("head.n"))
                .numbers(speech.say("head.mean"))
                .numbers(speech.say("head.interval", "level", material.level()));
        List<GroupedData.Row> drawn = new ArrayList<>();
        for (String object : objects) {
            List<Mark> marks = new ArrayList<>();
            for (String code : codes) {
                Optional<Integer> row = rows.stream()
                        .filter(each -> means.text(each, "object").equals(object)
                                && means.text(each, "code").equals(code))
                        .findFirst();
                marks.add(row.map(each -> mark(means, each, "mean", 1)).orElseGet(Mark.None::new));
                row.ifPresent(each -> grid.row(
                        Grid.text(object(object)),
                        Grid.text(material.valueLabel(variable, code)),
                        Grid.count(means.count(each, "n")),
                        Grid.of(means.entry(each, "mean"), Printed::score, speech.say("none")),
                        interval(means, each, 1)));
            }
            drawn.add(new GroupedData.Row(object(object), "", marks));
        }
        List<String> names =
                codes.stream().map(code -> named(means, rows, variable, code)).toList();
        return Optional.of(figure("f3.4.scores", variable, "", names, drawn, grid));
    }

    private Optional<Figure> shares(ResultTable shares, String variable) {
        List<Integer> rows = rows(shares, variable).stream()
                .filter(row -> shares.text(row, "item").equals(material.survey().overall()))
                .toList();
        if (rows.size() < 2 || rows.size() > MOST_ROWS || rows.stream().noneMatch(row -> hasInterval(shares, row))) {
            return Optional.empty();
        }
        Grid grid = new Grid("F3.4." + variable + ".data", caption("f3.4.shares", variable))
                .words(speech.say("head.group"))
                .numbers(speech.say("head.n"))
                .numbers(speech.say("head.satisfied_share"))
                .numbers(speech.say("head.interval", "level", material.level()));
        GroupCells cells = new GroupCells(material);
        List<GroupedData.Row> drawn = new ArrayList<>();
        for (int row : rows) {
            String name = material.valueLabel(variable, shares.text(row, "code"));
            String n = speech.say("n", "n", Printed.count(shares.count(row, "n")));
            drawn.add(new GroupedData.Row(name, n, List.of(mark(shares, row, "satisfied", HUNDRED))));
            grid.row(
                    Grid.text(name),
                    Grid.count(shares.count(row, "n")),
                    cells.of(shares.entry(row, "satisfied"), Printed::percentNumber, speech.say("none")),
                    interval(shares, row, HUNDRED));
        }
        return Optional.of(figure("f3.4.shares", variable, "%", List.of(material.label(variable)), drawn, grid));
    }

    /** What is hidden has no value here, in the picture as in its data. */
    private static Mark mark(ResultTable table, int row, String column, double times) {
        if (table.entry(row, column).asNumber().isEmpty()) {
            return new Mark.None();
        }
        double value = table.number(row, column) * times;
        String text = times == 1 ? Printed.score(value) : Printed.fixed(value, 0) + "%";
        return hasInterval(table, row)
                ? new Mark.Interval(value, table.number(row, "lower") * times, table.number(row, "upper") * times, text)
                : new Mark.Point(value, text);
    }

    private Cell interval(ResultTable table, int row, double times) {
        return Grid.text(
                hasInterval(table, row)
                        ? Printed.score(table.number(row, "lower") * times) + "–"
                                + Printed.score(table.number(row, "upper") * times)
                        : speech.say("none.said"));
    }

    private String named(ResultTable means, List<Integer> rows, String variable, String code) {
        long n = rows.stream()
                .filter(row -> means.text(row, "code").equals(code))
                .mapToLong(row -> means.count(row, "n"))
                .max()
                .orElse(0);
        return speech.say("f3.5.row", "group", material.valueLabel(variable, code), "n", Printed.count(n));
    }

    private String object(String object) {
        return object.equals(OVERALL)
                ? speech.say("4.4.overall")
                : material.construct(object.substring(CONSTRUCT.length()));
    }

    private String caption(String kind, String variable) {
        return speech.say(kind + ".caption", "by", material.label(variable));
    }

    private Figure figure(
            String kind, String variable, String unit, List<String> names, List<GroupedData.Row> rows, Grid grid) {
        String caption = caption(kind, variable);
        String subtitle = speech.say(kind + ".subtitle", "level", material.level());
        List<String> described = new ArrayList<>();
        for (GroupedData.Row row : rows) {
            for (int group = 0; group < names.size(); group++) {
                String text = row.marks().get(group).text();
                described.add(speech.say(
                        "f3.4.described",
                        "row",
                        row.label(),
                        "group",
                        names.get(group),
                        "value",
                        text.isEmpty() ? speech.say("hidden") : text));
            }
        }
        Words words = new Words(caption, subtitle, drawings.note(), speech.join(described), speech.say("hidden"));
        GroupedData data = new GroupedData(words, speech.say(kind + ".axis"), HUNDRED, STEP, unit, names, rows);
        return drawings.told(
                drawings.figure("F3.4." + variable, caption, (charts, form) -> charts.grouped(data, form), grid),
                subtitle);
    }
}
