package tw.minsheng.report.chapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tw.minsheng.chart.DotsData;
import tw.minsheng.chart.HeatData;
import tw.minsheng.chart.Mark;
import tw.minsheng.chart.ScreeData;
import tw.minsheng.chart.SpreadData;
import tw.minsheng.document.Cell;
import tw.minsheng.document.Figure;
import tw.minsheng.report.Result;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.Standards.Measure;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;
import tw.minsheng.survey.Construct;
import tw.minsheng.survey.Scale;

/** Figures of reliability and validity: scree, loadings, item-total correlations, spreads. */
final class ValidityDrawings {

    /** Smaller loadings are not coloured. */
    private static final double SLIGHT = .30;

    private final Material material;
    private final Speech speech;
    private final Drawings drawings;

    ValidityDrawings(Material material) {
        this.material = material;
        this.speech = material.speech();
        this.drawings = new Drawings(material);
    }

    /** F4.1: eigenvalues beside chance; nothing without eigenvalues. */
    Optional<Figure> scree(String after, String object) {
        return material.table("T4.5.eigenvalues" + after)
                .filter(table -> !table.rows().isEmpty())
                .map(table -> scree(after, object, table));
    }

    private Figure scree(String after, String object, ResultTable table) {
        Optional<Result> found =
                material.results().find(object + ".parallel_pc_normal.n_by_p95").filter(Result::isKnown);
        String title = found.map(result -> speech.say("f4.1.title", "found", Printed.whole(result.number())))
                .orElseGet(() -> speech.say("f4.1.title.plain"));
        long n = material.results().find(object + ".kmo").map(Result::n).orElse(0L);
        String subtitle = speech.say("f4.1.subtitle", "k", table.rows().size(), "n", Printed.count(n));
        boolean chance = table.rows().stream().findFirst().isPresent()
                && IntStream.range(0, table.rows().size())
                        .allMatch(
                                row -> table.entry(row, "random_p95").asNumber().isPresent());
        ScreeData data = new ScreeData(
                drawings.unweightedWords(title, subtitle),
                speech.say("f4.1.eigenvalue"),
                speech.say("f4.1.random"),
                speech.say("f4.1.axis"),
                column(table, "eigenvalue"),
                chance ? column(table, "random_p95") : List.of());
        Grid grid = new Grid("F4.1" + after + ".data", speech.say("f4.1.caption"))
                .numbers(speech.say("f4.1.axis"))
                .numbers(speech.say("f4.1.eigenvalue"))
                .numbers(speech.say("head.pct_variance"))
                .numbers(speech.say("f4.1.random"));
        for (int row = 0; row < table.rows().size(); row++) {
            grid.row(
                    Grid.count(table.count(row, "component")),
                    Grid.of(table.entry(row, "eigenvalue"), value -> Printed.fixed(value, 3), speech.say("none")),
                    Grid.of(table.entry(row, "pct_variance"), value -> Printed.fixed(value, 1), speech.say("none")),
                    Grid.of(table.entry(row, "random_p95"), value -> Printed.fixed(value, 3), speech.say("none")));
        }
        return drawings.unweighted(
                "F4.1" + after, speech.say("f4.1.caption"), (charts, form) -> charts.scree(data, form), grid);
    }

    private static List<Double> column(ResultTable table, String column) {
        return IntStream.range(0, table.rows().size())
                .mapToObj(row -> table.number(row, column))
                .toList();
    }

    /** F4.loadings: loadings as a heat table, items by their declared construct. */
    Optional<Figure> loadings(String after, ResultTable table) {
        Loadings loadings = Loadings.of(table);
        if (loadings.factors().size() < 2) {
            return Optional.empty();
        }
        List<HeatData.Row> rows = new ArrayList<>();
        Grid grid = new Grid("F4.loadings" + after + ".data", speech.say("f4.loadings.caption"))
                .words(speech.say("head.item"));
        loadings.factors().forEach(factor -> grid.numbers(speech.say("head.factor", "number", factor)));
        for (int row = 0; row < table.rows().size(); row++) {
            int place = row;
            String item = material.scored(table.text(row, "item"));
            rows.add(new HeatData.Row(
                    item,
                    loadings.factors().stream()
                            .map(factor -> heat(loadings, place, factor))
                            .toList()));
            List<Cell> cells = new ArrayList<>(List.of(Grid.text(item)));
            loadings.factors()
                    .forEach(factor -> cells.add(
                            Grid.of(table.entry(place, "factor_" + factor), Printed::coefficient, speech.say("none"))));
            grid.row(cells);
        }
        String title = title(loadings);
        HeatData data = new HeatData(
                drawings.unweightedWords(title, speech.say(
                                "f4.loadings.subtitle",
                                "limit",
                                limit(Measure.LOADING),
                                "slight",
                                Printed.limit(SLIGHT))),
                loadings.factors().stream()
                        .map(factor -> speech.say("head.factor", "number", factor))
                        .toList(),
                rows);
        return Optional.of(drawings.unweighted(
                "F4.loadings" + after,
                speech.say("f4.loadings.caption"),
                (charts, form) -> charts.heat(data, form),
                grid));
    }

    /** How many items load highest where most of their construct do. */
    private String title(Loadings loadings) {
        var strongest = loadings.strongest();
        long together = IntStream.range(0, loadings.table().rows().size())
                .filter(row -> loadings.strongest(row)
                        .filter(factor ->
                                factor.equals(strongest.get(loadings.table().text(row, "construct"))))
                        .isPresent())
                .count();
        int all = loadings.table().rows().size();
        return together == all
                ? speech.say("f4.loadings.title.all", "all", all)
                : speech.say("f4.loadings.title", "together", together, "all", all);
    }

    private HeatData.Cell heat(Loadings loadings, int row, String factor) {
        if (!loadings.isKnown(row, factor)) {
            return new HeatData.Cell("", HeatData.Shade.NONE);
        }
        double loading = loadings.at(row, factor);
        return new HeatData.Cell(Printed.coefficient(loading), shade(loading));
    }

    private HeatData.Shade shade(double loading) {
        double strong = material.facts().standards().limit(Measure.LOADING);
        if (Math.abs(loading) < SLIGHT) {
            return HeatData.Shade.NONE;
        }
        if (loading > 0) {
            return loading >= strong ? HeatData.Shade.FAR_ABOVE : HeatData.Shade.ABOVE;
        }
        return loading <= -strong ? HeatData.Shade.FAR_BELOW : HeatData.Shade.BELOW;
    }

    /** F4.dots: the corrected item-total correlation of every item, construct by construct. */
    Optional<Figure> itemTotals(ResultTable items) {
        List<DotsData.Row> rows = new ArrayList<>();
        Grid grid = new Grid("F4.dots.data", speech.say("f4.dots.caption"))
                .words(speech.say("head.item"))
                .words(speech.say("head.construct"))
                .numbers(speech.say("head.n"))
                .numbers(speech.say("head.corrected"));
        long low = 0;
        double limit = material.facts().standards().limit(Measure.ITEM_TOTAL);
        double least = 0;
        for (int row = 0; row < items.rows().size(); row++) {
            String item = material.scored(items.text(row, "item"));
            boolean known = items.entry(row, "item_total_corrected").asNumber().isPresent();
            double r = known ? items.number(row, "item_total_corrected") : 0;
            low += known && r < limit ? 1 : 0;
            least = Math.min(least, r);
            rows.add(new DotsData.Row(
                    item,
                    speech.say("n", "n", Printed.count(items.count(row, "n"))),
                    known ? new Mark.Point(r, Printed.coefficient(r)) : new Mark.None()));
            grid.row(
                    Grid.text(item),
                    Grid.text(material.construct(items.text(row, "construct"))),
                    Grid.count(items.count(row, "n")),
                    Grid.of(items.entry(row, "item_total_corrected"), Printed::coefficient, speech.say("none")));
        }
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        String title = low == 0
                ? speech.say("f4.dots.title.all", "limit", limit(Measure.ITEM_TOTAL))
                : speech.say("f4.dots.title", "low", low, "limit", limit(Measure.ITEM_TOTAL));
        DotsData data = new DotsData(
                drawings.unweightedWords(title, speech.say("f4.dots.subtitle")),
                new DotsData.Axis(speech.say("head.corrected"), least < 0 ? -1 : 0, 1, .2, ""),
                List.of(new DotsData.Reference(limit, limit(Measure.ITEM_TOTAL))),
                rows);
        return Optional.of(drawings.unweighted(
                "F4.dots", speech.say("f4.dots.caption"), (charts, form) -> charts.dots(data, form), grid));
    }

    /** F4.spread: how the answers to the items of a construct are spread; nothing when nobody answered. */
    Optional<Figure> spread(Construct construct) {
        Optional<Scale> scale = construct.items().stream().findFirst().flatMap(material::scaleOf);
        List<String> items = construct.items().stream()
                .filter(item -> material.table("T3.3." + item).isPresent())
                .toList();
        if (scale.isEmpty() || items.isEmpty()) {
            return Optional.empty();
        }
        List<Scale.Point> points = scale.orElseThrow().ascending();
        List<SpreadData.Panel> panels = new ArrayList<>();
        String caption = speech.say("f4.spread.caption", "construct", material.text(construct.label()));
        Grid grid = new Grid("F4.spread." + construct.id() + ".data", caption)
                .words(speech.say("head.item"))
                .numbers(speech.say("head.n"));
        points.forEach(point -> grid.numbers(Integer.toString(point.value())));
        for (String item : items) {
            List<Long> counts = counts(item, points);
            long n = counts.stream().mapToLong(Long::longValue).sum();
            List<Double> shares = n == 0
                    ? List.of()
                    : counts.stream().map(count -> 100.0 * count / n).toList();
            panels.add(new SpreadData.Panel(material.label(item), speech.say("n", "n", Printed.count(n)), shares));
            List<Cell> cells = new ArrayList<>(List.of(Grid.text(material.label(item)), Grid.count(n)));
            counts.forEach(count -> cells.add(Grid.count(count)));
            grid.row(cells);
        }
        SpreadData data = new SpreadData(
                drawings.unweightedWords(caption, speech.say("f4.spread.subtitle")),
                points.stream().map(point -> Integer.toString(point.value())).toList(),
                panels);
        return Optional.of(drawings.unweighted(
                "F4.spread." + construct.id(), caption, (charts, form) -> charts.spread(data, form), grid));
    }

    private List<Long> counts(String item, List<Scale.Point> points) {
        ResultTable table = material.table("T3.3." + item).orElseThrow();
        return points.stream()
                .map(point -> IntStream.range(0, table.rows().size())
                        .filter(row -> table.text(row, "code").equals(Integer.toString(point.value())))
                        .mapToObj(row -> table.count(row, "n"))
                        .findFirst()
                        .orElse(0L))
                .toList();
    }

    private String limit(Measure measure) {
        return Printed.limit(material.facts().standards().limit(measure));
    }
}
