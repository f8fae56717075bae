package tw.minsheng.report.draw;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tw.minsheng.dataset.frame.Drawing;
import tw.minsheng.dataset.frame.DrawnSample;
import tw.minsheng.dataset.frame.FrameColumns;
import tw.minsheng.dataset.frame.FrameFile;
import tw.minsheng.dataset.frame.SamplingFrame;
import tw.minsheng.format.CsvLimits;
import tw.minsheng.kernel.Problem;

/**
 * Looks at a frame file and draws from it. The file is read row by row; of each row only id, group and measure are held, for the ids have
 * to be put into order: about 200 bytes a row. Blocks.
 */
public final class FrameDesk {

    /** A guard against the wrong file: rows of a frame. */
    public static final int MOST_ROWS = 1_000_000;
    /** Units of a draw: each is held with her contacts until she is kept. */
    public static final int MOST_DRAWN = 100_000;
    /** Bytes of a frame. */
    public static final long MOST_BYTES = 300_000_000;

    private static final CsvLimits LIMITS = CsvLimits.DEFAULT.withBytes(MOST_BYTES);

    private FrameDesk() {}

    /** The bytes of a file, from the first one each time. */
    @FunctionalInterface
    public interface Opened {
        InputStream open() throws IOException;
    }

    /**
     * What a file is.
     *
     * @param id column that names a unit
     * @param sha256 lower-case hex
     */
    public record Looked(List<String> columns, String id, long rows, String sha256) {
        public Looked {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A group of the sample: a stratum, a drawn cluster, or the whole frame under the name "".
     *
     * @param size N of it
     * @param drawn units drawn from it
     * @param weight 1/π of its units, 0 where they differ
     * @param whole whether it was taken whole because it has fewer than its share
     */
    public record Group(String name, long size, long drawn, double weight, boolean whole) {}

    /**
     * A draw.
     *
     * @param audit bytes of {@code audit.json}
     * @param picked id → what stands in the columns that were asked for
     */
    public record Drawn(
            List<DrawFiles.Selected> rows,
            List<Group> groups,
            String frameSha256,
            String sha256,
            String audit,
            Map<String, List<String>> picked) {
        public Drawn {
            rows = List.copyOf(rows);
            groups = List.copyOf(groups);
            picked = Map.copyOf(picked);
        }
    }

    /**
     * @param id column that names a unit, "" for the first one
     * @throws Problem INVALID {@code frame.too_many_rows}, and what {@link FrameFile} refuses
     */
    public static Looked look(String name, Opened file, String id) throws IOException {
        List<String> header;
        try (InputStream in = file.open()) {
            header = FrameFile.header(name, in, LIMITS);
        }
        String column = id.isEmpty() ? header.get(0) : id;
        SamplingFrame frame = read(name, file, new FrameColumns(column, Optional.empty(), Optional.empty()));
        return new Looked(header, column, frame.size(), frame.sha256());
    }

    /**
     * Draws, and picks more of the drawn rows in a second pass.
     *
     * @param sha256 of the file that was looked at
     * @param by who draws, {@code on} which day: they stand in the record
     * @param more columns to be picked
     * @throws Problem INVALID {@code frame.other_file} where it is another file, {@code draw.too_many_for_page} (args {@code size}, {@code
     *     most}), and what {@link FrameFile} and {@link Drawing} refuse
     */
    public static Drawn draw(
            String name, Opened file, String sha256, DrawOrder order, String by, String on, List<String> more)
            throws IOException {
        refuseMore(order.design().equals("cluster") ? 1 : order.size());
        SamplingFrame frame = read(name, file, order.columns());
        if (!frame.sha256().equals(sha256)) {
            throw Problem.of(Problem.Kind.INVALID, "frame.other_file", Map.of("file", name));
        }
        DrawnSample sample = Drawing.of(frame, order.plan());
        refuseMore(sample.units().size());
        DrawFiles files = new DrawFiles(order.columns(), frame, order.plan(), sample, Optional.of(by), Optional.of(on));
        return new Drawn(
                files.rows(),
                groups(order, frame, sample),
                sha256,
                sample.sha256(),
                new String(files.audit(), java.nio.charset.StandardCharsets.UTF_8),
                picked(name, file, order.id(), more, sample));
    }

    private static void refuseMore(int size) {
        if (size > MOST_DRAWN) {
            throw Problem.of(
                    Problem.Kind.INVALID,
                    "draw.too_many_for_page",
                    Map.of("size", Integer.toString(size), "most", Integer.toString(MOST_DRAWN)));
        }
    }

    private static SamplingFrame read(String name, Opened file, FrameColumns columns) throws IOException {
        int[] rows = new int[1];
        try (InputStream in = file.open()) {
            return FrameFile.read(name, in, LIMITS, columns, () -> {
                if (++rows[0] > MOST_ROWS) {
                    throw Problem.of(
                            Problem.Kind.INVALID,
                            "frame.too_many_rows",
                            Map.of("file", name, "most", Integer.toString(MOST_ROWS)));
                }
            });
        }
    }

    private static List<Group> groups(DrawOrder order, SamplingFrame frame, DrawnSample sample) {
        if (order.isStratified()) {
            return sample.strata().stream()
                    .map(stratum -> new Group(
                            stratum.name(),
                            stratum.size(),
                            stratum.drawn(),
                            stratum.drawn() == 0 ? 0 : (double) stratum.size() / stratum.drawn(),
                            stratum.takenWhole()))
                    .toList();
        }
        if (order.needsGroup()) {
            return clusters(sample);
        }
        int drawn = sample.units().size();
        double weight = order.design().equals("pps") ? 0 : (double) frame.size() / drawn;
        return List.of(new Group("", frame.size(), drawn, weight, drawn == frame.size()));
    }

    /** Every unit of a drawn cluster is drawn. */
    private static List<Group> clusters(DrawnSample sample) {
        Map<String, List<DrawnSample.Unit>> units = sample.units().stream()
                .collect(Collectors.groupingBy(DrawnSample.Unit::group, TreeMap::new, Collectors.toList()));
        List<Group> groups = new ArrayList<>();
        units.forEach((name, all) ->
                groups.add(new Group(name, all.size(), all.size(), all.get(0).weight(), true)));
        return groups;
    }

    private static Map<String, List<String>> picked(
            String name, Opened file, String id, List<String> more, DrawnSample sample) throws IOException {
        if (more.isEmpty()) {
            return new LinkedHashMap<>();
        }
        Set<String> ids = sample.units().stream().map(DrawnSample.Unit::id).collect(Collectors.toUnmodifiableSet());
        try (InputStream in = file.open()) {
            return FrameFile.pick(name, in, LIMITS, id, more, ids);
        }
    }
}
