package tw.minsheng.dataset;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import tw.minsheng.format.CsvLimits;
import tw.minsheng.format.CsvReader;
import tw.minsheng.format.CsvRow;
import tw.minsheng.kernel.Problem;

/**
 * Reads an answers file row by row, in memory that does not grow with the file.
 *
 * @param name how the file is called in messages
 * @param layout the columns of the survey's data
 * @param mapping how foreign columns and values become ours
 * @param wave only rows of this wave are taken; "" takes all, which must then be of one wave
 */
public record AnswerFile(String name, Layout layout, AnswerMapping mapping, String wave) {

    /**
     * Hands every row to the taker.
     *
     * @param in the bytes; not closed here
     * @return code of the wave that was read, "" when neither file nor caller names one
     * @throws Problem INVALID {@code answers.faults} naming row, column and value of each fault;
     *     {@code answers.no_rows}; {@code answers.several_waves}; {@code answers.zero_weights}; and the codes of {@link CsvReader}
     */
    public String read(InputStream in, CsvLimits limits, Consumer<Row> taker) {
        return read(in, limits, taker, row -> {});
    }

    /**
     * The same, which also hands over the rows of other waves.
     *
     * @param others takes each row of a wave that was not asked for
     */
    public String read(InputStream in, CsvLimits limits, Consumer<Row> taker, Consumer<Row> others) {
        FaultList faults = new FaultList(name);
        try {
            CsvReader csv = CsvReader.open(name, in, limits);
            CsvRow first = csv.next().orElseThrow(() -> empty("answers.no_rows"));
            Header header = Header.read(first.fields(), layout, mapping, faults);
            faults.refuse();
            return rows(csv, new RowReader(layout, mapping, header, faults), faults, taker, others);
        } catch (UncheckedIOException e) {
            throw new Problem(Problem.Kind.UNAVAILABLE, "answers.unreadable", Map.of("file", name), e);
        }
    }

    private String rows(CsvReader csv, RowReader reader, FaultList faults, Consumer<Row> taker, Consumer<Row> others) {
        TreeSet<String> waves = new TreeSet<>();
        WeightTotals weights = new WeightTotals(name, layout);
        long taken = 0;
        for (Optional<CsvRow> row = csv.next(); row.isPresent(); row = csv.next()) {
            Optional<Row> read = reader.read(row.orElseThrow());
            if (read.isPresent() && isWanted(read.orElseThrow())) {
                taker.accept(read.orElseThrow());
                weights.add(read.orElseThrow());
                waves.add(read.orElseThrow().origin().wave());
                taken++;
            } else {
                read.ifPresent(others);
            }
        }
        faults.refuse();
        if (taken == 0) {
            throw empty(wave.isEmpty() ? "answers.no_rows" : "answers.no_rows_of_wave");
        }
        if (wave.isEmpty() && waves.size() > 1) {
            Map<String, String> args = Map.of("file", name, "waves", String.join(", ", waves));
            throw Problem.of(Problem.Kind.INVALID, "answers.several_waves", args);
        }
        weights.refuse();
        return wave.isEmpty() ? waves.first() : wave;
    }

    private boolean isWanted(Row row) {
        String own = row.origin().wave();
        return wave.isEmpty() || own.isEmpty() || own.equals(wave);
    }

    private Problem empty(String code) {
        return Problem.of(Problem.Kind.INVALID, code, Map.of("file", name, "wave", wave));
    }
}
