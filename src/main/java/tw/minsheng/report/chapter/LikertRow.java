package tw.minsheng.report.chapter;

import java.util.ArrayList;
import java.util.List;
import tw.minsheng.chart.LikertData;
import tw.minsheng.document.Cell;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;
import tw.minsheng.survey.Scale;

/**
 * One item of a Likert chart.
 *
 * @param shares per point from worst to best, in percent; empty when nobody answered
 * @param low share of the dissatisfied, {@code high} of the satisfied, in percent
 */
record LikertRow(String label, long n, List<Double> shares, double low, double high) {

    LikertRow {
        shares = List.copyOf(shares);
    }

    /** Points are turned for a reverse item, so that the satisfied end is on one side in every row. */
    static LikertRow of(Material material, String item, Scale scale) {
        boolean reverse = material.isReverse(item);
        ResultTable table = material.table("T3.3." + item).orElseThrow();
        String column = material.sample().weighted() ? "share_weighted" : "share";
        List<Double> shares = new ArrayList<>();
        long n = 0;
        for (Scale.Point point : scale.ascending()) {
            int value = scale.score(point.value(), reverse);
            for (int row = 0; row < table.rows().size(); row++) {
                if (table.text(row, "code").equals(Integer.toString(value))) {
                    n += table.count(row, "n");
                    shares.add(table.number(row, column) * 100);
                }
            }
        }
        double high =
                material.results().value("item." + item + ".t2b").asOptional().orElse(0) * 100;
        double low =
                material.results().value("item." + item + ".b2b").asOptional().orElse(0) * 100;
        return new LikertRow(material.scored(item), n, n == 0 ? List.of() : shares, low, high);
    }

    LikertData.Row drawn(Speech speech) {
        return new LikertData.Row(label, speech.say("n", "n", Printed.count(n)), shares, low, high);
    }

    /** @param points number of points of the scale */
    List<Cell> cells(int points, String none) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.text(label), Grid.count(n)));
        shares.forEach(share -> cells.add(Cell.number(share / 100, Printed.fixed(share, 1))));
        while (cells.size() < points + 2) {
            cells.add(Cell.text(none));
        }
        return cells;
    }
}
