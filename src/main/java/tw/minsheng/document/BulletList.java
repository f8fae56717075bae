package tw.minsheng.document;

import java.util.List;

/**
 * A list of short paragraphs.
 *
 * @param numbered true for 1, 2, 3; false for bullets
 */
public record BulletList(boolean numbered, List<Paragraph> items) implements Block {

    public BulletList {
        items = List.copyOf(items);
    }

    public static BulletList of(List<String> items) {
        return new BulletList(false, items.stream().map(Paragraph::of).toList());
    }

    @Override
    public void accept(BlockVisitor visitor) {
        visitor.bulletList(this);
    }
}
