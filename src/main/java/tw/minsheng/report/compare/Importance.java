package tw.minsheng.report.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import tw.minsheng.dataset.Column;
import tw.minsheng.kernel.Language;
import tw.minsheng.report.Basis;
import tw.minsheng.report.Result;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.Tables;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.Normal;
import tw.minsheng.statistics.driver.ImportancePerformance;
import tw.minsheng.statistics.driver.Quadrant;
import tw.minsheng.statistics.estimate.RowEstimator;
import tw.minsheng.statistics.estimate.VectorEstimate;
import tw.minsheng.survey.Construct;
import tw.minsheng.survey.Scale;

/**
 * 重要度與滿意度分析 (IP1): importance is derived, the correlation of an item with the overall item; the cross lies at the means over the
 * items. Only items over one range of points, the most common one: their means can be compared.
 */
final class Importance {

    private static final double HALF = Normal.halfWidth(.95);

    private final People people;
    private final List<Column> items;
    private final List<double[]> points;
    private final double[] overall;
    private final double[] weights;
    private final ImportancePerformance found;

    private Importance(People people, List<Column> items, double[] overall) {
        this.people = people;
        this.items = items;
        this.points = items.stream().map(people::points).toList();
        this.overall = overall;
        this.weights = people.sample().weights();
        double[][] all = points.toArray(double[][]::new);
        this.found = people.isWeighted()
                ? ImportancePerformance.weighted(all, overall, weights)
                : ImportancePerformance.of(all, overall);
    }

    /** Nothing without an overall item. */
    static Optional<Importance> of(People people) {
        Optional<Column> overall =
                people.tally().layout().column(people.survey().overall());
        return overall.filter(Column::isItem)
                .map(column -> new Importance(people, items(people, column), people.points(column)))
                .filter(made -> !made.items.isEmpty());
    }

    private static List<Column> items(People people, Column overall) {
        Map<List<Integer>, List<Column>> byRange = new LinkedHashMap<>();
        for (Construct construct : people.survey().constructs()) {
            for (String id : construct.items()) {
                people.tally()
                        .layout()
                        .column(id)
                        .filter(column -> !column.id().equals(overall.id()))
                        .ifPresent(column -> {
                            Scale scale =
                                    people.survey().scale(column.variable().scale());
                            List<Column> same = byRange.computeIfAbsent(
                                    List.of(scale.min(), scale.max()), range -> new ArrayList<>());
                            if (!same.contains(column)) {
                                same.add(column);
                            }
                        });
            }
        }
        List<Column> most = List.of();
        for (List<Column> same : byRange.values()) {
            most = same.size() > most.size() ? same : most;
        }
        return List.copyOf(most);
    }

    /** Whether the place of an item about the cross may be chance: the interval of its mean or of its correlation reaches over it. */
    private boolean isNear(int item) {
        ImportancePerformance.Item each = found.items().get(item);
        if (each.quadrant().isEmpty()) {
            return false;
        }
        double off =
                Math.abs(each.performance().number() - found.crossPerformance().number());
        VectorEstimate mean = new RowEstimator(people.sample()).means(points.get(item));
        boolean near = mean.se(0).isKnown() && off <= HALF * mean.se(0).number();
        return near || isNearByImportance(item, each.importance().number());
    }

    /** By Fisher's interval of r, with as many people as the weights leave. */
    private boolean isNearByImportance(int item, double r) {
        double sum = 0;
        double squares = 0;
        for (int row = 0; row < overall.length; row++) {
            boolean both = !Missing.is(overall[row]) && !Missing.is(points.get(item)[row]);
            sum += both ? weights[row] : 0;
            squares += both ? weights[row] * weights[row] : 0;
        }
        double n = squares > 0 ? sum * sum / squares : 0;
        double off = atanh(r) - atanh(found.crossImportance().number());
        return n <= 3 || Math.abs(off) <= HALF / StrictMath.sqrt(n - 3);
    }

    private static double atanh(double r) {
        return StrictMath.log((1 + r) / (1 - r)) / 2;
    }

    List<Result> results() {
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            ImportancePerformance.Item each = found.items().get(i);
            String object = "item." + items.get(i).id();
            results.add(Result.of(object + ".performance", each.performance(), basis(i, "mean")));
            results.add(Result.of(object + ".importance_pearson", each.importance(), basis(i, "pearson_with_overall")));
            results.add(Result.of(
                    object + ".importance_spearman",
                    each.rankImportance(),
                    new Basis(each.n(), people.size(), 1, "spearman_with_overall", false, MissingRule.PAIRWISE)));
        }
        Basis all = new Basis(
                people.size(),
                people.size(),
                items.size(),
                "mean_over_items",
                people.isWeighted(),
                MissingRule.PAIRWISE);
        results.add(Result.of("total.cross_performance", found.crossPerformance(), all));
        results.add(Result.of("total.cross_importance", found.crossImportance(), all));
        return results.stream().map(result -> result.with(people.warnings())).toList();
    }

    private Basis basis(int item, String method) {
        return new Basis(
                found.items().get(item).n(), people.size(), 1, method, people.isWeighted(), MissingRule.PAIRWISE);
    }

    /** T4.9: the items in their order. */
    ResultTable table() {
        return Tables.named("T4.9")
                .words("item", items.stream().map(Column::id).toList())
                .words(
                        "label",
                        items.stream()
                                .map(item -> item.variable().label().in(Language.ZH_TW))
                                .toList())
                .counts("n", each(ImportancePerformance.Item::n))
                .numbers("performance", number(ImportancePerformance.Item::performance))
                .numbers("importance_pearson", number(ImportancePerformance.Item::importance))
                .numbers("importance_spearman", number(ImportancePerformance.Item::rankImportance))
                .words(
                        "quadrant",
                        each(item -> item.quadrant().map(Quadrant::key).orElse("")))
                .words(
                        "near_cross",
                        IntStream.range(0, items.size())
                                .mapToObj(item -> isNear(item) ? "yes" : "no")
                                .toList())
                .result();
    }

    private <T> List<T> each(Function<ImportancePerformance.Item, T> value) {
        return found.items().stream().map(value).toList();
    }

    private List<Optional<Double>> number(Function<ImportancePerformance.Item, Value> value) {
        return each(item -> Differences.known(value.apply(item)));
    }
}
