package tw.minsheng.format;

/** A place in a text file, both counted from 1. */
public record Mark(int line, int column) {

    public static final Mark START = new Mark(1, 1);
}
