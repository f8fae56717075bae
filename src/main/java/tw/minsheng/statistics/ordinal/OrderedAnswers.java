package tw.minsheng.statistics.ordinal;

/** Complete answers to ordered items, each as the number of its category from 0; every category was chosen by somebody. */
public final class OrderedAnswers {

    private final byte[][] codes;
    private final int[] categories;

    /**
     * @param codes one row for each item, one column for each person; not changed afterwards
     * @param categories how many each item has
     */
    public OrderedAnswers(byte[][] codes, int[] categories) {
        this.codes = codes.clone();
        this.categories = categories.clone();
    }

    public int items() {
        return codes.length;
    }

    public int rows() {
        return codes.length == 0 ? 0 : codes[0].length;
    }

    /** Category that a person chose. */
    int code(int item, int row) {
        return codes[item][row];
    }

    /** How many people chose each category. */
    public long[] margin(int item) {
        long[] margin = new long[categories[item]];
        for (byte code : codes[item]) {
            margin[code]++;
        }
        return margin;
    }

    /** How many people chose both categories. */
    public long[][] crossed(int one, int other) {
        long[][] counts = new long[categories[one]][categories[other]];
        for (int i = 0; i < codes[one].length; i++) {
            counts[codes[one][i]][codes[other][i]]++;
        }
        return counts;
    }
}
