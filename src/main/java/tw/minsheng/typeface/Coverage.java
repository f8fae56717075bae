package tw.minsheng.typeface;

import java.util.BitSet;
import java.util.Map;

/** Which characters the typeface can print. Immutable. */
public final class Coverage {

    private final BitSet printable = new BitSet();
    private final Map<Integer, Integer> twins;

    Coverage(CharacterMap.Cured cured) {
        for (int code = 0; code <= Character.MAX_CODE_POINT; code++) {
            printable.set(code, cured.map().glyph(code) != 0);
        }
        twins = cured.twins();
    }

    /** True when the typeface has a glyph of its own for this code point. */
    public boolean canPrint(int codePoint) {
        return printable.get(codePoint);
    }

    /** The ordinary character that looks exactly like this one, or this one itself. */
    int ordinary(int codePoint) {
        return twins.getOrDefault(codePoint, codePoint);
    }
}
