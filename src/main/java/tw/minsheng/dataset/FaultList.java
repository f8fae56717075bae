package tw.minsheng.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;

/** Faults of one file, gathered so that one run names them all, up to a limit. */
public final class FaultList {

    /** Further faults add no knowledge; reading stops here. */
    private static final int MOST = 100;

    private final String file;
    private final List<Fault> faults = new ArrayList<>();

    public FaultList(String file) {
        this.file = file;
    }

    /** A column of the header. */
    public void header(String code, String column) {
        faults.add(new Fault(file + ":1", code, Map.of("file", file, "row", "1", "column", column)));
    }

    /** A cell, by its row in the file. */
    public void cell(long row, String column, String value, String code) {
        Map<String, String> args =
                Map.of("file", file, "row", Long.toString(row), "column", column, "value", shortened(value));
        add(new Fault(file + ":" + row, code, args));
    }

    private void add(Fault fault) {
        faults.add(fault);
        if (faults.size() >= MOST) {
            faults.add(new Fault(file, "answers.more", Map.of("file", file, "n", Integer.toString(MOST))));
            refuse();
        }
    }

    /** A value that several rows have, by the first of them; it fills {@code n} with their number. */
    public void value(long firstRow, String column, String value, long rows, String code) {
        Map<String, String> args = Map.of(
                "file",
                file,
                "row",
                Long.toString(firstRow),
                "column",
                column,
                "value",
                shortened(value),
                "n",
                Long.toString(rows));
        add(new Fault(file + ":" + firstRow, code, args));
    }

    /** @throws Problem INVALID {@code answers.faults} when there is a fault */
    public void refuse() {
        if (!faults.isEmpty()) {
            throw new Problem(Problem.Kind.INVALID, "answers.faults", Map.of("file", file), faults);
        }
    }

    private static String shortened(String value) {
        return value.codePointCount(0, value.length()) <= 40
                ? value
                : value.substring(0, value.offsetByCodePoints(0, 40)) + "…";
    }
}
