package tw.minsheng.document;

/**
 * A list of headings, figures or tables, with page numbers where there are pages; the writer fills it.
 *
 * @param title the heading above the list
 */
public record Contents(Kind kind, String title) implements Block {

    /** What is listed. */
    public enum Kind {
        /** headings of levels 1 and 2 */
        HEADINGS,
        FIGURES,
        TABLES
    }

    @Override
    public void accept(BlockVisitor visitor) {
        visitor.contents(this);
    }
}
