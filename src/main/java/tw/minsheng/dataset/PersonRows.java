package tw.minsheng.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tw.minsheng.survey.Variable;

/**
 * Closed answers person by person, each with its place in the design, for what compares people: differences of groups, cross
 * tables, drivers. Never more than {@value #MOST} people; of more a simple random sample is kept (Vitter 1985, algorithm R, with a
 * fixed seed), and {@link #isSample} says so. Not safe for several threads.
 */
public final class PersonRows {

    static final int MOST = 20_000;

    private static final int FIRST = 1024;
    private static final long SEED = 2;

    private final List<Column> columns;
    /** Place in a row by the number of the column. */
    private final Map<Integer, Integer> places = new HashMap<>();

    private final Reservoir kept;
    private final Map<String, Integer> units = new HashMap<>();
    private final List<String> waves = new ArrayList<>();
    private byte[] cells = new byte[0];
    private int[] groups = new int[0];
    private int[] unitOf = new int[0];
    private int[] waveOf = new int[0];
    private double[] weights = new double[0];

    PersonRows(Layout layout) {
        this(layout, MOST);
    }

    PersonRows(Layout layout, int most) {
        this.columns = layout.columns().stream().filter(PersonRows::isKept).toList();
        this.columns.forEach(column -> places.put(column.index(), places.size()));
        this.kept = new Reservoir(most, SEED);
    }

    private static boolean isKept(Column column) {
        Variable.Kind kind = column.variable().kind();
        boolean closed = kind == Variable.Kind.SCALE || kind == Variable.Kind.CHOICE;
        return column.analysed() && closed && column.validCodes() <= Byte.MAX_VALUE;
    }

    /** @param group number of the place in the design */
    void add(Row row, int group) {
        int place = kept.next();
        if (place < 0) {
            return;
        }
        grow();
        int from = place * columns.size();
        for (Column column : columns) {
            cells[from++] = (byte) row.code(column);
        }
        Origin origin = row.origin();
        groups[place] = group;
        weights[place] = origin.weight();
        unitOf[place] = origin.psu().isEmpty() ? -1 : units.computeIfAbsent(origin.psu(), key -> units.size());
        waveOf[place] = wave(origin.wave());
    }

    private int wave(String code) {
        if (!waves.contains(code)) {
            waves.add(code);
        }
        return waves.indexOf(code);
    }

    private void grow() {
        if (kept.rows() > groups.length) {
            int room = Math.min(kept.most(), Math.max(FIRST, kept.rows() * 2));
            cells = Arrays.copyOf(cells, room * columns.size());
            groups = Arrays.copyOf(groups, room);
            unitOf = Arrays.copyOf(unitOf, room);
            waveOf = Arrays.copyOf(waveOf, room);
            weights = Arrays.copyOf(weights, room);
        }
    }

    /** People who are kept. */
    public int size() {
        return kept.rows();
    }

    /** Whether only a random sample of the answers is kept, because there were too many. */
    public boolean isSample() {
        return kept.isSample();
    }

    /** Whether this column is kept: a closed question of the version that is analysed. */
    public boolean has(Column column) {
        return places.containsKey(column.index());
    }

    /** The codes of a column, one for each person: below 0 where there is no valid answer. */
    public int[] codes(Column column) {
        Integer place = places.get(column.index());
        if (place == null) {
            throw new IllegalArgumentException("not kept: " + column.id());
        }
        int[] codes = new int[kept.rows()];
        Arrays.setAll(codes, row -> cells[row * columns.size() + place]);
        return codes;
    }

    /** The place of each person in the design, as in {@link Tally#groups}. */
    public int[] groups() {
        return Arrays.copyOf(groups, kept.rows());
    }

    /** The weights with which the answers came; all 1 when they came without. */
    public double[] weights() {
        return Arrays.copyOf(weights, kept.rows());
    }

    /** The first-stage unit of each person, from 0; −1 where the answer names none. */
    public int[] units() {
        return Arrays.copyOf(unitOf, kept.rows());
    }

    /** The wave of each person, as its place among {@link #waveCodes}. */
    public int[] waves() {
        return Arrays.copyOf(waveOf, kept.rows());
    }

    /** Codes of the waves in the order in which they came. */
    public List<String> waveCodes() {
        return List.copyOf(waves);
    }
}
