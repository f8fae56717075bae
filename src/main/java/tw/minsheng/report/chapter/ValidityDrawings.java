package tw.minsheng.report.chapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tw.minsheng.chart.HeatData;
import tw.minsheng.chart.ScreeData;
import tw.minsheng.document.Cell;
import tw.minsheng.document.Figure;
import tw.minsheng.report.Result;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.Standards.Measure;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;

/** Figures of factors: scree and loadings. */
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
        String title = found.map(result -> speech.say(
                        Math.round(result.number()) == 1 ? "f4.1.title.one" : "f4.1.title",
                        "found",
                        Printed.whole(result.number())))
                .orElseGet(() -> speech.say("f4.1.title.plain"));
        String n = Printed.count(
                material.results().find(object + ".kmo").map(Result::n).orElse(0L));
        String whose = drawings.complete(n);
        String subtitle = speech.say("f4.1.subtitle", "k", table.rows().size(), "n", n);
        boolean chance = table.rows().stream().findFirst().isPresent()
                && IntStream.range(0, table.rows().size())
                        .allMatch(
                                row -> table.entry(row, "random_p95").asNumber().isPresent());
        ScreeData data = new ScreeData(
                drawings.scaleWords(title, subtitle, whose),
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
        return drawings.ofScale(
                "F4.1" + after, speech.say("f4.1.caption"), (charts, form) -> charts.scree(data, form), grid, whose);
    }

    private static List<Double> column(ResultTable table, String column) {
        return IntStream.range(0, table.rows().size())
                .mapToObj(row -> table.number(row, column))
                .toList();
    }

    /** F4.loadings: loadings as a heat table, items by their declared construct; on as many pages as they need. */
    List<Figure> loadings(String after, ResultTable table) {
        Loadings loadings = Loadings.of(table);
        if (loadings.factors().size() < 2) {
            return List.of();
        }
        long n =
                material.table("T4.4" + after).map(found -> found.count(0, "n")).orElse(0L);
        return Paged.of(speech, "F4.loadings" + after, speech.say("f4.loadings.caption"), table)
                .map(page -> loadings(loadings, page, n))
                .toList();
    }

    private Figure loadings(Loadings loadings, Paged.Page page, long n) {
        ResultTable table = loadings.table();
        List<HeatData.Row> rows = new ArrayList<>();
        Grid grid = page.grid().words(speech.say("head.item"));
        loadings.factors().forEach(factor -> grid.numbers(speech.say("head.factor", "number", factor)));
        for (int row = page.from(); row < page.until(); row++) {
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
        String subtitle =
                speech.say("f4.loadings.subtitle", "limit", limit(Measure.LOADING), "slight", Printed.limit(SLIGHT));
        String whose = drawings.complete(Printed.count(n));
        HeatData data = new HeatData(
                drawings.scaleWords(title(loadings), subtitle, whose),
                loadings.factors().stream()
                        .map(factor -> speech.say("head.factor", "number", factor))
                        .toList(),
                rows);
        return drawings.ofScale(page.key(), page.caption(), (charts, form) -> charts.heat(data, form), grid, whose);
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

    private String limit(Measure measure) {
        return Printed.limit(material.facts().standards().limit(measure));
    }
}
