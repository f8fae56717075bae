package tw.minsheng.report.chapter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tw.minsheng.chart.DotsData;
import tw.minsheng.chart.FieldworkData;
import tw.minsheng.chart.LikertData;
import tw.minsheng.chart.Mark;
import tw.minsheng.chart.Words;
import tw.minsheng.document.Cell;
import tw.minsheng.document.Figure;
import tw.minsheng.report.Result;
import tw.minsheng.report.wording.Dates;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;
import tw.minsheng.statistics.Interval;
import tw.minsheng.survey.Scale;

/** The figures of the report; title, caption, n and note of each come from the results that it shows. */
final class Drawings {

    private final Material material;
    private final Speech speech;

    Drawings(Material material) {
        this.material = material;
        this.speech = material.speech();
    }

    /** F1.1; nothing when the days are not known. */
    Optional<Figure> fieldwork() {
        return material.table("F1.1").filter(table -> table.rows().size() > 1).map(table -> {
            List<FieldworkData.Day> days = new ArrayList<>();
            for (int row = 0; row < table.rows().size(); row++) {
                days.add(new FieldworkData.Day(LocalDate.parse(table.text(row, "date")), table.count(row, "n")));
            }
            FieldworkData.Day busiest = days.stream()
                    .max(Comparator.comparingLong(FieldworkData.Day::count))
                    .orElseThrow();
            String title = speech.say(
                    "f1.1.title",
                    "day",
                    Dates.plain(material.language(), busiest.date()),
                    "n",
                    Printed.count(busiest.count()));
            FieldworkData data = new FieldworkData(
                    words(title, speech.say("f1.1.subtitle"), title),
                    speech.say("f1.1.per_day"),
                    speech.say("f1.1.cumulative"),
                    days,
                    List.of(),
                    planned(),
                    Dates::axis,
                    Printed::count);
            Grid grid = new Grid("F1.1.data", speech.say("f1.1.caption"))
                    .words(speech.say("head.day"))
                    .numbers(speech.say("head.n"))
                    .numbers(speech.say("f1.1.cumulative"));
            long sum = 0;
            for (FieldworkData.Day day : days) {
                sum += day.count();
                grid.row(
                        Grid.text(Dates.plain(material.language(), day.date())),
                        Grid.count(day.count()),
                        Grid.count(sum));
            }
            return figure("F1.1", speech.say("f1.1.caption"), (charts, form) -> charts.fieldwork(data, form), grid);
        });
    }

    /** How many answers the wanted margin needs; nothing where none was wanted. */
    private List<FieldworkData.Plan> planned() {
        return material
                .results()
                .find("plan.n_deff_after_fpc_int")
                .filter(Result::isKnown)
                .map(result -> Math.round(result.number()))
                .map(n -> new FieldworkData.Plan(n, speech.say("f1.1.plan", "n", Printed.count(n))))
                .stream()
                .toList();
    }

    /** A Likert chart of these items, the most satisfied first. */
    Optional<Figure> likert(String key, String caption, String title, List<String> items) {
        Optional<Scale> scale = items.stream().findFirst().flatMap(material::scaleOf);
        if (scale.isEmpty() || scale.orElseThrow().satisfiedFrom().value().isEmpty()) {
            return Optional.empty();
        }
        Scale used = scale.orElseThrow();
        List<LikertRow> rows = items.stream()
                .map(item -> LikertRow.of(material, item, used))
                .sorted(Comparator.comparingDouble(LikertRow::high).reversed())
                .toList();
        List<String> points = used.ascending().stream()
                .map(point -> material.text(point.label()))
                .toList();
        int neutral = used.neutral().value().stream()
                .map(value -> used.ascending().stream()
                        .map(Scale.Point::value)
                        .toList()
                        .indexOf(value))
                .findFirst()
                .orElse(-1);
        String n = Printed.span(rows.stream().map(LikertRow::n).toList());
        LikertData data = new LikertData(
                new Words(title, subtitle(used), note(n), description(rows), speech.say("none")),
                points,
                neutral,
                rows.stream().map(row -> row.drawn(speech)).toList());
        Grid grid =
                new Grid(key + ".data", caption).words(speech.say("head.item")).numbers(speech.say("head.n"));
        points.forEach(grid::numbers);
        rows.forEach(row -> grid.row(row.cells(points.size(), speech.say("none"))));
        Figure figure = figure(key, caption, (charts, form) -> charts.likert(data, form), grid, n);
        boolean reversed = items.stream().anyMatch(material::isReverse);
        return Optional.of(
                reversed ? figure.withNote(speech.join(List.of(speech.say("likert.reversed"), note(n)))) : figure);
    }

    private String description(List<LikertRow> rows) {
        return speech.join(rows.stream()
                .map(row -> speech.say(
                        "likert.described",
                        "item",
                        row.label(),
                        "high",
                        Printed.fixed(row.high(), 0),
                        "low",
                        Printed.fixed(row.low(), 0)))
                .toList());
    }

    String subtitle(Scale scale) {
        String kind = intervalKey("likert.kind");
        return speech.say(
                weightedKey("likert.subtitle"),
                "kind",
                kind.endsWith(".voluntary") || kind.endsWith(".quota") ? speech.say(kind) : "",
                "satisfied",
                material.text(scale.points().stream()
                        .filter(point ->
                                point.value() == scale.satisfiedFrom().value().orElse(scale.max()))
                        .findFirst()
                        .orElse(scale.points().get(0))
                        .label()));
    }

    /** F3.3: scores of the constructs, the highest first. */
    Optional<Figure> scores() {
        List<Scored> all = material.survey().constructs().stream()
                .flatMap(construct -> Scored.of(material, construct).stream())
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Scored first = all.get(0);
        Scored last = all.get(all.size() - 1);
        String title = speech.say(
                all.size() == 1 ? "f3.3.title_one" : "f3.3.title",
                "first",
                first.label(),
                "high",
                Printed.score(first.score()),
                "last",
                last.label(),
                "low",
                Printed.score(last.score()));
        String described = speech.join(all.stream()
                .map(each -> speech.say("f3.3.described", "label", each.label(), "score", Printed.score(each.score())))
                .toList());
        String n = Printed.span(all.stream().map(each -> each.result().n()).toList());
        String subtitle = speech.say(intervalKey("f3.3.subtitle"), "level", material.level());
        DotsData data = new DotsData(
                new Words(title, subtitle, note(n), described, speech.say("none")),
                new DotsData.Axis(speech.say("f3.3.axis"), 0, 100, 10, ""),
                List.of(),
                all.stream().map(each -> each.row(speech)).toList());
        Grid grid = new Grid("F3.3.data", speech.say("f3.3.caption"))
                .words(speech.say("head.construct"))
                .numbers(speech.say("head.n"))
                .numbers(speech.say("head.score"));
        all.forEach(each -> grid.row(
                Grid.text(each.label()),
                Grid.count(each.result().n()),
                Cell.number(each.score(), Printed.score(each.score()))));
        Figure figure = figure("F3.3", speech.say("f3.3.caption"), (charts, form) -> charts.dots(data, form), grid, n);
        return Optional.of(told(figure, subtitle));
    }

    static Mark mark(Result result, String text) {
        Optional<Interval> interval = result.interval();
        return interval.<Mark>map(known -> new Mark.Interval(
                        result.number(), known.lower().number(), known.upper().number(), text))
                .orElseGet(() -> new Mark.Point(result.number(), text));
    }

    Figure figure(String key, String caption, Figures.Drawn drawn, Grid data) {
        return new Figures(material.charts(), material.origins().tables())
                .figure(key, caption, drawn, data.done(""), note());
    }

    /** @param n valid answers behind it, in words */
    Figure figure(String key, String caption, Figures.Drawn drawn, Grid data, String n) {
        return new Figures(material.charts(), material.origins().tables())
                .figure(key, caption, drawn, data.done(""), note(n));
    }

    /**
     * A figure of reliability or validity.
     *
     * @param n answers behind it and whose, in words: {@link #complete} or {@link #ofEach}
     */
    Figure ofScale(String key, String caption, Figures.Drawn drawn, Grid data, String n) {
        return new Figures(material.charts(), material.origins().tables())
                .figure(key, caption, drawn, data.done(""), scaleNote(n));
    }

    /** With what is drawn before the source: the subtitle stands in files only. */
    Figure told(Figure figure, String subtitle) {
        return figure.withNote(speech.say("figure.told", "subtitle", subtitle, "note", figure.note()));
    }

    Words scaleWords(String title, String subtitle, String n) {
        return new Words(title, subtitle, scaleNote(n), title, speech.say("none"));
    }

    /** 290（答完所計題目者）: of figures that count who answered every item. */
    String complete(String n) {
        return speech.say("n.complete", "n", n);
    }

    /** 290–300（各題作答者）: of figures that count the answers of each item alone. */
    String ofEach(String n) {
        return speech.say("n.each", "n", n);
    }

    Words words(String title, String subtitle, String description) {
        return new Words(title, subtitle, note(), description, speech.say("none"));
    }

    /** Source, wave, n, weights and the sentence of the sample: what stands under every figure of shares and means. */
    String note() {
        return note(Printed.count(
                Math.round(material.results().value("sample.n").asOptional().orElse(0))));
    }

    /** @param n valid answers behind the figure, in words: fewer than were used, where some did not answer */
    String note(String n) {
        return speech.say(
                weightedKey("figure.note"),
                "title",
                material.text(material.survey().title()),
                "wave",
                wave(),
                "n",
                n,
                "sentence",
                material.sample().sentence().in(material.language()));
    }

    /** Under figures of reliability and validity: never weighted, of fewer people, and without a margin of error, which is not theirs. */
    private String scaleNote(String n) {
        return speech.say(
                "figure.note.scales", "title", material.text(material.survey().title()), "wave", wave(), "n", n);
    }

    private String wave() {
        String wave = material.results().head().wave();
        return wave.isEmpty() ? "" : speech.say("figure.wave", "wave", wave);
    }

    private String weightedKey(String key) {
        return material.sample().weighted() ? key + ".weighted" : key;
    }

    /** Whether any mean has an interval; in a drawn sample clusters or a complete count leave none. */
    static boolean hasIntervals(Material material) {
        return material.results().all().stream()
                .anyMatch(result ->
                        result.key().endsWith(".item_mean") && result.interval().isPresent());
    }

    /** Subtitles name the interval, or the kind of sample where there can be none. */
    String intervalKey(String key) {
        return switch (material.sample().code()) {
            case W5 -> key + ".voluntary";
            case W6 -> key + ".quota";
            case W4 -> key + ".census";
            case W1, W2, W3, W7 -> hasIntervals(material) ? key : key + ".without";
        };
    }
}
