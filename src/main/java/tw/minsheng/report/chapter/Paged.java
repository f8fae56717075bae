package tw.minsheng.report.chapter;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import tw.minsheng.report.wording.Speech;

/** A figure with a row for each item, cut into pages of about the same length, so that no row falls between two sheets of paper. */
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

    static Stream<Page> of(Speech speech, String key, String caption, int rows) {
        int pages = (rows + MOST - 1) / MOST;
        return IntStream.range(0, pages)
                .mapToObj(page -> new Page(
                        page == 0 ? key : key + "." + (page + 1),
                        pages == 1
                                ? caption
                                : speech.say("figure.page", "caption", caption, "page", page + 1, "pages", pages),
                        rows * page / pages,
                        rows * (page + 1) / pages));
    }
}
