package tw.minsheng.report.compare;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import tw.minsheng.dataset.Column;
import tw.minsheng.dataset.ConstructTally;
import tw.minsheng.report.Uncertainty;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.SmallTable;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.association.CrossTable;
import tw.minsheng.statistics.crosstab.RaoScott;
import tw.minsheng.statistics.crosstab.SurveyTable;
import tw.minsheng.survey.Scale;

/**
 * The answers to one item by the groups of one question (XT1, XT2): weighted row shares, people, and whether both go together: Rao and
 * Scott's F under a design or with weights, Pearson's χ² of plain rows.
 */
final class Cross {

    /** Smaller groups are indicative only, and their small cells would hide those of the others. */
    static final int LEAST = 30;

    private static final Value NONE = Value.undefined(Reason.NO_DATA);

    private final People people;
    private final Column item;
    private final Grouping by;
    private final List<Integer> places;
    private final SurveyTable table;
    private final SmallTable small;
    private final Test test;

    /**
     * The test.
     *
     * @param method {@code rao_scott_f} or {@code chi_square}
     * @param df2 of F only
     * @param v Cramér's V
     */
    record Test(String method, Value statistic, Value df1, Value df2, Value p, Value v) {}

    Cross(People people, Column item, Grouping by) {
        this.people = people;
        this.item = item;
        this.by = by;
        int[] columns = Arrays.stream(people.codes(item))
                .map(code -> Math.max(code, -1))
                .toArray();
        int[] rows = rows(by, columns);
        this.places = Arrays.stream(rows).boxed().toList();
        this.table = SurveyTable.of(people.sample(), inside(rows, columns), rows, columns);
        this.small = SmallTable.of(people.survey().privacy().minCellSize(), counts(), split());
        this.test = tested();
    }

    /** Who is in the table: the degrees of freedom are those of these people (S6). */
    private static boolean[] inside(int[] rows, int[] columns) {
        boolean[] inside = new boolean[rows.length];
        for (int row = 0; row < inside.length; row++) {
            inside[row] = rows[row] >= 0 && columns[row] >= 0;
        }
        return inside;
    }

    /** The group of each person, −1 for groups that are too small. */
    private static int[] rows(Grouping by, int[] columns) {
        long[] answered = new long[by.places()];
        for (int row = 0; row < columns.length; row++) {
            int place = by.codes().get(row);
            if (place >= 0 && columns[row] >= 0) {
                answered[place]++;
            }
        }
        return by.codes().stream()
                .mapToInt(place -> place >= 0 && !by.isHidden(place) && answered[place] >= LEAST ? place : -1)
                .toArray();
    }

    private long[][] counts() {
        return IntStream.range(0, rows())
                .mapToObj(row -> IntStream.range(0, columns())
                        .mapToLong(column -> table.count(row, column))
                        .toArray())
                .toArray(long[][]::new);
    }

    /** How many of the first columns are of one side of being satisfied: their sum is printed. */
    private int split() {
        Scale scale = people.survey().scale(item.variable().scale());
        int from = scale.satisfiedFrom().value().orElse(Integer.MAX_VALUE);
        int split = 0;
        while (split < columns() && (score(scale, split) >= from) == (score(scale, 0) >= from)) {
            split++;
        }
        return split;
    }

    private Test tested() {
        String method = people.isDesigned() ? "rao_scott_f" : "chi_square";
        if (people.refusal().isPresent()) {
            return refused(method, people.refusal().orElseThrow());
        }
        if (rows() < 2 || columns() < 2) {
            return refused(method, Value.undefined(Reason.NO_VARIATION));
        }
        if (!people.isDesigned()) {
            CrossTable plain = CrossTable.of(counts());
            return new Test(
                    method, plain.chiSquare(), Value.of((double) plain.degrees()), NONE, plain.p(), plain.cramersV());
        }
        RaoScott found = RaoScott.of(table);
        double most = Math.min(rows(), columns()) - 1.0;
        Value v = found.x2().map(x2 -> StrictMath.sqrt(x2 / (found.n() * most)));
        return new Test(method, found.f(), found.ndf(), found.ddf(), found.p(), v);
    }

    private static Test refused(String method, Value why) {
        return new Test(method, why, why, NONE, why, why);
    }

    Column item() {
        return item;
    }

    Grouping by() {
        return by;
    }

    Test test() {
        return test;
    }

    int rows() {
        return table.rowLevels().size();
    }

    int columns() {
        return table.columnLevels().size();
    }

    /** Code of a group. */
    String group(int row) {
        return by.value(table.rowLevels().get(row)).code();
    }

    /** Code of a point. */
    String point(int column) {
        return item.variable().values().get(table.columnLevels().get(column)).code();
    }

    List<String> leftOut() {
        return IntStream.range(0, by.places())
                .filter(place -> !table.rowLevels().contains(place))
                .mapToObj(place -> by.value(place).code())
                .toList();
    }

    long n() {
        return IntStream.range(0, rows()).mapToLong(this::n).sum();
    }

    /** People of a group who answered. */
    long n(int row) {
        return IntStream.range(0, columns())
                .mapToLong(column -> table.count(row, column))
                .sum();
    }

    /** People in a cell; {@code small_cell} where they are too few. */
    Value count(int row, int column) {
        return small.isHidden(row, column) ? hidden() : Value.of((double) table.count(row, column));
    }

    /** The weighted share of a point in a group. */
    Value share(int row, int column) {
        if (!table.shares().estimates().get(0).isKnown()) {
            return table.shares().estimates().get(0);
        }
        return small.isHidden(row, column) ? hidden() : Value.ratio(table.share(row, column), table.rowShare(row));
    }

    private Value hidden() {
        return Value.undefined(
                Reason.SMALL_CELL,
                Map.of("m", Long.toString(people.survey().privacy().minCellSize())));
    }

    /**
     * How far a cell is from what would be without any connection, in standard errors of plain rows: adjusted residual of the shares
     * times the people; 0 where it is hidden or nothing varies.
     */
    double residual(int row, int column) {
        if (small.isHidden(row, column) || !table.shares().estimates().get(0).isKnown()) {
            return 0;
        }
        double expected = table.rowShare(row) * table.columnShare(column);
        double spread = expected * (1 - table.rowShare(row)) * (1 - table.columnShare(column)) / n();
        return spread > 0 ? (table.share(row, column) - expected) / StrictMath.sqrt(spread) : 0;
    }

    /** The weighted share of those who are satisfied in each group, by row; hidden where it would tell a hidden cell. */
    List<Value> satisfied() {
        Scale scale = people.survey().scale(item.variable().scale());
        if (scale.satisfiedFrom().value().isEmpty()) {
            return IntStream.range(0, rows()).mapToObj(row -> NONE).toList();
        }
        int from = scale.satisfiedFrom().value().getAsInt();
        List<Value> shares = IntStream.range(0, rows())
                .mapToObj(row -> satisfied(row, column -> score(scale, column) >= from))
                .toList();
        long hidden = shares.stream().filter(share -> !share.isKnown()).count();
        return hidden == 1 ? withOneMore(shares) : shares;
    }

    /** How sure the shares of the satisfied are, by row; nothing where a share is hidden or there is none. */
    List<Uncertainty> sure(GroupIntervals intervals) {
        OptionalInt from =
                people.survey().scale(item.variable().scale()).satisfiedFrom().value();
        if (from.isEmpty() || rows() == 0) {
            return Collections.nCopies(rows(), Uncertainty.NONE);
        }
        double[] good = Arrays.stream(people.points(item))
                .map(point -> Missing.is(point) ? point : point >= from.getAsInt() ? 1 : 0)
                .toArray();
        int[] groupOf = places.stream()
                .mapToInt(place -> table.rowLevels().indexOf(place))
                .toArray();
        List<Uncertainty> found = intervals.ofShares(good, groupOf, rows());
        List<Value> shares = satisfied();
        return IntStream.range(0, rows())
                .mapToObj(row -> shares.get(row).isKnown() ? found.get(row) : Uncertainty.NONE)
                .toList();
    }

    private double score(Scale scale, int column) {
        return ConstructTally.score(item, scale, table.columnLevels().get(column));
    }

    private Value satisfied(int row, IntPredicate good) {
        double sum = 0;
        long hiddenGood = 0;
        long peopleGood = 0;
        long hiddenBad = 0;
        long peopleBad = 0;
        for (int column = 0; column < columns(); column++) {
            boolean isGood = good.test(column);
            sum += isGood ? table.share(row, column) : 0;
            if (small.isHidden(row, column)) {
                hiddenGood += isGood ? 1 : 0;
                peopleGood += isGood ? table.count(row, column) : 0;
                hiddenBad += isGood ? 0 : 1;
                peopleBad += isGood ? 0 : table.count(row, column);
            }
        }
        boolean safe = isSafe(hiddenGood, peopleGood) && isSafe(hiddenBad, peopleBad);
        return safe ? Value.ratio(sum, table.rowShare(row)) : hidden();
    }

    private boolean isSafe(long cells, long inThem) {
        return cells == 0 || (cells > 1 && inThem >= people.survey().privacy().minCellSize());
    }

    /** The smallest group that is still shown is hidden, too: else the total would tell the other. */
    private List<Value> withOneMore(List<Value> shares) {
        int smallest = IntStream.range(0, rows())
                .filter(row -> shares.get(row).isKnown())
                .boxed()
                .min(Comparator.comparingLong(this::n))
                .orElse(-1);
        return IntStream.range(0, rows())
                .mapToObj(row -> row == smallest ? hidden() : shares.get(row))
                .toList();
    }
}
