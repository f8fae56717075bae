package tw.minsheng.dataset;

import java.util.ArrayList;
import java.util.List;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.estimate.VariableSums;
import tw.minsheng.statistics.reliability.ScaleSums;
import tw.minsheng.statistics.weighting.Groups;
import tw.minsheng.survey.Scale;

/**
 * What a set of items on one scale, or on scales of one range, needs: sums for its reliability, and per place in the design the moments of each
 * person's score. Items are scored by the definition (反向題) before anything is added.
 */
public final class ConstructTally {

    private final String id;
    private final List<Column> items;
    private final List<Scale> scales;
    private final int lowest;
    private final int highest;
    private final ScaleSums listwise;
    private final ScaleSums pairwise;
    private final List<VariableSums> scores = new ArrayList<>();
    private final Frequencies scored = new Frequencies(1);
    private final double[] answers;

    /** @param scales one for each item, all from the same lowest to the same highest score */
    ConstructTally(String id, List<Column> items, List<Scale> scales, Groups groups) {
        this.id = id;
        this.items = List.copyOf(items);
        this.scales = List.copyOf(scales);
        this.lowest = scales.get(0).min();
        this.highest = scales.get(0).max();
        var named = new tw.minsheng.statistics.reliability.Scale(
                items.stream().map(Column::id).toList(), lowest, highest);
        this.listwise = new ScaleSums(named, MissingRule.LISTWISE);
        this.pairwise = new ScaleSums(named, MissingRule.PAIRWISE);
        this.answers = new double[items.size()];
        open(groups);
    }

    /** A unit more: its sums are over these groups. */
    void open(Groups groups) {
        scores.add(new VariableSums(groups));
    }

    void add(Row row, int unit, int group, double weight) {
        int answered = 0;
        double sum = 0;
        for (int place = 0; place < answers.length; place++) {
            answers[place] = score(items.get(place), scales.get(place), row.code(items.get(place)));
            if (!Missing.is(answers[place])) {
                answered++;
                sum += answers[place];
            }
        }
        listwise.add(answers);
        pairwise.add(answers);
        if (answered > 0) {
            double mean = sum / answered;
            scores.get(unit).add(group, weight, (mean - lowest) / (highest - lowest) * 100);
            scored.add(0);
        }
    }

    /** The score of a code: the point's value, turned for a reverse item; missing for a missing code. */
    public static double score(Column column, Scale scale, int code) {
        if (code < 0) {
            return Missing.ANSWER;
        }
        int value = scale.points().get(code).value();
        return scale.score(value, column.variable().reverse());
    }

    /** Id of the construct, or {@link Tally#TOTAL}. */
    public String id() {
        return id;
    }

    public List<Column> items() {
        return items;
    }

    /** Sums over the people who answered every item. */
    public ScaleSums listwise() {
        return listwise;
    }

    /** Sums over the pairs of answers there are. */
    public ScaleSums pairwise() {
        return pairwise;
    }

    /** Scores from 0 to 100 of the people who answered at least one item. */
    public VariableSums scores() {
        return VariableSums.stacked(scores);
    }

    /** People with a score. */
    public long n() {
        return scored.valid();
    }
}
