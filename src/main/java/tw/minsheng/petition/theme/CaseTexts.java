package tw.minsheng.petition.theme;

import java.util.List;
import java.util.Set;
import tw.minsheng.petition.Contact;
import tw.minsheng.petition.imports.CaseLedger;

/**
 * Door to texts and places of cases that are kept, own and imported ones, for what many of them have in common. Locked and
 * confidential cases are not read, nor those that nobody confirmed or that went into another one. Blocks.
 */
public interface CaseTexts {

    /** Takes one text after the other. */
    @FunctionalInterface
    interface Reader {
        /**
         * @param known whoever wrote it, so that her name can be masked; {@link Contact#NONE} where nobody is known
         * @return whether it was taken; else there is no room for it and nothing further is read
         */
        boolean read(String text, Contact known);
    }

    /**
     * A square of the map.
     *
     * @param column to the east, {@code row} to the north, in squares from latitude and longitude 0
     * @param cases that have their point in it
     */
    record Square(int column, int row, long cases) {}

    /**
     * @param latitude degrees of one square
     * @param longitude degrees of one square, so many that it is about as wide as it is high; the same whatever cases are chosen
     * @param squares those with a case, in no order
     */
    record Squares(double latitude, double longitude, List<Square> squares) {

        public Squares {
            squares = List.copyOf(squares);
        }
    }

    /**
     * Reads the newest texts of the period.
     *
     * @param most texts of own and of imported cases each
     * @return whether there were more than were taken
     */
    boolean read(CaseLedger.Period period, int most, Reader reader);

    /**
     * Where the cases lie that were received within the period. No point leaves the database.
     *
     * @param metres of a square
     * @param types their types, as own and imported cases write them; empty for all
     */
    Squares squares(CaseLedger.Period period, double metres, Set<String> types);
}
