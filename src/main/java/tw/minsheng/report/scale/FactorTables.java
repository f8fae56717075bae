package tw.minsheng.report.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tw.minsheng.dataset.Column;
import tw.minsheng.kernel.Language;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.Tables;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.battery.Block;
import tw.minsheng.statistics.battery.Shape;
import tw.minsheng.survey.Construct;

/**
 * T4.4 adequacy, T4.5 eigenvalues beside chance and loadings beside the declared 構面, T4.6 convergent and discriminant validity.
 */
final class FactorTables {

    private static final String EFA = "efa";
    private static final String CFA = "cfa";
    private static final double PERCENT = 100;

    private final Study study;
    private final String after;
    private final List<String> items;

    /** @param after ends the keys of tables where a survey has several families of constructs */
    FactorTables(Study study, String after) {
        this.study = study;
        this.after = after;
        this.items = study.family().items().stream().map(Column::id).toList();
    }

    List<ResultTable> all() {
        List<ResultTable> tables = new ArrayList<>(List.of(adequacy(), eigenvalues()));
        loadings("T4.5", "pca_loadings_varimax_kaiser", "pca_loadings_unrotated", "pca_communalities")
                .ifPresent(tables::add);
        loaded().map(this::variance).ifPresent(tables::add);
        loadings("T4.5.paf", "paf_loadings_varimax_kaiser", "paf_loadings_unrotated", "paf_communalities")
                .ifPresent(tables::add);
        study.table(EFA, Block.TOTAL, "paf_promax4_spss", "phi")
                .map(phi -> square("T4.5.phi", phi))
                .ifPresent(tables::add);
        tables.add(convergent());
        study.table(CFA, Block.ALL, "htmt_henseler")
                .map(htmt -> square("T4.6.htmt", htmt))
                .ifPresent(tables::add);
        study.table(CFA, Block.ALL, "fornell_larcker_table")
                .map(table -> square("T4.6.fornell_larcker", table))
                .ifPresent(tables::add);
        return tables;
    }

    /** One row; k counts the items that vary. */
    private ResultTable adequacy() {
        int varying = study.series(EFA, Block.TOTAL, "eigenvalues").size();
        return Tables.named("T4.4" + after)
                .counts("n", List.of(study.block(EFA, Block.TOTAL).map(Block::n).orElse(0L)))
                .counts("k", List.of((long) (varying == 0 ? study.items(Block.TOTAL) : varying)))
                .numbers("kmo", number("kmo"))
                .numbers("bartlett_chisq", number("bartlett_chisq"))
                .numbers("bartlett_df", number("bartlett_df"))
                .numbers("bartlett_p", number("bartlett_p"))
                .numbers("det_r", number("det_r"))
                .result();
    }

    private List<Optional<Double>> number(String statistic) {
        return List.of(Study.known(study.number(EFA, Block.TOTAL, statistic)));
    }

    private ResultTable eigenvalues() {
        List<Value> values = study.series(EFA, Block.TOTAL, "eigenvalues");
        List<Value> shares = study.series(EFA, Block.TOTAL, "pct_variance");
        List<Value> mean = study.series(EFA, Block.TOTAL, "parallel_pc_normal", "sim_mean");
        List<Value> high = study.series(EFA, Block.TOTAL, "parallel_pc_normal", "sim_p95");
        return Tables.named("T4.5.eigenvalues" + after)
                .counts(
                        "component",
                        IntStream.rangeClosed(1, values.size())
                                .mapToObj(i -> (long) i)
                                .toList())
                .numbers("eigenvalue", known(values, values.size()))
                .numbers("pct_variance", known(shares, values.size()))
                .numbers("random_mean", known(mean, values.size()))
                .numbers("random_p95", known(high, values.size()))
                .result();
    }

    private static List<Optional<Double>> known(List<Value> values, int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> i < values.size() ? Study.known(values.get(i)) : Optional.<Double>empty())
                .toList();
    }

    /** One factor cannot be turned; then the unrotated loadings stand here. */
    private Optional<ResultTable> loadings(String key, String turned, String plain, String communalities) {
        return study.table(EFA, Block.TOTAL, turned)
                .or(() -> study.table(EFA, Block.TOTAL, plain))
                .map(table -> {
                    List<String> known =
                            items.stream().filter(table.rows()::contains).toList();
                    Tables made = Tables.named(key + after)
                            .words("item", known)
                            .words(
                                    "construct",
                                    known.stream().map(this::constructOf).toList());
                    for (String factor : table.columns()) {
                        int column = table.columns().indexOf(factor);
                        made = made.numbers(
                                "factor_" + factor,
                                known.stream()
                                        .map(item -> at(table, item, column))
                                        .toList());
                    }
                    return made.numbers(
                                    "communality",
                                    known.stream()
                                            .map(item -> Study.known(study.part(EFA, Block.TOTAL, communalities, item)))
                                            .toList())
                            .numbers(
                                    "msa",
                                    known.stream()
                                            .map(item -> Study.known(study.part(EFA, Block.TOTAL, "msa", item)))
                                            .toList())
                            .result();
                });
    }

    /** The loadings of T4.5. */
    private Optional<Shape.Table> loaded() {
        return study.table(EFA, Block.TOTAL, "pca_loadings_varimax_kaiser")
                .or(() -> study.table(EFA, Block.TOTAL, "pca_loadings_unrotated"));
    }

    /** T4.5.variance: of each component of T4.5, as it is after turning, Σ loading² and what that is of all variance. */
    private ResultTable variance(Shape.Table table) {
        List<Double> sums = IntStream.range(0, table.columns().size())
                .mapToObj(column -> table.cells().stream()
                        .map(row -> row.get(column))
                        .filter(Value::isKnown)
                        .mapToDouble(loading -> loading.number() * loading.number())
                        .sum())
                .toList();
        double all = table.rows().size();
        return Tables.named("T4.5.variance" + after)
                .words("factor", table.columns())
                .numbers("sum_of_squares", sums.stream().map(Optional::of).toList())
                .numbers(
                        "pct_variance",
                        sums.stream()
                                .map(sum -> Optional.of(PERCENT * sum / all))
                                .toList())
                .numbers(
                        "cumulative_pct",
                        IntStream.rangeClosed(1, sums.size())
                                .mapToObj(last -> Optional.of(PERCENT
                                        * sums.subList(0, last).stream()
                                                .mapToDouble(Double::doubleValue)
                                                .sum()
                                        / all))
                                .toList())
                .result();
    }

    private static Optional<Double> at(Shape.Table table, String item, int column) {
        return Study.known(table.cells().get(table.rows().indexOf(item)).get(column));
    }

    private String constructOf(String item) {
        return study.family().constructs().stream()
                .filter(construct -> construct.items().contains(item))
                .map(Construct::id)
                .findFirst()
                .orElse("");
    }

    /** By confirmatory analysis, or where there is none from the one-factor solution of each construct, and named so. */
    private ResultTable convergent() {
        List<Construct> constructs = study.family().constructs();
        List<Convergent> all = constructs.stream().map(this::convergent).toList();
        return Tables.named("T4.6" + after)
                .words("construct", constructs.stream().map(Construct::id).toList())
                .words(
                        "label",
                        constructs.stream()
                                .map(construct -> construct.label().in(Language.ZH_TW))
                                .toList())
                .words(
                        "object",
                        constructs.stream().map(each -> study.family().object()).toList())
                .words("source", all.stream().map(Convergent::source).toList())
                .counts(
                        "k",
                        constructs.stream()
                                .map(each -> (long) study.items(study.scaleOf(each.id())))
                                .toList())
                .numbers(
                        "cr",
                        all.stream()
                                .map(each -> Study.known(each.reliability()))
                                .toList())
                .numbers(
                        "ave",
                        all.stream().map(each -> Study.known(each.variance())).toList())
                .result();
    }

    private record Convergent(String source, Value reliability, Value variance) {}

    private Convergent convergent(Construct construct) {
        Value reliability = study.part(CFA, Block.ALL, "cr_fornell_larcker", construct.id());
        Value variance = study.part(CFA, Block.ALL, "ave_fornell_larcker", construct.id());
        if (reliability.isKnown()) {
            return new Convergent("cfa", reliability, variance);
        }
        Value alone = study.part(CFA, Block.ALL, "cr_one_factor", construct.id());
        return alone.isKnown()
                ? new Convergent("one_factor", alone, study.part(CFA, Block.ALL, "ave_one_factor", construct.id()))
                : new Convergent("none", reliability, variance);
    }

    private ResultTable square(String key, Shape.Table table) {
        Tables made = Tables.named(key + after).words("name", table.rows());
        for (int column = 0; column < table.columns().size(); column++) {
            int place = column;
            made = made.numbers(
                    table.columns().get(column),
                    table.cells().stream()
                            .map(row -> Study.known(row.get(place)))
                            .toList());
        }
        return made.result();
    }
}
