package tw.minsheng.report.chapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tw.minsheng.chart.BalanceData;
import tw.minsheng.chart.DotsData;
import tw.minsheng.chart.HistogramData;
import tw.minsheng.chart.RankedData;
import tw.minsheng.document.Figure;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;

/** The figures of chapter 2: dispositions, distance from the population, weights. */
final class SampleDrawings {

    private final Material material;
    private final Speech speech;
    private final Drawings drawings;

    SampleDrawings(Material material) {
        this.material = material;
        this.speech = material.speech();
        this.drawings = new Drawings(material);
    }

    /** F2.2 over the variables whose population is known; nothing when there is none. */
    Optional<Figure> balance(List<ResultTable> margins) {
        List<BalanceData.Group> groups = new ArrayList<>();
        Grid grid = new Grid("F2.2.data", speech.say("f2.2.caption"))
                .words(speech.say("head.category"))
                .numbers(speech.say("head.difference"))
                .numbers(speech.say("head.difference_weighted"));
        double widest = 0;
        boolean hidden = false;
        boolean weighted = material.sample().weighted();
        for (ResultTable margin : margins) {
            String variable = margin.key().substring("T2.5.".length());
            List<BalanceData.Row> rows = new ArrayList<>();
            for (int row = 0; row < margin.rows().size(); row++) {
                if (margin.entry(row, "difference").reason().isPresent()) {
                    hidden = true;
                    continue;
                }
                if (margin.entry(row, "difference").asNumber().isEmpty()) {
                    // nobody answered the question: there is nothing to compare
                    continue;
                }
                double before = margin.number(row, before(margin)) * 100;
                double after = margin.number(row, "difference_weighted") * 100;
                String label = material.valueLabel(variable, margin.text(row, "code"));
                String share = Printed.percent(margin.number(row, "population_share"));
                String text = weighted
                        ? speech.say(
                                "f2.2.both",
                                "before",
                                Printed.points(before / 100),
                                "after",
                                Printed.points(after / 100))
                        : Printed.points(before / 100);
                rows.add(new BalanceData.Row(
                        speech.say("f2.2.row", "label", label, "share", share), before, after, text));
                widest = Math.max(widest, Math.abs(before));
                if (rows.size() == 1) {
                    grid.group(material.label(variable));
                }
                grid.row(
                        Grid.text(label),
                        Grid.of(margin.entry(row, before(margin)), Printed::points, speech.say("none")),
                        Grid.of(margin.entry(row, "difference_weighted"), Printed::points, speech.say("none")));
            }
            if (!rows.isEmpty()) {
                groups.add(new BalanceData.Group(material.label(variable), rows));
            }
        }
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        boolean drawn = margins.stream().anyMatch(margin -> before(margin).endsWith("_drawn"));
        String title = speech.say(hidden ? "f2.2.title.shown" : "f2.2.title", "points", Printed.fixed(widest, 1));
        BalanceData data = new BalanceData(
                drawings.words(title, speech.say(drawn ? "f2.2.subtitle.drawn" : "f2.2.subtitle"), title),
                speech.say("f2.2.axis"),
                speech.say("f2.2.population"),
                speech.say(drawn ? "f2.2.before.drawn" : "f2.2.before"),
                weighted ? speech.say("f2.2.after") : "",
                groups);
        return Optional.of(drawings.figure(
                "F2.2", speech.say("f2.2.caption"), (charts, form) -> charts.balance(data, form), grid));
    }

    /** What weighting starts from: the sample, or where some had another chance, the sample with the weights of the draw. */
    private static String before(ResultTable margin) {
        return margin.columns().contains("difference_drawn") ? "difference_drawn" : "difference";
    }

    /** F2.1: what became of every drawn case, in AAPOR's order. */
    Optional<Figure> dispositions() {
        return material.table("T2.3").map(table -> {
            long all = 0;
            for (int row = 0; row < table.rows().size(); row++) {
                all += table.count(row, "n");
            }
            List<RankedData.Row> rows = new ArrayList<>();
            Grid grid = new Grid("F2.1.data", speech.say("f2.1.caption"))
                    .words(speech.say("head.disposition"))
                    .numbers(speech.say("head.n"));
            for (int row = 0; row < table.rows().size(); row++) {
                long n = table.count(row, "n");
                String label = speech.say("disposition." + table.text(row, "code"));
                String text = speech.say(
                        "f.cell", "n", Printed.count(n), "share", Printed.percentWhole((double) n / Math.max(all, 1)));
                rows.add(new RankedData.Row(label, (double) n, text, row > 0));
                grid.row(Grid.text(label), Grid.count(n));
            }
            String title = speech.say(
                    "f2.1.title",
                    "n",
                    Printed.count(table.count(0, "n")),
                    "all",
                    Printed.count(all),
                    "share",
                    Printed.percent((double) table.count(0, "n") / Math.max(all, 1)));
            RankedData data = new RankedData(drawings.words(title, speech.say("f2.1.subtitle"), title), rows);
            return drawings.figure(
                    "F2.1", speech.say("f2.1.caption"), (charts, form) -> charts.ranked(data, form), grid);
        });
    }

    /** F2.3: how the weights lie around their mean; nothing when nothing is weighted. */
    Optional<Figure> weights() {
        return material.table("F2.3").map(table -> {
            List<HistogramData.Bin> bins = new ArrayList<>();
            Grid grid = new Grid("F2.3.data", speech.say("f2.3.caption"))
                    .words(speech.say("head.weight"))
                    .numbers(speech.say("head.n"));
            for (int row = 0; row < table.rows().size(); row++) {
                double from = table.number(row, "from");
                double to = table.number(row, "to");
                long n = table.count(row, "n");
                bins.add(new HistogramData.Bin(from, to, n));
                String name = speech.say("f2.3.bin", "from", Printed.fixed(from, 2), "to", Printed.fixed(to, 2));
                grid.row(Grid.text(name), Grid.count(n));
            }
            String title = speech.say("f2.3.title", "min", weight("min", 2), "max", weight("max", 2));
            String width = Printed.fixed(bins.get(0).to() - bins.get(0).from(), 2);
            HistogramData data = new HistogramData(
                    drawings.words(title, speech.say("f2.3.subtitle"), title),
                    speech.say("f2.3.counted"),
                    speech.say("f2.3.axis", "width", width),
                    bins,
                    medianWeight());
            return drawings.figure(
                    "F2.3", speech.say("f2.3.caption"), (charts, form) -> charts.histogram(data, form), grid);
        });
    }

    private List<DotsData.Reference> medianWeight() {
        return weightRow("median")
                .map(median -> List.of(
                        new DotsData.Reference(median, speech.say("f2.3.median", "weight", Printed.fixed(median, 2)))))
                .orElse(List.of());
    }

    private String weight(String statistic, int decimals) {
        return weightRow(statistic).map(value -> Printed.fixed(value, decimals)).orElseGet(() -> speech.say("none"));
    }

    private Optional<Double> weightRow(String statistic) {
        return material.table("T2.6").flatMap(table -> {
            for (int row = 0; row < table.rows().size(); row++) {
                if (table.text(row, "statistic").equals(statistic)) {
                    return Optional.of(table.number(row, "value"));
                }
            }
            return Optional.empty();
        });
    }
}
