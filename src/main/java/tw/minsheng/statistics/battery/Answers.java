package tw.minsheng.statistics.battery;

/** Scored answers, one row for each person, one column for each item; reverse items are turned already. */
public interface Answers {

    int rows();

    int items();

    /** A finite number, or {@link tw.minsheng.statistics.Missing#ANSWER}. */
    double at(int row, int item);

    /** Answers that stand in an array; it must not be changed afterwards. */
    static Answers of(double[][] rows, int items) {
        return new Answers() {
            @Override
            public int rows() {
                return rows.length;
            }

            @Override
            public int items() {
                return items;
            }

            @Override
            public double at(int row, int item) {
                return rows[row][item];
            }
        };
    }
}
