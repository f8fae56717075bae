package tw.minsheng.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Chosen columns that hold nothing but known words; a column that is not wanted may hold any plain text. */
public final class PlainCodes extends PlainRows {

    /** Every plain text: from the root back to it, but for a quote. */
    private static final int[] ANY = any();

    private final List<Words> words;
    private final int[] row;

    private PlainCodes(InputStream in, List<Words> words) {
        super(in);
        this.words = List.copyOf(words);
        this.row = new int[words.size()];
    }

    /** The words that a column may hold, each with its code; a tree of their bytes. */
    public static final class Words {

        private static final int BYTES = 256;
        private static final int NOWHERE = 0;
        private static final int ROOT = 1;
        private static final int NO_WORD = Integer.MIN_VALUE;

        private final int[] next;
        private final int[] codes;

        private Words(int[] next, int[] codes) {
            this.next = next;
            this.codes = codes;
        }

        /** @param codes by word; the empty word is the empty cell */
        public static Words of(Map<String, Integer> codes) {
            List<int[]> nodes = new ArrayList<>(List.of(new int[BYTES], new int[BYTES]));
            List<Integer> found = new ArrayList<>(List.of(NO_WORD, NO_WORD));
            codes.forEach((word, code) -> {
                int node = ROOT;
                for (byte b : word.getBytes(StandardCharsets.UTF_8)) {
                    int[] from = nodes.get(node);
                    int place = b & 0xFF;
                    if (from[place] == NOWHERE) {
                        from[place] = nodes.size();
                        nodes.add(new int[BYTES]);
                        found.add(NO_WORD);
                    }
                    node = from[place];
                }
                found.set(node, code);
            });
            return new Words(
                    nodes.stream().flatMapToInt(Arrays::stream).toArray(),
                    found.stream().mapToInt(Integer::intValue).toArray());
        }
    }

    /**
     * @param columns from the header to the wanted columns, each once, as many as there are {@code words}; none when the header
     *     will not do
     * @param rows takes the codes of each row, in the order of the wanted columns, always in the same array; false when they will
     *     not do
     * @return whether the whole file was plain; if not, what was handed over must be forgotten
     */
    public static boolean read(
            InputStream in, List<Words> words, Function<List<String>, int[]> columns, Predicate<int[]> rows)
            throws IOException {
        PlainCodes codes = new PlainCodes(in, words);
        return codes.read(columns, () -> rows.test(codes.row));
    }

    /** The place in the buffer is kept beside the loop: a field that is written for each byte would cost half the time. */
    @Override
    int row(int[] place) throws IOException {
        int b = next();
        if (b < 0) {
            return DONE;
        }
        for (int column = 0; column < place.length; column++) {
            int target = place[column];
            int[] tree = target < 0 ? ANY : words.get(target).next;
            int node = Words.ROOT;
            int from = at;
            while (b != ',' && b != '\n' && b != '\r' && b >= 0) {
                node = tree[node * Words.BYTES + b];
                if (node == Words.NOWHERE) {
                    return ODD;
                }
                if (from == end) {
                    at = from;
                    b = next();
                    from = at;
                } else {
                    b = buffer[from++] & 0xFF;
                }
            }
            at = from;
            if (target >= 0) {
                row[target] = words.get(target).codes[node];
                if (row[target] == Words.NO_WORD) {
                    return ODD;
                }
            }
            if (b != ',') {
                return column == place.length - 1 ? endOfRow(b) : ODD;
            }
            b = next();
        }
        return ODD;
    }

    private static int[] any() {
        int[] tree = new int[2 * Words.BYTES];
        Arrays.fill(tree, Words.BYTES, tree.length, Words.ROOT);
        tree[Words.BYTES + '"'] = Words.NOWHERE;
        return tree;
    }
}
