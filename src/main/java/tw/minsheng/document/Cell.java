package tw.minsheng.document;

import java.util.OptionalDouble;

/** What stands in one field of a table: a text, or a number with the way it is printed. */
public sealed interface Cell {

    /** As printed. */
    String text();

    /** The number behind the text, unrounded; empty for a text. */
    OptionalDouble number();

    static Cell text(String text) {
        return new TextCell(text);
    }

    /**
     * A number.
     *
     * @param text as printed, for example {@code 72.4} or {@code < .001}
     */
    static Cell number(double value, String text) {
        return new NumberCell(value, text);
    }

    /** A text. */
    record TextCell(String text) implements Cell {

        @Override
        public OptionalDouble number() {
            return OptionalDouble.empty();
        }
    }

    /** A number; never NaN or infinite: what is undefined is a text that says why. */
    record NumberCell(double value, String text) implements Cell {

        public NumberCell {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("not a number for a table: " + value);
            }
        }

        @Override
        public OptionalDouble number() {
            return OptionalDouble.of(value);
        }
    }
}
