package tw.minsheng.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.quality.ResponseQuality;
import tw.minsheng.survey.Scale;

/**
 * The answers to items on scales, person by person, for statistics that need more than sums (決斷值, ranks, bootstrap): one
 * byte for each closed answer and never more than {@value #MOST_BYTES} bytes. Of more answers than fit a simple random sample is
 * kept (Vitter 1985, algorithm R, with a fixed seed), and {@link #isSample} says so. Not safe for several threads.
 */
public final class ItemRows {

    static final int MOST_BYTES = 16 * 1024 * 1024;
    private static final int FIRST = 1024;
    private static final long SEED = 1;
    private static final int LABELS = 3;

    /** By what answers can be told apart. */
    public enum Label {
        MODE(0),
        DISPLAY(1),
        WAVE(2);

        private final int place;

        Label(int place) {
            this.place = place;
        }
    }

    private final List<Column> items;
    /** Place in a row by the number of the column: to compare columns takes long. */
    private final Map<Integer, Integer> places = new HashMap<>();

    private final int width;
    private final Reservoir kept;
    private final List<List<String>> labels = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    private byte[] cells = new byte[0];

    ItemRows(List<Column> items) {
        this(items, MOST_BYTES);
    }

    ItemRows(List<Column> items, int bytes) {
        this.items = List.copyOf(items);
        this.items.forEach(item -> places.put(item.index(), places.size()));
        this.width = items.size() + LABELS;
        this.kept = new Reservoir(Math.max(1, bytes / width), SEED);
    }

    void add(Row row) {
        int place = kept.next();
        if (place < 0) {
            return;
        }
        grow();
        int from = place * width;
        for (Column item : items) {
            cells[from++] = (byte) row.code(item);
        }
        Origin origin = row.origin();
        cells[from++] = label(Label.MODE, origin.mode());
        cells[from++] = label(Label.DISPLAY, origin.display());
        cells[from] = label(Label.WAVE, origin.wave());
    }

    private void grow() {
        if (kept.rows() * width > cells.length) {
            long room = Math.min(kept.most(), Math.max(FIRST, kept.rows() * 2L));
            cells = Arrays.copyOf(cells, (int) room * width);
        }
    }

    /** Beyond 127 different words the last one stands for the rest. */
    private byte label(Label label, String word) {
        List<String> known = labels.get(label.place);
        int place = known.indexOf(word);
        if (place < 0 && known.size() < Byte.MAX_VALUE) {
            known.add(word);
            place = known.size() - 1;
        }
        return (byte) (place < 0 ? Byte.MAX_VALUE - 1 : place);
    }

    /** Rows that are kept. */
    public int size() {
        return kept.rows();
    }

    /** Whether only a random sample of the answers is kept, because there were too many. */
    public boolean isSample() {
        return kept.isSample();
    }

    /** Different words of this label, in the order in which they appeared. */
    public List<String> words(Label label) {
        return List.copyOf(labels.get(label.place));
    }

    /** Rows with this word. */
    public int[] rowsOf(Label label, String word) {
        int place = labels.get(label.place).indexOf(word);
        return IntStream.range(0, kept.rows())
                .filter(row -> cells[row * width + items.size() + label.place] == place)
                .toArray();
    }

    public int[] everyRow() {
        return IntStream.range(0, kept.rows()).toArray();
    }

    /**
     * Scores of some rows: reverse items turned, missing answers as {@link Missing#ANSWER}.
     *
     * @param scales one for each of these items
     * @throws IllegalArgumentException when an item is not kept
     */
    public ItemScores scores(List<Column> wanted, List<Scale> scales, int[] rows) {
        return new ItemScores(this, wanted, wanted.stream().map(this::place).toList(), scales, rows.clone());
    }

    private int place(Column item) {
        Integer place = places.get(item.index());
        if (place == null) {
            throw new IllegalArgumentException("no item " + item.id());
        }
        return place;
    }

    int code(int row, int place) {
        return cells[row * width + place];
    }

    /** How carefully a person seems to have answered these items, as given. */
    public ResponseQuality quality(List<Column> wanted, List<Scale> scales, int row) {
        double[] answers = new double[wanted.size()];
        for (int i = 0; i < answers.length; i++) {
            int code = code(row, place(wanted.get(i)));
            answers[i] =
                    code < 0 ? Missing.ANSWER : scales.get(i).points().get(code).value();
        }
        return ResponseQuality.of(answers);
    }
}
