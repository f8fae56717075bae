package tw.minsheng.dataset;

import tw.minsheng.survey.Variable;

/**
 * One column of data.
 *
 * @param index place in the layout
 * @param analysed false for a variable of an older version that the newest one no longer has: carried, not analysed
 */
public record Column(int index, Variable variable, boolean analysed) {

    public String id() {
        return variable.id();
    }

    /** Number of distinct valid codes: 0 to {@code validCodes() − 1}; open kinds have one, "there is an answer". */
    public int validCodes() {
        return switch (variable.kind()) {
            case SCALE, CHOICE -> variable.values().size();
            case FLAG -> 2;
            case RANK -> Layout.MOST_RANKS + 1;
            case NUMBER, TEXT, DATE -> 1;
        };
    }

    /** Whether this is an item on a scale, so that an answer to it makes a row usable. */
    public boolean isItem() {
        return variable.kind() == Variable.Kind.SCALE;
    }
}
