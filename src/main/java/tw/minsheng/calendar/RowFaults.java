package tw.minsheng.calendar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;

/** The faults of one file, gathered so that one run names them all. */
final class RowFaults {

    private static final int SHOWN = 40;

    private final String file;
    private final List<Fault> faults = new ArrayList<>();

    RowFaults(String file) {
        this.file = file;
    }

    void add(long row, String code, Map<String, String> args) {
        Map<String, String> all = new HashMap<>(args);
        all.put("file", file);
        all.put("row", Long.toString(row));
        all.computeIfPresent("value", (key, value) -> shortened(value));
        faults.add(new Fault(file + ":" + row, code, all));
    }

    void add(Problem problem) {
        faults.add(new Fault(file, problem.code(), problem.args()));
    }

    /** @throws Problem when there is a fault */
    void refuse() {
        if (!faults.isEmpty()) {
            throw new Problem(Problem.Kind.INVALID, "calendar.faults", Map.of("file", file), faults);
        }
    }

    /** @throws Problem that there is nothing to read, when nothing worse was found */
    OfficeCalendar noRows() {
        refuse();
        throw Problem.of(Problem.Kind.INVALID, "calendar.no_rows", Map.of("file", file));
    }

    static String shortened(String value) {
        return value.codePointCount(0, value.length()) <= SHOWN
                ? value
                : value.substring(0, value.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
