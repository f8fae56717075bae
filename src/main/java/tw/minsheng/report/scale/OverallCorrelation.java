package tw.minsheng.report.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tw.minsheng.dataset.Column;
import tw.minsheng.dataset.ItemScores;
import tw.minsheng.dataset.Tally;
import tw.minsheng.kernel.Language;
import tw.minsheng.report.Basis;
import tw.minsheng.report.Result;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.Tables;
import tw.minsheng.report.Uncertainty;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.compare.Association;
import tw.minsheng.survey.Construct;
import tw.minsheng.survey.Survey;

/**
 * 與整體滿意度之相關（同一來源）: how the score of a construct goes together with the overall item of the same sheet. That is no
 * criterion (效標): who is content answers both so. Over people who answered the overall item and every item of the construct.
 */
final class OverallCorrelation {

    private static final double LEVEL = .95;

    private final Tally tally;
    private final Survey survey;
    private final List<OfConstruct> all;

    /** One construct beside the overall item. */
    private record OfConstruct(
            Construct construct, int items, Association pearson, Association spearman, Value kendall) {}

    OverallCorrelation(Tally tally) {
        this.tally = tally;
        this.survey = tally.layout().survey();
        this.all = computed();
    }

    private List<OfConstruct> computed() {
        Optional<Column> overall = tally.layout().column(survey.overall()).filter(Column::isItem);
        List<OfConstruct> found = new ArrayList<>();
        for (Family family : Family.of(tally.layout())) {
            for (Construct construct : family.constructs()) {
                overall.map(column -> construct.items().contains(column.id())
                                ? refused(family, construct)
                                : of(family, construct, column))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    /** The overall item is one of the construct's own. */
    private static OfConstruct refused(Family family, Construct construct) {
        Value none = Value.undefined(Reason.PART_OF_SCALE);
        Association nothing = new Association(0, none, none, none, Interval.undefined("fisher", LEVEL, none));
        return new OfConstruct(construct, family.only(construct).items().size(), nothing, nothing, none);
    }

    private OfConstruct of(Family family, Construct construct, Column overall) {
        Family own = family.only(construct);
        int[] every = tally.itemRows().everyRow();
        ItemScores scores = tally.itemRows().scores(own.items(), own.scales(), every);
        ItemScores other = tally.itemRows()
                .scores(
                        List.of(overall),
                        List.of(survey.scale(overall.variable().scale())),
                        every);
        double[] x = new double[every.length];
        double[] y = new double[every.length];
        int n = 0;
        for (int row = 0; row < every.length; row++) {
            double sum = sum(scores, row);
            if (!Missing.is(sum) && !Missing.is(other.at(row, 0))) {
                x[n] = sum;
                y[n++] = other.at(row, 0);
            }
        }
        double[] first = java.util.Arrays.copyOf(x, n);
        double[] second = java.util.Arrays.copyOf(y, n);
        return new OfConstruct(
                construct,
                own.items().size(),
                Association.pearson(first, second, LEVEL),
                Association.spearman(first, second),
                Association.kendall(first, second));
    }

    /** Sum of the scores, missing when one is. */
    private static double sum(ItemScores scores, int row) {
        double sum = 0;
        for (int item = 0; item < scores.items(); item++) {
            double score = scores.at(row, item);
            if (Missing.is(score)) {
                return Missing.ANSWER;
            }
            sum += score;
        }
        return sum;
    }

    List<Result> results() {
        List<Result> results = new ArrayList<>();
        for (OfConstruct each : all) {
            String object = "construct." + each.construct().id();
            results.add(Result.of(
                    object + ".overall_pearson",
                    each.pearson().r(),
                    Uncertainty.of(each.pearson().interval()),
                    basis(each, "pearson")));
            results.add(Result.of(object + ".overall_pearson.p", each.pearson().p(), basis(each, "t_of_correlation")));
            results.add(Result.of(object + ".overall_spearman", each.spearman().r(), basis(each, "spearman")));
            results.add(Result.of(object + ".overall_kendall_taub", each.kendall(), basis(each, "kendall_tau_b")));
        }
        return results;
    }

    private Basis basis(OfConstruct each, String method) {
        return new Basis(each.pearson().n(), tally.used(), each.items(), method, false, MissingRule.LISTWISE);
    }

    ResultTable table() {
        return Tables.named("T4.6.overall")
                .words(
                        "construct",
                        all.stream().map(each -> each.construct().id()).toList())
                .words(
                        "label",
                        all.stream()
                                .map(each -> each.construct().label().in(Language.ZH_TW))
                                .toList())
                .counts("n", all.stream().map(each -> each.pearson().n()).toList())
                .numbers(
                        "r",
                        all.stream()
                                .map(each -> Study.known(each.pearson().r()))
                                .toList())
                .numbers(
                        "lower",
                        all.stream()
                                .map(each ->
                                        Study.known(each.pearson().interval().lower()))
                                .toList())
                .numbers(
                        "upper",
                        all.stream()
                                .map(each ->
                                        Study.known(each.pearson().interval().upper()))
                                .toList())
                .numbers(
                        "p",
                        all.stream()
                                .map(each -> Study.known(each.pearson().p()))
                                .toList())
                .numbers(
                        "spearman",
                        all.stream()
                                .map(each -> Study.known(each.spearman().r()))
                                .toList())
                .numbers(
                        "kendall",
                        all.stream().map(each -> Study.known(each.kendall())).toList())
                .result();
    }
}
