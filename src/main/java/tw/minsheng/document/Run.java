package tw.minsheng.document;

/**
 * A piece of text in a line.
 *
 * @param target the block's key for a reference, the address for a link, else ""
 */
public record Run(Style style, String text, String target) {

    /** How a run is set. */
    public enum Style {
        PLAIN,
        STRONG,
        /** a formula, hash or command */
        CODE,
        /** points to a block of the same document by its key */
        REFERENCE,
        /** points to an address outside the document */
        LINK
    }

    public static Run plain(String text) {
        return new Run(Style.PLAIN, text, "");
    }

    public static Run strong(String text) {
        return new Run(Style.STRONG, text, "");
    }

    public static Run code(String text) {
        return new Run(Style.CODE, text, "");
    }

    /** A link to the heading, table or figure with this key. */
    public static Run reference(String key, String text) {
        return new Run(Style.REFERENCE, text, key);
    }

    /** A link to an {@code https:} address or a file beside the document. */
    public static Run link(String address, String text) {
        return new Run(Style.LINK, text, address);
    }
}
