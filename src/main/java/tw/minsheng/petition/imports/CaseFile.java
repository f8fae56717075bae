package tw.minsheng.petition.imports;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.format.CsvLimits;
import tw.minsheng.format.CsvReader;
import tw.minsheng.format.CsvRow;
import tw.minsheng.kernel.Problem;

/**
 * Reads a foreign file of cases row by row. Rows are not kept; only the outside numbers that were seen are remembered, 16 to
 * 32 bytes for each.
 *
 * @param name how the file is called in messages
 */
public record CaseFile(String name, CaseMapping mapping) {

    /**
     * Hands every row to the taker, as a case or as its faults.
     *
     * @param in the bytes; not closed here
     * @throws Problem INVALID {@code cases.faults} naming every fault of the header; {@code cases.no_rows};
     *     and the codes of {@link CsvReader}
     */
    public ImportSummary read(InputStream in, CsvLimits limits, CaseTaker taker) {
        try {
            CsvReader csv = CsvReader.open(name, in, limits, mapping.encoding());
            CsvRow first = csv.next().orElseThrow(this::empty);
            CaseRows rows = new CaseRows(mapping, CaseHeader.read(name, first.fields(), mapping));
            return read(csv, rows, taker);
        } catch (UncheckedIOException e) {
            throw new Problem(Problem.Kind.UNAVAILABLE, "cases.unreadable", Map.of("file", name), e);
        }
    }

    private ImportSummary read(CsvReader csv, CaseRows rows, CaseTaker taker) {
        Optional<Moment> first = Optional.empty();
        Optional<Moment> last = Optional.empty();
        for (Optional<CsvRow> row = csv.next(); row.isPresent(); row = csv.next()) {
            Optional<ImportedCase> read = rows.read(row.orElseThrow(), taker);
            if (read.isPresent()) {
                Moment received = read.orElseThrow().received();
                Moment closed = read.orElseThrow().closed();
                first = Optional.of(
                        first.filter(known -> known.compareTo(received) <= 0).orElse(received));
                Moment latest = closed.compareTo(received) > 0 ? closed : received; // no time at all is the earliest
                last = Optional.of(
                        last.filter(known -> known.compareTo(latest) >= 0).orElse(latest));
            }
        }
        ImportSummary summary = rows.counts().summary(first, last);
        if (summary.rows() == 0) {
            throw empty();
        }
        return summary;
    }

    private Problem empty() {
        return Problem.of(Problem.Kind.INVALID, "cases.no_rows", Map.of("file", name));
    }
}
