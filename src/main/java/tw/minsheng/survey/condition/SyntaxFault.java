package tw.minsheng.survey.condition;

/** A condition that cannot be read. */
public final class SyntaxFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int position;
    private final String fragment;

    SyntaxFault(int position, String fragment) {
        super("character " + position + ": " + fragment, null, false, false);
        this.position = position;
        this.fragment = fragment;
    }

    /** Which character is wrong, counted from 1. */
    public int position() {
        return position;
    }

    /** What stands there, "" at the end. */
    public String fragment() {
        return fragment;
    }
}
