package tw.minsheng.document;

/**
 * A heading. Level 1 opens a chapter, which begins on a new page where there are pages.
 *
 * @param level 1 to 4
 * @param key stable key that references point to, unique in the document: letters, digits, {@code . _ -}
 * @param number printed number such as {@code 第三章} or {@code 3.2}; "" for none
 */
public record Heading(int level, String key, String number, String text) implements Block {

    /** @throws IllegalArgumentException when the level is not 1 to 4 or the key is no key */
    public Heading {
        if (level < 1 || level > 4) {
            throw new IllegalArgumentException("heading level " + level);
        }
        Keys.check(key);
    }

    /** Number and text on one line. */
    public String full() {
        return number.isEmpty() ? text : number + "　" + text;
    }

    @Override
    public void accept(BlockVisitor visitor) {
        visitor.heading(this);
    }
}
