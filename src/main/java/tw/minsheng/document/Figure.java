package tw.minsheng.document;

import java.util.List;

/**
 * A picture with number, caption and data.
 *
 * @param key stable key such as {@code F3.2}
 * @param number printed number such as {@code 圖 3-2}; "" for none
 * @param caption what is shown, in one line
 * @param wide for pages on wide screens and for files
 * @param paper for printed pages, without title block, because the caption says it
 * @param narrow for phones, about 340 pixels wide
 * @param note n, what is weighted, method, source; "" when the picture carries it
 * @param data the table behind the picture; none or one
 * @param dataAddress where the data can be fetched, relative to the document; "" for nowhere
 */
public record Figure(
        String key,
        String number,
        String caption,
        Picture wide,
        Picture paper,
        Picture narrow,
        String note,
        List<Table> data,
        String dataAddress)
        implements Block {

    public Figure {
        Keys.check(key);
        data = List.copyOf(data);
    }

    /** Number and caption on one line. */
    public String full() {
        return number.isEmpty() ? caption : number + "　" + caption;
    }

    @Override
    public void accept(BlockVisitor visitor) {
        visitor.figure(this);
    }

    /** The same figure with another note. */
    public Figure withNote(String other) {
        return new Figure(key, number, caption, wide, paper, narrow, other, data, dataAddress);
    }
}
