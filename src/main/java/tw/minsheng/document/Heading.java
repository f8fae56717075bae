package tw.minsheng.document;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

    /** The keys of the headings that have something under them. */
    public static Set<String> filled(List<? extends Block> blocks) {
        Set<String> keys = new HashSet<>();
        for (int place = 0; place + 1 < blocks.size(); place++) {
            if (blocks.get(place) instanceof Heading heading && heading.isAbove(blocks.get(place + 1))) {
                keys.add(heading.key());
            }
        }
        return keys;
    }

    private boolean isAbove(Block next) {
        return !(next instanceof Heading below) || below.level > level;
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
