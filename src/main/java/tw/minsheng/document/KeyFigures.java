package tw.minsheng.document;

import java.util.List;

/** The few numbers that matter, set large. */
public record KeyFigures(List<KeyFigure> figures) implements Block {

    /**
     * One number.
     *
     * @param label what it is
     * @param value as printed, with its unit
     * @param detail interval, n, method, date
     */
    public record KeyFigure(String label, String value, String detail) {}

    public KeyFigures {
        figures = List.copyOf(figures);
    }

    @Override
    public void accept(BlockVisitor visitor) {
        visitor.keyFigures(this);
    }
}
