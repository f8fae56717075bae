package tw.minsheng.report.chapter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.wording.Speech;

/**
 * A figure with a row for each item, cut into pages of about the same length, so that no row falls between two sheets of
 * paper; between two constructs (構面) where that is possible.
 */
final class Paged {

    /** So many rows stand on a sheet with their title and note. */
    static final int MOST = 24;

    private Paged() {}

    /**
     * One page; the first has the plain key, the second ends with {@code .2}.
     *
     * @param from first row, {@code until} the row after the last
     */
    record Page(String key, String caption, int from, int until) {

        /** The data of the page, still empty. */
        Grid grid() {
            return new Grid(key + ".data", caption);
        }
    }

    /** Rows of one construct. */
    static Stream<Page> of(Speech speech, String key, String caption, int rows) {
        return pages(speech, key, caption, Collections.nCopies(rows, ""));
    }

    /** Rows of several constructs, each named in the column {@code construct}. */
    static Stream<Page> of(Speech speech, String key, String caption, ResultTable table) {
        return pages(
                speech,
                key,
                caption,
                IntStream.range(0, table.rows().size())
                        .mapToObj(row -> table.text(row, "construct"))
                        .toList());
    }

    private static Stream<Page> pages(Speech speech, String key, String caption, List<String> constructs) {
        List<Integer> ends = ends(constructs);
        int pages = ends.size();
        return IntStream.range(0, pages)
                .mapToObj(page -> new Page(
                        page == 0 ? key : key + "." + (page + 1),
                        pages == 1
                                ? caption
                                : speech.say("figure.page", "caption", caption, "page", page + 1, "pages", pages),
                        page == 0 ? 0 : ends.get(page - 1),
                        ends.get(page)));
    }

    private static List<Integer> ends(List<String> constructs) {
        List<Integer> ends = new ArrayList<>();
        int from = 0;
        while (from < constructs.size()) {
            from = end(constructs, from);
            ends.add(from);
        }
        return ends;
    }

    /**
     * The first row of a construct that comes nearest to an equal share of what is left; inside one only where the page would
     * else be less than half full.
     */
    private static int end(List<String> constructs, int from) {
        int left = constructs.size() - from;
        if (left <= MOST) {
            return constructs.size();
        }
        int pages = (left + MOST - 1) / MOST;
        int wanted = from + left / pages;
        return IntStream.rangeClosed((from + wanted + 1) / 2, from + MOST)
                .filter(row -> !constructs.get(row).equals(constructs.get(row - 1)))
                .boxed()
                .min(Comparator.comparing(row -> Math.abs(row - wanted)))
                .orElse(wanted);
    }
}
