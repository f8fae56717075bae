package tw.minsheng.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;

/** Faults of one file, gathered so that one run names them all, up to a limit. */
final class FaultList {

    /** Further faults add no knowledge; reading stops here. */
    private static final int MOST = 100;

    private final String file;
    private final List<Fault> faults = new ArrayList<>();

    FaultList(String file) {
        this.file = file;
    }

    void header(String code, String column) {
        faults.add(new Fault(file + ":1", code, Map.of("file", file, "row", "1", "column", column)));
    }

    void cell(long row, String column, String value, String code) {
        Map<String, String> args =
                Map.of("file", file, "row", Long.toString(row), "column", column, "value", shortened(value));
        faults.add(new Fault(file + ":" + row, code, args));
        if (faults.size() >= MOST) {
            faults.add(new Fault(file, "answers.more", Map.of("file", file, "n", Integer.toString(MOST))));
            refuse();
        }
    }

    /** @throws Problem when there is a fault */
    void refuse() {
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
