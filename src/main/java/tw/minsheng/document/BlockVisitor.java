package tw.minsheng.document;

/** One method for each kind of block: a new kind does not compile until every writer knows it. */
public interface BlockVisitor {

    void heading(Heading heading);

    void paragraph(Paragraph paragraph);

    void bulletList(BulletList list);

    void table(Table table);

    void figure(Figure figure);

    void notice(Notice notice);

    void keyFigures(KeyFigures figures);

    void contents(Contents contents);

    void pageBreak(PageBreak pageBreak);
}
