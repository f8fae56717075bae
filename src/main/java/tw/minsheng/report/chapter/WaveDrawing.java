package tw.minsheng.report.chapter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tw.minsheng.chart.Chart;
import tw.minsheng.chart.Charts;
import tw.minsheng.chart.DotsData;
import tw.minsheng.chart.Form;
import tw.minsheng.chart.Mark;
import tw.minsheng.chart.TrendData;
import tw.minsheng.chart.Words;
import tw.minsheng.document.Cell;
import tw.minsheng.document.Figure;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.RepublicYear;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;

/** F3.7: the share of those who are satisfied on the days of the waves; where some answers have no day, one row for each wave. */
final class WaveDrawing {

    private static final double HUNDRED = 100;
    private static final String KEY = "F3.7";
    /** Two waves that are nearer than this part of the whole time cannot both have their names and values. */
    private static final double LEAST_PART = .1;

    private final Material material;
    private final Speech speech;
    private final ResultTable table;
    private final List<Integer> rows;

    /** @param object whose rows are drawn */
    WaveDrawing(Material material, ResultTable table, String object) {
        this.material = material;
        this.speech = material.speech();
        this.table = table;
        this.rows = IntStream.range(0, table.rows().size())
                .filter(row -> table.text(row, "object").equals(object))
                .boxed()
                .toList();
    }

    /** Whether every wave can stand on its day without covering another one. */
    boolean isDated() {
        return hasDays() && !isClose();
    }

    /** Why waves do not stand on their days; with {@link #isDated}, that they do. */
    String order() {
        return isDated() ? "3.7.dated" : hasDays() ? "3.7.close" : "3.7.undated";
    }

    private boolean hasDays() {
        return rows.stream().noneMatch(row -> table.text(row, "day").isEmpty());
    }

    private boolean isClose() {
        long[] days = rows.stream()
                .mapToLong(row -> LocalDate.parse(table.text(row, "day")).toEpochDay())
                .sorted()
                .toArray();
        return IntStream.range(1, days.length)
                .anyMatch(wave -> days[wave] - days[wave - 1] <= LEAST_PART * (days[days.length - 1] - days[0]));
    }

    /** @param described what the figure shows, for readers who cannot see it */
    Figure figure(String described) {
        Drawings drawings = new Drawings(material);
        DotsData.Axis axis = new DotsData.Axis(isDated() ? "" : speech.say("f3.7.axis"), 0, HUNDRED, 10, "%")
                .around(rows.stream().map(this::mark).toList());
        String subtitle = subtitle(drawings, axis);
        String caption = speech.say("f3.7.caption");
        Words words = new Words(caption, subtitle, drawings.note(), described, speech.say("none"));
        return drawings.told(
                drawings.figure(KEY, caption, (charts, form) -> drawn(charts, form, words, axis), data()), subtitle);
    }

    private Chart drawn(Charts charts, Form form, Words words, DotsData.Axis axis) {
        if (isDated()) {
            List<TrendData.Wave> waves = rows.stream().map(this::wave).toList();
            return charts.trend(new TrendData(words, speech.say("f3.7.axis"), axis, waves), form);
        }
        List<DotsData.Row> dots = rows.stream()
                .map(row -> new DotsData.Row(
                        name(row), speech.say("n", "n", Printed.count(table.count(row, "n"))), mark(row)))
                .toList();
        return charts.dots(new DotsData(words, axis, List.of(), dots), form);
    }

    private String subtitle(Drawings drawings, DotsData.Axis axis) {
        String kind = drawings.intervalKey(isDated() ? "f3.7.subtitle" : "f3.7.subtitle.rows");
        String said = speech.say(kind, "level", material.level());
        return axis.from() > 0 ? said + speech.say("axis.from", "from", Printed.fixed(axis.from(), 0)) : said;
    }

    private String name(int row) {
        return speech.say("3.7.wave", "wave", table.text(row, "wave"));
    }

    private TrendData.Wave wave(int row) {
        String broken = table.text(row, "break");
        return new TrendData.Wave(
                LocalDate.parse(table.text(row, "day")),
                name(row),
                day(row),
                mark(row),
                broken.isEmpty() ? "" : speech.say("f3.7.break." + broken));
    }

    private String day(int row) {
        if (table.text(row, "day").isEmpty()) {
            return speech.say("none");
        }
        LocalDate day = LocalDate.parse(table.text(row, "day"));
        boolean republic = material.language().equals(Language.ZH_TW);
        return republic ? RepublicYear.of(day) + "/" + day.getMonthValue() + "/" + day.getDayOfMonth() : day.toString();
    }

    private Mark mark(int row) {
        if (table.entry(row, "value").asNumber().isEmpty()) {
            return new Mark.None();
        }
        double value = table.number(row, "value") * HUNDRED;
        String text = Printed.fixed(value, 0) + "%";
        return hasInterval(row)
                ? new Mark.Interval(
                        value, table.number(row, "lower") * HUNDRED, table.number(row, "upper") * HUNDRED, text)
                : new Mark.Point(value, text);
    }

    private boolean hasInterval(int row) {
        return table.entry(row, "lower").asNumber().isPresent();
    }

    private Grid data() {
        boolean intervals = rows.stream().anyMatch(this::hasInterval);
        Grid grid = new Grid("F3.7.data", speech.say("f3.7.caption"))
                .words(speech.say("head.wave"))
                .words(speech.say("head.middle_day"))
                .numbers(speech.say("head.n"))
                .numbers(speech.say("head.satisfied"));
        if (intervals) {
            grid.numbers(speech.say("head.interval", "level", material.level()));
        }
        for (int row : rows) {
            List<Cell> cells = new ArrayList<>(List.of(
                    Grid.text(table.text(row, "wave")),
                    Grid.text(day(row)),
                    Grid.count(table.count(row, "n")),
                    Grid.of(table.entry(row, "value"), Printed::percentNumber, speech.say("none"))));
            if (intervals) {
                cells.add(Grid.text(interval(row)));
            }
            grid.row(cells);
        }
        return grid;
    }

    private String interval(int row) {
        return hasInterval(row)
                ? Printed.percentNumber(table.number(row, "lower")) + "–"
                        + Printed.percentNumber(table.number(row, "upper"))
                : speech.say("none");
    }
}
