package tw.minsheng.report.chapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tw.minsheng.chart.DotsData;
import tw.minsheng.chart.Mark;
import tw.minsheng.chart.SpreadData;
import tw.minsheng.document.Cell;
import tw.minsheng.document.Figure;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.Standards.Measure;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;
import tw.minsheng.survey.Construct;
import tw.minsheng.survey.Scale;

/** Figures of items: how each goes along with the others of its construct, and how its answers are spread. */
final class ItemDrawings {

    private final Material material;
    private final Speech speech;
    private final Drawings drawings;

    ItemDrawings(Material material) {
        this.material = material;
        this.speech = material.speech();
        this.drawings = new Drawings(material);
    }

    /** F4.dots: the corrected item-total correlation of every item, construct by construct, on as many pages as they need. */
    List<Figure> itemTotals(ResultTable items) {
        return Paged.of(speech, "F4.dots", speech.say("f4.dots.caption"), items)
                .map(page -> itemTotals(items, page))
                .toList();
    }

    private Figure itemTotals(ResultTable items, Paged.Page page) {
        List<DotsData.Row> rows = new ArrayList<>();
        Grid grid = page.grid()
                .words(speech.say("head.item"))
                .words(speech.say("head.construct"))
                .numbers(speech.say("head.n"))
                .numbers(speech.say("head.corrected"));
        for (int row = page.from(); row < page.until(); row++) {
            String item = material.scored(items.text(row, "item"));
            boolean known = isKnown(items, row);
            rows.add(new DotsData.Row(
                    item,
                    speech.say("n", "n", Printed.count(items.count(row, "n"))),
                    known ? new Mark.Point(r(items, row), Printed.coefficient(r(items, row))) : new Mark.None()));
            grid.row(
                    Grid.text(item),
                    Grid.text(material.construct(items.text(row, "construct"))),
                    Grid.count(items.count(row, "n")),
                    Grid.of(items.entry(row, "item_total_corrected"), Printed::coefficient, speech.say("none")));
        }
        double limit = material.facts().standards().limit(Measure.ITEM_TOTAL);
        boolean negative = all(items).anyMatch(row -> isKnown(items, row) && r(items, row) < 0);
        String n = drawings.complete(Printed.span(IntStream.range(page.from(), page.until())
                .mapToObj(row -> items.count(row, "n"))
                .toList()));
        DotsData data = new DotsData(
                drawings.scaleWords(title(items, limit), speech.say("f4.dots.subtitle"), n),
                new DotsData.Axis(speech.say("head.corrected"), negative ? -1 : 0, 1, .2, ""),
                List.of(new DotsData.Reference(limit, Printed.limit(limit))),
                rows);
        return drawings.ofScale(page.key(), page.caption(), (charts, form) -> charts.dots(data, form), grid, n);
    }

    private static IntStream all(ResultTable items) {
        return IntStream.range(0, items.rows().size());
    }

    private static boolean isKnown(ResultTable items, int row) {
        return items.entry(row, "item_total_corrected").asNumber().isPresent();
    }

    private static double r(ResultTable items, int row) {
        return items.number(row, "item_total_corrected");
    }

    /** What all pages together say. */
    private String title(ResultTable items, double limit) {
        long known = all(items).filter(row -> isKnown(items, row)).count();
        long low = all(items)
                .filter(row -> isKnown(items, row) && r(items, row) < limit)
                .count();
        String key = known == 0 ? "f4.dots.title.none" : low == 0 ? "f4.dots.title.all" : "f4.dots.title";
        return speech.say(key, "low", low, "limit", Printed.limit(limit));
    }

    /** F4.spread: how the answers to the items of a construct are spread; nothing when nobody answered. */
    List<Figure> spread(Construct construct) {
        Optional<Scale> scale = construct.items().stream().findFirst().flatMap(material::scaleOf);
        List<String> items = construct.items().stream()
                .filter(item -> material.table("T3.3." + item).isPresent())
                .toList();
        if (scale.isEmpty()) {
            return List.of();
        }
        List<Scale.Point> points = scale.orElseThrow().ascending();
        String caption = speech.say("f4.spread.caption", "construct", material.text(construct.label()));
        return Paged.of(speech, "F4.spread." + construct.id(), caption, items.size())
                .map(page -> spread(items.subList(page.from(), page.until()), points, page))
                .toList();
    }

    private Figure spread(List<String> items, List<Scale.Point> points, Paged.Page page) {
        List<SpreadData.Panel> panels = new ArrayList<>();
        Grid grid = page.grid().words(speech.say("head.item")).numbers(speech.say("head.n"));
        points.forEach(point -> grid.numbers(Integer.toString(point.value())));
        for (String item : items) {
            List<Long> counts = counts(item, points);
            long n = sum(counts);
            List<Double> shares = n == 0
                    ? List.of()
                    : counts.stream().map(count -> 100.0 * count / n).toList();
            panels.add(new SpreadData.Panel(material.answered(item), speech.say("n", "n", Printed.count(n)), shares));
            List<Cell> cells = new ArrayList<>(List.of(Grid.text(material.answered(item)), Grid.count(n)));
            counts.forEach(count -> cells.add(Grid.count(count)));
            grid.row(cells);
        }
        String n = drawings.ofEach(Printed.span(
                items.stream().map(item -> sum(counts(item, points))).toList()));
        SpreadData data = new SpreadData(
                drawings.scaleWords(page.caption(), speech.say("f4.spread.subtitle"), n),
                points.stream().map(point -> Integer.toString(point.value())).toList(),
                panels);
        return drawings.ofScale(page.key(), page.caption(), (charts, form) -> charts.spread(data, form), grid, n);
    }

    private static long sum(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
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
}
