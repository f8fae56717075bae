package tw.minsheng.dataset.weights;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import tw.minsheng.dataset.FaultList;
import tw.minsheng.format.CsvLimits;
import tw.minsheng.format.CsvReader;
import tw.minsheng.format.CsvRow;
import tw.minsheng.kernel.Problem;
import tw.minsheng.kernel.Sha256;

/** Reads of a file of answers what weights need ({@link MarginColumns}), row by row in their order. */
public final class SampleFile {

    private SampleFile() {}

    /**
     * What was read.
     *
     * @param sha256 of the bytes of the file
     * @param weighted whether it had design weights
     */
    public record Sample(SampleCells cells, String sha256, boolean weighted) {}

    /**
     * @param name of the file in messages
     * @param each run after each row
     * @throws Problem INVALID {@code answers.faults} with a fault for each missing column, bad weight, and value that the
     *     population does not have; {@code answers.no_rows}; what {@link CsvReader} refuses
     */
    public static Sample read(String name, InputStream in, CsvLimits limits, List<KnownMargin> margins, Runnable each)
            throws IOException {
        MessageDigest digest = Sha256.digest();
        try (CsvReader reader = CsvReader.open(name, new DigestInputStream(in, digest), limits)) {
            CsvRow first = reader.next().orElseThrow(() -> empty(name));
            FaultList faults = new FaultList(name);
            MarginColumns columns = new MarginColumns(first.fields(), margins, faults);
            faults.refuse();
            SampleCells cells = new SampleCells();
            for (Optional<CsvRow> row = reader.next(); row.isPresent(); row = reader.next()) {
                Optional<int[]> levels = columns.levels(row.get());
                OptionalDouble weight = columns.weight(row.get());
                if (levels.isPresent() && weight.isPresent()) {
                    List<Integer> at = Arrays.stream(levels.get()).boxed().toList();
                    cells.add(new SampleCells.Cell(at, weight.getAsDouble()));
                }
                each.run();
            }
            columns.refuse();
            if (cells.rows() == 0) {
                throw empty(name);
            }
            return new Sample(cells, Sha256.hex(digest), columns.isWeighted());
        }
    }

    static Problem empty(String name) {
        return Problem.of(Problem.Kind.INVALID, "answers.no_rows", Map.of("file", name));
    }
}
