package tw.minsheng.typeface;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which glyph a font shows for a code point: the format 12 subtable of the OpenType table {@code cmap}.
 * See OpenType specification 1.9, "cmap — Character to Glyph Index Mapping Table".
 */
final class CharacterMap {

    private static final int CODE_POINTS = 0x110000;

    private final int[] glyphs;

    private CharacterMap(int[] glyphs) {
        this.glyphs = glyphs;
    }

    /** @throws IllegalArgumentException when the table has no subtable of format 12 */
    static CharacterMap read(byte[] cmap) {
        ByteBuffer in = ByteBuffer.wrap(cmap);
        int subtable = format12(in);
        int[] glyphs = new int[CODE_POINTS];
        int groups = in.getInt(subtable + 12);
        for (int group = 0; group < groups; group++) {
            int at = subtable + 16 + 12 * group;
            int first = in.getInt(at);
            int last = in.getInt(at + 4);
            int glyph = in.getInt(at + 8);
            for (int code = first; code <= last; code++) {
                glyphs[code] = glyph + code - first;
            }
        }
        return new CharacterMap(glyphs);
    }

    private static int format12(ByteBuffer in) {
        int tables = in.getShort(2);
        for (int table = 0; table < tables; table++) {
            int offset = in.getInt(8 + 8 * table);
            if (in.getShort(offset) == 12) {
                return offset;
            }
        }
        throw new IllegalArgumentException("no cmap subtable of format 12");
    }

    /** The glyph for this code point, 0 for none. */
    int glyph(int codePoint) {
        return glyphs[codePoint];
    }

    /**
     * Leaves only one kind of code point for each glyph: those that only look like an ordinary ideograph go, when the
     * ordinary one is there. PDF writers name a glyph by its lowest code point, which would be the look-alike.
     *
     * @return for each code point that went, the ordinary one with the same glyph
     */
    Cured cured() {
        int[] ordinary = ordinaryByGlyph();
        int[] kept = glyphs.clone();
        Map<Integer, Integer> twins = new HashMap<>();
        for (int code = 0; code < CODE_POINTS; code++) {
            int glyph = glyphs[code];
            if (glyph != 0 && LookAlikes.contains(code) && ordinary[glyph] != 0) {
                kept[code] = 0;
                twins.put(code, ordinary[glyph]);
            }
        }
        return new Cured(new CharacterMap(kept), twins);
    }

    private int[] ordinaryByGlyph() {
        int[] ordinary = new int[Arrays.stream(glyphs).max().orElse(0) + 1];
        for (int code = CODE_POINTS - 1; code > 0; code--) {
            if (!LookAlikes.contains(code)) {
                ordinary[glyphs[code]] = code;
            }
        }
        return ordinary;
    }

    /** A table {@code cmap} with this one subtable. */
    byte[] write() {
        int[][] groups = groups();
        int length = 16 + 12 * groups.length;
        ByteBuffer out = ByteBuffer.allocate(12 + length);
        out.putShort((short) 0).putShort((short) 1);
        out.putShort((short) 3).putShort((short) 10).putInt(12);
        out.putShort((short) 12).putShort((short) 0).putInt(length).putInt(0).putInt(groups.length);
        for (int[] group : groups) {
            out.putInt(group[0]).putInt(group[1]).putInt(group[2]);
        }
        return out.array();
    }

    /** Runs of code points with consecutive glyphs: first, last, first glyph. */
    private int[][] groups() {
        List<int[]> groups = new ArrayList<>();
        int[] open = {-2, -2, 0};
        for (int code = 0; code < CODE_POINTS; code++) {
            if (glyphs[code] == 0) {
                continue;
            }
            if (code == open[1] + 1 && glyphs[code] == open[2] + code - open[0]) {
                open[1] = code;
            } else {
                open = new int[] {code, code, glyphs[code]};
                groups.add(open);
            }
        }
        return groups.toArray(new int[0][]);
    }

    /** The map without look-alikes, and what each of them looks like. */
    record Cured(CharacterMap map, Map<Integer, Integer> twins) {

        Cured {
            twins = Map.copyOf(twins);
        }
    }
}
