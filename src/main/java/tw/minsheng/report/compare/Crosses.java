package tw.minsheng.report.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import tw.minsheng.dataset.Column;
import tw.minsheng.kernel.Language;
import tw.minsheng.report.Basis;
import tw.minsheng.report.Result;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.ResultTable.Entry;
import tw.minsheng.report.Tables;
import tw.minsheng.report.Uncertainty;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.cases.MultipleTesting;

/** 交叉分析: every item on a scale by every grouping, with p adjusted by Holm over all of these tests. */
final class Crosses {

    private static final List<String> CELLS =
            List.of("item", "variable", "code", "group", "group_n", "point", "n", "share", "residual");
    private static final List<String> SATISFIED =
            List.of("item", "variable", "code", "group", "n", "satisfied", "lower", "upper");

    private final People people;
    private final GroupIntervals intervals;
    private final List<Cross> all;
    private final List<Value> adjusted;

    /** @param level of the intervals of the shares */
    Crosses(People people, List<Grouping> groupings, double level) {
        this.people = people;
        this.intervals = new GroupIntervals(people, level);
        List<Cross> found = new ArrayList<>();
        for (Grouping by : groupings) {
            for (Column item : people.tally().layout().items()) {
                if (people.tally().people().has(item)) {
                    found.add(new Cross(people, item, by));
                }
            }
        }
        this.all = found.stream().filter(cross -> cross.rows() > 0).toList();
        this.adjusted = Adjusted.by(
                MultipleTesting.HOLM,
                all.stream().map(cross -> cross.test().p()).toList());
    }

    List<Result> results() {
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Cross cross = all.get(i);
            Cross.Test test = cross.test();
            boolean design = test.method().equals("rao_scott_f");
            add(results, cross, design ? "f" : "x2", test.statistic());
            add(results, cross, design ? "ndf" : "df", test.df1());
            if (design) {
                add(results, cross, "ddf", test.df2());
            }
            add(results, cross, "p_value", test.p());
            add(results, cross, "p_adj", adjusted.get(i));
            add(results, cross, "cramers_v", test.v());
        }
        return results;
    }

    private void add(List<Result> results, Cross cross, String statistic, Value value) {
        String key =
                "item." + cross.item().id() + "." + statistic + "." + cross.by().id();
        String method = statistic.equals("p_adj") ? "holm" : cross.test().method();
        Basis basis = new Basis(cross.n(), people.size(), 2, method, people.isWeighted(), MissingRule.DOMAIN);
        results.add(Result.of(key, value, basis).with(people.warnings()));
    }

    List<ResultTable> tables() {
        return all.isEmpty() ? List.of() : List.of(tests(), satisfied(), cells());
    }

    /** T3.5: one row for each test. */
    private ResultTable tests() {
        return Tables.named("T3.5")
                .words("item", each(cross -> cross.item().id()))
                .words("label", each(cross -> cross.item().variable().label().in(Language.ZH_TW)))
                .words("variable", each(cross -> cross.by().id()))
                .words(
                        "by",
                        each(cross -> cross.by().column().variable().label().in(Language.ZH_TW)))
                .counts("n", each(Cross::n))
                .words("method", each(cross -> cross.test().method()))
                .numbers("statistic", number(Cross.Test::statistic))
                .numbers("df1", number(Cross.Test::df1))
                .numbers("df2", number(Cross.Test::df2))
                .numbers("p", number(Cross.Test::p))
                .numbers("p_adj", adjusted.stream().map(Differences::known).toList())
                .numbers("cramers_v", number(Cross.Test::v))
                .words(
                        "reason",
                        each(cross -> cross.test().p().reason().map(Reason::key).orElse("")))
                .words("left_out", each(cross -> String.join(" ", cross.leftOut())))
                .result();
    }

    private <T> List<T> each(Function<Cross, T> value) {
        return all.stream().map(value).toList();
    }

    private List<Optional<Double>> number(Function<Cross.Test, Value> value) {
        return each(cross -> Differences.known(value.apply(cross.test())));
    }

    /** T3.5.satisfied: the weighted share of the satisfied in each group, with its interval where people were drawn. */
    private ResultTable satisfied() {
        List<List<Entry>> rows = new ArrayList<>();
        for (Cross cross : all) {
            List<Value> shares = cross.satisfied();
            List<Uncertainty> sure = cross.sure(intervals);
            for (int row = 0; row < cross.rows(); row++) {
                List<Entry> entries = start(cross, row);
                entries.add(Entry.count(cross.n(row)));
                entries.add(entry(shares.get(row)));
                entries.add(limit(sure.get(row), Interval::lower));
                entries.add(limit(sure.get(row), Interval::upper));
                rows.add(entries);
            }
        }
        return new ResultTable("T3.5.satisfied", SATISFIED, rows);
    }

    /** T3.5.cells: people and weighted row share of each cell, with its adjusted residual. */
    private ResultTable cells() {
        List<List<Entry>> rows = new ArrayList<>();
        for (Cross cross : all) {
            for (int row = 0; row < cross.rows(); row++) {
                int group = row;
                IntStream.range(0, cross.columns()).forEach(column -> {
                    List<Entry> entries = start(cross, group);
                    entries.add(Entry.count(cross.n(group)));
                    entries.add(Entry.text(cross.point(column)));
                    Value n = cross.count(group, column);
                    entries.add(n.isKnown() ? Entry.count(Math.round(n.number())) : entry(n));
                    entries.add(entry(cross.share(group, column)));
                    entries.add(n.isKnown() ? Entry.number(cross.residual(group, column)) : entry(n));
                    rows.add(entries);
                });
            }
        }
        return new ResultTable("T3.5.cells", CELLS, rows);
    }

    private static List<Entry> start(Cross cross, int row) {
        String code = cross.group(row);
        String label = cross.by()
                .column()
                .variable()
                .value(code)
                .map(value -> value.label().in(Language.ZH_TW))
                .orElse(code);
        return new ArrayList<>(List.of(
                Entry.text(cross.item().id()), Entry.text(cross.by().id()), Entry.text(code), Entry.text(label)));
    }

    private static Entry limit(Uncertainty sure, Function<Interval, Value> which) {
        return Differences.limit(sure, which).map(Entry::number).orElseGet(Entry::none);
    }

    private static Entry entry(Value value) {
        if (value.isKnown()) {
            return Entry.number(value.number());
        }
        return value.reason().filter(reason -> reason == Reason.SMALL_CELL).isPresent()
                ? Entry.withheld(Reason.SMALL_CELL)
                : Entry.none();
    }
}
