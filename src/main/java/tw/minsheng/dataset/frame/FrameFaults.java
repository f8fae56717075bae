package tw.minsheng.dataset.frame;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;

/** Faults of the cells of a frame: the first of them, in the order of the rows, and how many there are; memory does not grow with them. */
final class FrameFaults {

    private static final int MOST = 20;
    private static final int LONGEST = 60;
    private static final Comparator<Cell> ORDER = Comparator.comparingLong(Cell::row);

    private final String file;
    /** The last of those that are kept first. */
    private final PriorityQueue<Cell> first = new PriorityQueue<>(ORDER.reversed());

    private long n;

    FrameFaults(String file) {
        this.file = file;
    }

    private record Cell(String code, long row, String column, String value) {}

    boolean isEmpty() {
        return n == 0;
    }

    void add(String code, long row, String column, String value) {
        n++;
        first.add(new Cell(code, row, column, value));
        if (first.size() > MOST) {
            first.remove();
        }
    }

    /**
     * @throws Problem INVALID of the one fault itself, or {@code frame.faults} (args {@code file}, {@code n}, {@code more}) with the first
     *     of several; nothing where there is none
     */
    void refuse() {
        if (n == 0) {
            return;
        }
        List<Cell> cells = new ArrayList<>(first);
        cells.sort(ORDER);
        List<Fault> faults = cells.stream()
                .map(cell -> new Fault(file + ":" + cell.row(), cell.code(), args(cell)))
                .toList();
        if (n == 1) {
            throw Problem.of(
                    Problem.Kind.INVALID, faults.get(0).code(), faults.get(0).args());
        }
        String more = Long.toString(n - faults.size());
        throw new Problem(
                Problem.Kind.INVALID,
                "frame.faults",
                Map.of("file", file, "n", Long.toString(n), "more", more),
                n == faults.size() ? faults : withMore(faults, more));
    }

    private List<Fault> withMore(List<Fault> faults, String more) {
        List<Fault> all = new ArrayList<>(faults);
        all.add(new Fault(file, "frame.more", Map.of("file", file, "more", more)));
        return all;
    }

    private Map<String, String> args(Cell cell) {
        String value = cell.value();
        boolean isLong = value.codePointCount(0, value.length()) > LONGEST;
        return Map.of(
                "file",
                file,
                "row",
                Long.toString(cell.row()),
                "column",
                cell.column(),
                "value",
                isLong ? value.substring(0, value.offsetByCodePoints(0, LONGEST)) + "…" : value);
    }
}
