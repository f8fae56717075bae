package tw.minsheng.document;

import java.util.List;

/** Running text. */
public record Paragraph(List<Run> runs) implements Block {

    public Paragraph {
        runs = List.copyOf(runs);
    }

    public static Paragraph of(String text) {
        return new Paragraph(List.of(Run.plain(text)));
    }

    public static Paragraph of(Run... runs) {
        return new Paragraph(List.of(runs));
    }

    @Override
    public void accept(BlockVisitor visitor) {
        visitor.paragraph(this);
    }
}
