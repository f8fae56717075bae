package tw.minsheng.report.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tw.minsheng.kernel.Language;
import tw.minsheng.report.Basis;
import tw.minsheng.report.Result;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.Tables;
import tw.minsheng.report.Uncertainty;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.cases.MultipleTesting;

/** 差異檢定: every score by every grouping, with p adjusted by Holm over all of these tests. */
final class Differences {

    private final People people;
    private final List<Difference> all;
    private final List<Value> adjusted;

    Differences(People people, List<Scored> scores, List<Grouping> groupings, double level) {
        this.people = people;
        List<Difference> found = new ArrayList<>();
        for (Grouping by : groupings) {
            scores.forEach(score -> found.add(new GroupTest(people, score, by, level).result()));
        }
        this.all = List.copyOf(found);
        this.adjusted = Adjusted.by(
                MultipleTesting.HOLM, all.stream().map(Difference::p).toList());
    }

    List<Result> results() {
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Difference each = all.get(i);
            boolean two = each.method().endsWith("_t");
            String of = each.by().id();
            add(results, each, two ? "t" : "f", each.statistic());
            add(results, each, two ? "df" : "ndf", each.df1());
            if (!two) {
                add(results, each, "ddf", each.df2());
            }
            add(results, each, "p_value", each.p());
            results.add(result(each, each.score().object() + ".p_adj." + of, adjusted.get(i), "holm"));
            add(results, each, each.isOfTwo() ? "cohens_d" : "eta2", each.effect());
            if (each.omega2().isKnown()) {
                add(results, each, "omega2", each.omega2());
            }
            results.add(result(each, each.score().object() + ".levene_p." + of, each.levene(), "brown_forsythe"));
        }
        return results;
    }

    private void add(List<Result> results, Difference each, String statistic, Value value) {
        results.add(result(
                each, each.score().object() + "." + statistic + "." + each.by().id(), value, each.method()));
    }

    private Result result(Difference each, String key, Value value, String method) {
        boolean weighted = people.isWeighted() && !method.equals("brown_forsythe");
        Basis basis = new Basis(each.n(), people.size(), each.groups().size(), method, weighted, MissingRule.DOMAIN);
        return Result.of(key, value, basis).with(people.warnings());
    }

    List<ResultTable> tables() {
        return all.isEmpty() ? List.of() : List.of(tests(), means(), pairs());
    }

    /** T4.7: one row for each test. */
    private ResultTable tests() {
        return Tables.named("T4.7")
                .words("object", each(one -> one.score().object()))
                .words("label", each(one -> one.score().label().in(Language.ZH_TW)))
                .words("variable", each(one -> one.by().id()))
                .words("by", each(one -> one.by().column().variable().label().in(Language.ZH_TW)))
                .counts("groups", each(one -> (long) one.groups().size()))
                .counts("n", each(Difference::n))
                .words("method", each(Difference::method))
                .numbers("statistic", number(Difference::statistic))
                .numbers("df1", number(Difference::df1))
                .numbers("df2", number(Difference::df2))
                .numbers("p", number(Difference::p))
                .numbers("p_adj", adjusted.stream().map(Differences::known).toList())
                .words("effect", each(one -> one.isOfTwo() ? "cohens_d" : "eta2"))
                .numbers("effect_size", number(Difference::effect))
                .numbers("omega2", number(Difference::omega2))
                .numbers("levene_p", number(Difference::levene))
                .words("reason", each(one -> one.p().reason().map(Reason::key).orElse("")))
                .words("left_out", each(one -> String.join(" ", one.leftOut())))
                .result();
    }

    private <T> List<T> each(Function<Difference, T> value) {
        return all.stream().map(value).toList();
    }

    private List<Optional<Double>> number(Function<Difference, Value> value) {
        return each(one -> known(value.apply(one)));
    }

    static Optional<Double> known(Value value) {
        return value.isKnown() ? Optional.of(value.number()) : Optional.empty();
    }

    /** A limit of an interval; nothing where there is none. */
    static Optional<Double> limit(Uncertainty sure, Function<Interval, Value> which) {
        return sure.interval().map(which).flatMap(Differences::known);
    }

    /** A row of a table about one group, or two, of a test. */
    private record Line<T>(Difference test, T part) {

        static <T> List<Line<T>> of(List<Difference> all, Function<Difference, List<T>> parts) {
            return all.stream()
                    .flatMap(test -> parts.apply(test).stream().map(part -> new Line<>(test, part)))
                    .toList();
        }

        String code(int place) {
            return test.by().value(place).code();
        }
    }

    /** With the columns that say which test a row belongs to. */
    private static <T> Tables started(String key, List<Line<T>> lines) {
        return Tables.named(key)
                .words(
                        "object",
                        lines.stream().map(line -> line.test().score().object()).toList())
                .words(
                        "variable",
                        lines.stream().map(line -> line.test().by().id()).toList());
    }

    /** T4.7.means: the mean of each group that was compared, with its interval where people were drawn. */
    private ResultTable means() {
        List<Line<Difference.Group>> lines = Line.of(all, Difference::groups);
        return started("T4.7.means", lines)
                .words(
                        "code",
                        lines.stream()
                                .map(line -> line.code(line.part().place()))
                                .toList())
                .words(
                        "group",
                        lines.stream()
                                .map(line -> line.test()
                                        .by()
                                        .value(line.part().place())
                                        .label()
                                        .in(Language.ZH_TW))
                                .toList())
                .counts("n", lines.stream().map(line -> line.part().n()).toList())
                .numbers(
                        "mean",
                        lines.stream()
                                .map(line -> Optional.of(line.part().mean()))
                                .toList())
                .numbers(
                        "sd",
                        lines.stream()
                                .map(line ->
                                        Optional.of(StrictMath.sqrt(line.part().variance())))
                                .toList())
                .numbers(
                        "lower",
                        lines.stream()
                                .map(line -> limit(line.part().sure(), Interval::lower))
                                .toList())
                .numbers(
                        "upper",
                        lines.stream()
                                .map(line -> limit(line.part().sure(), Interval::upper))
                                .toList())
                .result();
    }

    /** T4.7.pairs: every two of more than two groups. */
    private ResultTable pairs() {
        List<Line<Difference.Pair>> lines = Line.of(all, Difference::pairs);
        return started("T4.7.pairs", lines)
                .words(
                        "first",
                        lines.stream()
                                .map(line -> line.code(line.part().first()))
                                .toList())
                .words(
                        "second",
                        lines.stream()
                                .map(line -> line.code(line.part().second()))
                                .toList())
                .numbers(
                        "difference",
                        lines.stream()
                                .map(line -> Optional.of(line.part().difference()))
                                .toList())
                .numbers(
                        "p_scheffe",
                        lines.stream().map(line -> known(line.part().scheffe())).toList())
                .numbers(
                        "p_games_howell",
                        lines.stream()
                                .map(line -> known(line.part().gamesHowell()))
                                .toList())
                .numbers(
                        "p_holm",
                        lines.stream().map(line -> known(line.part().holm())).toList())
                .result();
    }
}
