package tw.minsheng.report.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import tw.minsheng.dataset.ColumnTally;
import tw.minsheng.kernel.Language;
import tw.minsheng.report.Basis;
import tw.minsheng.report.Result;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.Tables;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.sampling.Representativeness;
import tw.minsheng.statistics.weighting.Calibration;
import tw.minsheng.survey.Population;
import tw.minsheng.survey.Variable;
import tw.minsheng.survey.Weighting;

/** How far the sample is from the population, before and after weighting (代表性檢定). */
final class MarginFigures {

    private static final double PERCENT = 100;

    private static final String[] FIGURES = {"n", "share", "difference", "share_weighted", "difference_weighted"};
    private static final String[] OF_DRAW = {"share_drawn", "difference_drawn"};

    private final Weighed sample;
    private final SmallGroups groups;

    MarginFigures(Weighed sample, SmallGroups groups) {
        this.sample = sample;
        this.groups = groups;
    }

    /**
     * One variable whose population is known, before and after.
     *
     * @param drawn with the weights of the draw alone; none where everybody was drawn alike
     */
    private record Compared(
            ColumnTally column,
            Population population,
            Representativeness before,
            Optional<Representativeness> drawn,
            Representativeness after) {

        /** Whether somebody gave a value whose population is not known, so that the table is about fewer people. */
        boolean isPart() {
            return before.n() < column.frequencies().valid();
        }
    }

    List<Result> results() {
        List<Result> results = new ArrayList<>();
        for (Compared each : compared()) {
            results.addAll(groups.of(each.column()).isEmpty() ? shown(each) : hidden(each));
        }
        return results;
    }

    private List<Result> shown(Compared each) {
        List<Result> results = new ArrayList<>();
        String object = "margin." + each.column().column().id();
        Representativeness before = each.before();
        Value df = before.x2().isKnown() ? Value.of((double) before.df()) : before.x2();
        results.add(figure(object + ".x2", before.x2(), before, "chi_square_goodness_of_fit", false));
        results.add(figure(object + ".df", df, before, "chi_square_goodness_of_fit", false));
        results.add(figure(object + ".p", before.p(), before, "chi_square_goodness_of_fit", false));
        results.add(figure(
                object + ".max_diff",
                before.maxDifference().map(points -> points / PERCENT),
                before,
                "largest_difference",
                false));
        each.drawn()
                .ifPresent(drawn -> results.add(figure(
                        object + ".max_diff.drawn",
                        drawn.maxDifference().map(points -> points / PERCENT),
                        drawn,
                        "largest_difference",
                        true)));
        results.add(figure(
                object + ".max_diff.after",
                each.after().maxDifference().map(points -> points / PERCENT),
                each.after(),
                "largest_difference",
                sample.isWeighted()));
        if (isTestedAfter(each.column().column().id())) {
            Representativeness after = each.after();
            results.add(figure(object + ".x2.after", after.x2(), after, "chi_square_goodness_of_fit", true));
            results.add(figure(object + ".p.after", after.p(), after, "chi_square_goodness_of_fit", true));
        }
        return results;
    }

    /**
     * In place of the figures of a variable with hidden groups: with the population, χ² and the largest difference are
     * equations for the hidden counts.
     */
    private List<Result> hidden(Compared each) {
        String variable = each.column().column().id();
        List<String> names = new ArrayList<>(List.of(".x2", ".p", ".max_diff", ".max_diff.after"));
        if (each.drawn().isPresent()) {
            names.add(".max_diff.drawn");
        }
        if (isTestedAfter(variable)) {
            names.addAll(List.of(".x2.after", ".p.after"));
        }
        long n = each.isPart() ? 0 : each.before().n();
        List<Result> results = new ArrayList<>();
        for (String name : names) {
            String method = name.startsWith(".max") ? "largest_difference" : "chi_square_goodness_of_fit";
            boolean weighted = (name.endsWith(".after") || name.endsWith(".drawn")) && sample.isWeighted();
            Basis basis = new Basis(n, n, 0, method, weighted, MissingRule.DOMAIN);
            results.add(Result.of("margin." + variable + name, groups.hidden(), basis));
        }
        Basis basis = new Basis(n, n, 0, "chi_square_goodness_of_fit", false, MissingRule.DOMAIN);
        Value x2 = each.before().x2();
        Value df = x2.isKnown() ? Value.of((double) each.before().df()) : x2;
        results.add(1, Result.of("margin." + variable + ".df", df, basis));
        return results;
    }

    /** A variable that made the weights agrees by construction; only another one can be tested afterwards. */
    private boolean isTestedAfter(String variable) {
        return sample.isWeighted()
                && (sample.method() == Weighed.Method.FILE
                        || sample.tally().layout().survey().weighting().margins().stream()
                                .noneMatch(margin -> margin.variable().equals(variable)));
    }

    /** T2.5: one table for each variable. */
    List<ResultTable> tables() {
        return compared().stream().map(this::table).toList();
    }

    private ResultTable table(Compared each) {
        Variable variable = each.column().column().variable();
        List<Variable.Value> values = known(variable, each.population());
        List<Representativeness.Level> before = each.before().levels();
        List<Representativeness.Level> after = each.after().levels();
        Set<Integer> hidden = groups.of(each.column());
        Set<Integer> rows = SmallGroups.rows(
                values.size(),
                row -> hidden.contains(variable.values().indexOf(values.get(row)))
                        || (each.isPart() && !hidden.isEmpty()));
        Tables columns = Tables.named("T2.5." + variable.id())
                .words("code", values.stream().map(Variable.Value::code).toList())
                .words(
                        "label",
                        values.stream()
                                .map(value -> value.label().in(Language.ZH_TW))
                                .toList())
                .counts(
                        "population",
                        values.stream()
                                .map(value -> each.population().counts().getOrDefault(value.code(), 0L))
                                .toList())
                .numbers("population_share", shares(values.size(), before, Representativeness.Level::populationPercent))
                .counts(
                        "n",
                        values.stream()
                                .map(value -> each.column()
                                        .frequencies()
                                        .of(variable.values().indexOf(value)))
                                .toList())
                .numbers("share", shares(values.size(), before, Representativeness.Level::samplePercent))
                .numbers("difference", shares(values.size(), before, Representativeness.Level::difference))
                .numbers("share_weighted", shares(values.size(), after, Representativeness.Level::samplePercent))
                .numbers("difference_weighted", shares(values.size(), after, Representativeness.Level::difference));
        ResultTable all = SmallGroups.hide(ofDraw(columns, each, values.size()).result(), rows, FIGURES);
        return each.drawn().isPresent() ? SmallGroups.hide(all, rows, OF_DRAW) : all;
    }

    private static Tables ofDraw(Tables columns, Compared each, int size) {
        return each.drawn()
                .map(Representativeness::levels)
                .map(drawn -> columns.numbers(OF_DRAW[0], shares(size, drawn, Representativeness.Level::samplePercent))
                        .numbers(OF_DRAW[1], shares(size, drawn, Representativeness.Level::difference)))
                .orElse(columns);
    }

    private static List<Optional<Double>> shares(
            int size, List<Representativeness.Level> levels, ToDoubleFunction<Representativeness.Level> percent) {
        return levels.size() == size
                ? levels.stream()
                        .map(level -> Optional.of(percent.applyAsDouble(level) / PERCENT))
                        .toList()
                : Collections.nCopies(size, Optional.empty());
    }

    private List<Compared> compared() {
        List<Compared> all = new ArrayList<>();
        for (Weighting.Margin margin : sample.tally().layout().survey().populations()) {
            sample.tally()
                    .layout()
                    .column(margin.variable())
                    .ifPresent(column -> all.add(compare(sample.tally().column(column.id()), margin.population())));
        }
        return all;
    }

    private Compared compare(ColumnTally column, Population population) {
        Variable variable = column.column().variable();
        List<Variable.Value> values = known(variable, population);
        List<String> names = values.stream().map(Variable.Value::code).toList();
        long[] counts = new long[values.size()];
        double[] weights = new double[values.size()];
        double[] ofDraw = new double[values.size()];
        double[] sizes = new double[values.size()];
        Calibration unfitted = Calibration.none(sample.tally().groups().size());
        long n = 0;
        for (int place = 0; place < counts.length; place++) {
            int code = variable.values().indexOf(values.get(place));
            counts[place] = column.frequencies().of(code);
            weights[place] = column.sums().weight(code, sample.weighting().calibration());
            ofDraw[place] = column.sums().weight(code, unfitted);
            sizes[place] = population.counts().getOrDefault(names.get(place), 0L);
            n += counts[place];
        }
        return new Compared(
                column,
                population,
                Representativeness.test(names, counts, sizes),
                sample.isDrawnUnevenly()
                        ? Optional.of(Representativeness.afterWeighting(names, ofDraw, sizes, n))
                        : Optional.empty(),
                isTestedAfter(variable.id())
                        ? Representativeness.testWeighted(names, weights, sizes, n)
                        : Representativeness.afterWeighting(names, weights, sizes, n));
    }

    /** The values that the population file has, in the order of the questionnaire. */
    private static List<Variable.Value> known(Variable variable, Population population) {
        return variable.values().stream()
                .filter(value -> population.counts().containsKey(value.code()))
                .toList();
    }

    private static Result figure(
            String key, Value value, Representativeness compared, String method, boolean weighted) {
        return Result.of(key, value, new Basis(compared.n(), compared.n(), 0, method, weighted, MissingRule.DOMAIN));
    }
}
