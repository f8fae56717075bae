package tw.minsheng.web.citizen;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One thing to fill in on a question page, ready to be drawn. The kinds differ by template, not by code.
 *
 * @param id of the answer; ids of elements follow from it
 * @param legend the question, "" when a heading above says it
 * @param optional whether it may be left empty
 * @param errors words about what is wrong, in order; empty when nothing is
 */
public record Field(
        Kind kind,
        String id,
        String legend,
        String hint,
        boolean optional,
        List<String> errors,
        List<Option> options,
        List<Input> inputs,
        int rows) {

    /** What it looks like. */
    public enum Kind {
        RADIOS,
        CHECKBOXES,
        RANKS,
        NUMBER,
        TEXT,
        DATE,
        NOTE,
        /** words above the items of a matrix */
        HEADING
    }

    /**
     * A choice.
     *
     * @param element id of its input
     * @param aside stands apart from the answers proper: don't know, prefer not to say
     * @param more free text that belongs to it; {@link Input#NONE} when there is none
     */
    public record Option(String element, String value, String label, boolean chosen, boolean aside, Input more) {}

    /**
     * A field with words or numbers, or a list to choose from.
     *
     * @param values of the list; empty for a field to type in
     */
    public record Input(String element, String name, String label, String value, List<Choice> values) {
        private static final Pattern PLAIN_NUMBER = Pattern.compile("(-?[0-9]+(\\.[0-9]+)?)?");

        public static final Input NONE = new Input("", "", "", "", List.of());

        public Input {
            values = List.copyOf(values);
        }

        public boolean isGiven() {
            return !name.isEmpty();
        }

        /** Whether a field for numbers can show it; it shows nothing of what is no number to a browser. */
        public boolean isPlainNumber() {
            return PLAIN_NUMBER.matcher(value).matches();
        }
    }

    /** One entry of a list. */
    public record Choice(String value, String label) {}

    public Field {
        errors = List.copyOf(errors);
        options = List.copyOf(options);
        inputs = List.copyOf(inputs);
    }

    public boolean wrong() {
        return !errors.isEmpty();
    }

    /** Ids of the hint and of the error, for screen readers; null, which leaves the attribute out, for neither. */
    public @org.jspecify.annotations.Nullable String describedBy() {
        String by = (hint.isEmpty() ? "" : "hint-" + id) + (wrong() ? " error-" + id : "");
        return by.isBlank() ? null : by.strip();
    }

    /** The element that an error leads to. */
    public String first() {
        if (!options.isEmpty()) {
            return options.get(0).element();
        }
        return inputs.isEmpty() ? "f-" + id : inputs.get(0).element();
    }
}
