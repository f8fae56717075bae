package tw.minsheng.document;

import java.util.List;

/** A few sentences that must not be overlooked. */
public record Notice(Tone tone, String title, List<Paragraph> paragraphs) implements Block {

    /** How grave it is; always said by the title too. */
    public enum Tone {
        INFORMATION,
        WARNING
    }

    public Notice {
        paragraphs = List.copyOf(paragraphs);
    }

    public static Notice information(String title, String text) {
        return new Notice(Tone.INFORMATION, title, List.of(Paragraph.of(text)));
    }

    public static Notice warning(String title, String text) {
        return new Notice(Tone.WARNING, title, List.of(Paragraph.of(text)));
    }

    @Override
    public void accept(BlockVisitor visitor) {
        visitor.notice(this);
    }
}
