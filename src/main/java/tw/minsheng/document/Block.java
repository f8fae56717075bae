package tw.minsheng.document;

/** One piece of a document, free of any file format. What a writer makes of it is a method of its visitor. */
public sealed interface Block
        permits Heading, Paragraph, BulletList, Table, Figure, Notice, KeyFigures, Contents, PageBreak {

    /** The stable key that references point to; "" for a block without one. */
    default String key() {
        return "";
    }

    /** Calls the visitor's method for this kind of block. */
    void accept(BlockVisitor visitor);
}
