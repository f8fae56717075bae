package tw.minsheng.report.draw;

import java.io.IOException;
import java.io.OutputStream;
import tw.minsheng.format.CsvWriter;

/** {@code selected.csv} as it is written: one row for each unit, in the order of the draw. Not safe for several threads. */
public final class SelectedCsv {

    private final CsvWriter csv;
    private final boolean grouped;
    private final boolean started;

    /**
     * Writes the header.
     *
     * @param id column of the ids
     * @param group column of the groups, "" where there is none
     * @param started whether visitors are asked in the units, so that each has a start
     */
    public SelectedCsv(OutputStream out, String id, String group, boolean started) throws IOException {
        this.started = started;
        csv = new CsvWriter(out);
        grouped = !group.isEmpty();
        csv.text(id);
        if (grouped) {
            csv.text(group);
        }
        csv.text("_weight");
        if (started) {
            csv.text("_start");
        }
        csv.endRow();
    }

    public void add(DrawFiles.Selected row) {
        csv.text(row.id());
        if (grouped) {
            csv.text(row.group());
        }
        csv.number(row.weight());
        if (started) {
            csv.number(row.start());
        }
        csv.endRow();
    }

    /** Hands on what was added so far. */
    public void flush() throws IOException {
        csv.flush();
    }
}
