package tw.minsheng.report.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tw.minsheng.petition.theme.CaseTexts;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.ResultTable.Entry;
import tw.minsheng.statistics.cases.EmpiricalBayes;

/**
 * Squares of the map with the cases that lie in them, drawn towards the mean of all squares that have a case (empirical Bayes,
 * Marshall 1991, each square counted as one area). Squares with fewer than five cases are not told, but in their sum.
 *
 * @param metres of a square
 * @param cases that have a point
 * @param left cases in squares that are not told
 * @param mean cases of a square with any
 * @param spots those that are told, the highest first
 */
public record HotSpots(double metres, long cases, long left, double mean, List<Spot> spots) {

    /** Squares of a city side by side that can still be told apart on a telephone. */
    private static final int MOST_ACROSS = 40;

    private static final double LARGEST = 16_000;

    /** Where cases lie thin, squares are joined until half of the cases are told, but not beyond a part of the city. */
    private static final double LARGEST_THIN = 4_000;

    /**
     * @param column to the east from the first told one, {@code row} to the south
     * @param latitude of its middle, {@code longitude} too
     * @param drawn cases drawn towards the mean; as they are when there is no other square
     */
    public record Spot(int column, int row, double latitude, double longitude, long cases, double drawn) {}

    public HotSpots {
        spots = List.copyOf(spots);
    }

    /** @param metres of a square as they were asked for; squares are joined by fours until they fit */
    public static HotSpots of(CaseTexts.Squares found, double metres) {
        CaseTexts.Squares squares = found;
        double size = metres;
        while ((isTooWide(squares) && size < LARGEST) || (isTooThin(squares) && size < LARGEST_THIN)) {
            squares = joined(squares);
            size *= 2;
        }
        return of(size, squares);
    }

    private static List<CaseTexts.Square> told(CaseTexts.Squares squares) {
        return squares.squares().stream()
                .filter(each -> each.cases() >= FewCases.LEAST)
                .toList();
    }

    private static boolean isTooWide(CaseTexts.Squares squares) {
        var columns = told(squares).stream().mapToInt(CaseTexts.Square::column).summaryStatistics();
        var rows = told(squares).stream().mapToInt(CaseTexts.Square::row).summaryStatistics();
        return columns.getCount() > 0
                && Math.max((long) columns.getMax() - columns.getMin(), (long) rows.getMax() - rows.getMin())
                        >= MOST_ACROSS;
    }

    private static boolean isTooThin(CaseTexts.Squares squares) {
        long all = squares.squares().stream().mapToLong(CaseTexts.Square::cases).sum();
        return told(squares).stream().mapToLong(CaseTexts.Square::cases).sum() * 2 < all;
    }

    private static CaseTexts.Squares joined(CaseTexts.Squares squares) {
        Map<List<Integer>, Long> sums = new HashMap<>();
        squares.squares()
                .forEach(each -> sums.merge(
                        List.of(Math.floorDiv(each.column(), 2), Math.floorDiv(each.row(), 2)),
                        each.cases(),
                        Long::sum));
        List<CaseTexts.Square> joined = new ArrayList<>();
        sums.forEach((at, cases) -> joined.add(new CaseTexts.Square(at.get(0), at.get(1), cases)));
        return new CaseTexts.Squares(squares.latitude() * 2, squares.longitude() * 2, joined);
    }

    private static HotSpots of(double metres, CaseTexts.Squares squares) {
        List<CaseTexts.Square> all = squares.squares();
        EmpiricalBayes drawn = EmpiricalBayes.of(
                all.stream().mapToDouble(CaseTexts.Square::cases).toArray(),
                all.stream().mapToDouble(each -> 1).toArray());
        int west =
                told(squares).stream().mapToInt(CaseTexts.Square::column).min().orElse(0);
        int north = told(squares).stream().mapToInt(CaseTexts.Square::row).max().orElse(0);
        List<Spot> spots = IntStream.range(0, all.size())
                .filter(i -> all.get(i).cases() >= FewCases.LEAST)
                .mapToObj(i -> new Spot(
                        all.get(i).column() - west,
                        north - all.get(i).row(),
                        (all.get(i).row() + .5) * squares.latitude(),
                        (all.get(i).column() + .5) * squares.longitude(),
                        all.get(i).cases(),
                        drawn.rates().get(i).shrunken().asOptional().orElse((double)
                                all.get(i).cases())))
                .sorted(Comparator.comparingLong((Spot spot) -> -spot.cases())
                        .thenComparing(Spot::row)
                        .thenComparing(Spot::column))
                .toList();
        long cases = all.stream().mapToLong(CaseTexts.Square::cases).sum();
        long told = spots.stream().mapToLong(Spot::cases).sum();
        return new HotSpots(
                metres, cases, cases - told, drawn.priorMean().asOptional().orElse(0), spots);
    }

    /** P2.4: the squares by the latitude and longitude of their middle. */
    public ResultTable table() {
        List<List<Entry>> rows = spots.stream()
                .map(spot -> List.of(
                        Entry.number(rounded(spot.latitude())),
                        Entry.number(rounded(spot.longitude())),
                        Entry.number(metres),
                        Entry.count(spot.cases()),
                        Entry.number(spot.drawn())))
                .toList();
        return new ResultTable("P2.4", List.of("latitude", "longitude", "metres", "n", "n_eb"), rows);
    }

    private static double rounded(double degrees) {
        return StrictMath.rint(degrees * 1e5) / 1e5;
    }
}
