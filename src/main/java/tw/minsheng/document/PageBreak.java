package tw.minsheng.document;

/** What follows begins on a new page, where there are pages. */
public record PageBreak() implements Block {

    @Override
    public void accept(BlockVisitor visitor) {
        visitor.pageBreak(this);
    }
}
