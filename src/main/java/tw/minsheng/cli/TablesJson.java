package tw.minsheng.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import tw.minsheng.dataset.weights.CountedSample;
import tw.minsheng.dataset.weights.ItemColumns;
import tw.minsheng.format.JsonWriter;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.crosstab.RaoScott;
import tw.minsheng.statistics.crosstab.SurveyTable;
import tw.minsheng.statistics.estimate.CrossSums;
import tw.minsheng.statistics.estimate.GroupedSample;
import tw.minsheng.statistics.estimate.MeanEstimate;
import tw.minsheng.statistics.estimate.MeanEstimator;
import tw.minsheng.statistics.sampling.Population;
import tw.minsheng.statistics.sampling.SampleDesign;
import tw.minsheng.statistics.weighting.Weighting;

/**
 * Means and cross tables of a weighted sample as JSON. Errors know that the weights were fitted to the population; those that take
 * the weights as given stand beside them as {@code fixed_weights} (S10).
 *
 * @param reverse items that are turned for their mean
 */
record TablesJson(JsonWriter json, ItemColumns items, Set<String> reverse, CountedSample sample, Weighting weighting) {

    /** @param by margins to cross the items with */
    void write(List<Integer> by) {
        GroupedSample aware = new GroupedSample(
                SampleDesign.simple(Population.unlimited()), sample.groups(), weighting.calibration());
        json.startObject().field("format", "minsheng-tables/1").field("rows", sample.rows());
        json.field("iterations", weighting.iterations());
        value("relative_margin_error", weighting.relativeMarginError());
        json.name("means").startArray();
        for (int item = 0; item < items.items().size(); item++) {
            mean(item, new MeanEstimator(aware));
        }
        json.end().name("tables").startArray();
        for (int margin : by) {
            int[] levels = sample.levelOfGroup(margin);
            IntStream.range(0, items.items().size())
                    .parallel()
                    .mapToObj(item -> Crossed.of(aware, item, new CrossSums(sample.item(item), levels)))
                    .toList()
                    .forEach(crossed -> table(crossed, margin));
        }
        json.end().end();
    }

    /** One table without its covariances, which are many. */
    private record Crossed(
            int item,
            long n,
            RaoScott aware,
            RaoScott fixed,
            List<Integer> rows,
            List<Integer> columns,
            List<Long> counts,
            List<Double> shares) {

        static Crossed of(GroupedSample sample, int item, CrossSums cross) {
            SurveyTable table = SurveyTable.of(sample, cross);
            return new Crossed(
                    item,
                    table.shares().n(),
                    RaoScott.of(table),
                    RaoScott.of(SurveyTable.of(sample.asFixed(), cross)),
                    table.rowLevels(),
                    table.columnLevels(),
                    Arrays.stream(cross.counts()).boxed().toList(),
                    table.shares().estimates().stream()
                            .flatMapToDouble(share -> share.asOptional().stream())
                            .boxed()
                            .toList());
        }
    }

    private void mean(int item, MeanEstimator estimator) {
        String name = items.items().get(item);
        boolean turned = reverse.contains(name);
        MeanEstimate mean =
                estimator.mean(sample.item(item).as(code -> turned ? items.highest() - code : items.lowest() + code));
        json.startObject().field("item", name).field("n", mean.n());
        value("mean", mean.mean());
        value("se", mean.se());
        value("se_fixed_weights", mean.seFixed());
        json.end();
    }

    private void table(Crossed crossed, int margin) {
        json.startObject()
                .field("item", items.items().get(crossed.item()))
                .field("by", sample.margins().get(margin).variable())
                .field("n", crossed.n());
        test(crossed.aware());
        json.name("fixed_weights").startObject();
        test(crossed.fixed());
        json.end();
        json.field("empty_cells", crossed.aware().emptyCells());
        json.name("rows").startArray();
        crossed.rows().forEach(code -> json.number(items.lowest() + (long) code));
        json.end().name("columns").startArray();
        List<String> names = sample.margins().get(margin).levels();
        crossed.columns().forEach(level -> json.text(names.get(level)));
        json.end();
        cells("counts", crossed.counts(), crossed.columns().size(), json::number);
        cells("shares", crossed.shares(), crossed.columns().size(), json::number);
        json.end();
    }

    private void test(RaoScott test) {
        value("x2", test.x2());
        value("f", test.f());
        value("ndf", test.ndf());
        value("ddf", test.ddf());
        value("p", test.p());
    }

    /** Row by row; no rows where there are no cells. */
    private <T> void cells(String name, List<T> cells, int width, Consumer<T> write) {
        json.name(name).startArray();
        for (int from = 0; from < cells.size(); from += width) {
            json.startArray();
            cells.subList(from, from + width).forEach(write);
            json.end();
        }
        json.end();
    }

    /** A number, or null with the reason beside it. */
    private void value(String name, Value value) {
        json.name(name);
        value.asOptional().ifPresentOrElse(json::number, json::nothing);
        value.reason().ifPresent(reason -> json.field(name + "_reason", reason.key()));
    }
}
