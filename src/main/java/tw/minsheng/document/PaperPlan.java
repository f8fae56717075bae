package tw.minsheng.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Order of the blocks and sizes of the figures on paper. A figure that does not fit on the rest of a page is made a
 * little smaller, or what follows it comes first, so that no page stays half empty.
 */
record PaperPlan(List<Block> blocks, Map<String, Double> scales, Set<String> breaks, Map<String, Integer> tight) {

    private static final String ROW = "-row-";
    static final double SMALLEST = 0.82;
    private static final double SMALLER = 0.86;
    private static final int MOST_STEPS = 2;

    PaperPlan {
        blocks = List.copyOf(blocks);
        scales = Map.copyOf(scales);
        breaks = Set.copyOf(breaks);
        tight = Map.copyOf(tight);
    }

    static PaperPlan of(Document document) {
        return new PaperPlan(document.blocks(), Map.of(), Set.of(), Map.of());
    }

    /** The id of the element around a block. */
    static String place(int block) {
        return "place-" + block;
    }

    /** True when the block begins a page, because its caption would stay behind alone. */
    boolean beginsPage(Block block) {
        return breaks.contains(block.key());
    }

    /** Whether a page ends before the block with this key, or the row with this id. */
    boolean hasBreakBefore(String key) {
        return breaks.contains(key);
    }

    PaperPlan withBreakBefore(String key) {
        Set<String> changed = new HashSet<>(breaks);
        changed.add(key);
        return new PaperPlan(blocks, scales, changed, tight);
    }

    /** This plan without the breaks in the chapter of this block: after another change they stand in wrong places. */
    PaperPlan withoutBreaksAround(int block) {
        int from = block;
        while (from > 0 && !opensChapter(blocks.get(from))) {
            from--;
        }
        Set<String> left = new HashSet<>(breaks);
        for (int at = from; at < blocks.size() && (at == from || !opensChapter(blocks.get(at))); at++) {
            String key = blocks.get(at).key();
            left.removeIf(each -> each.equals(key) || each.startsWith(key + ROW));
        }
        return new PaperPlan(blocks, scales, left, tight);
    }

    /** The id of a row behind the first one. */
    static String row(Table table, int row) {
        return row == 0 ? Body.firstRow(table.key()) : table.key() + ROW + row;
    }

    /** The id of the element around the note of a table. */
    static String note(Table table) {
        return table.key() + "-note";
    }

    /** True when this row begins a page, because too few rows would stand alone on it or on the page before. */
    boolean beginsPage(Table table, int row) {
        return breaks.contains(row(table, row));
    }

    /** True for the heading of a chapter, and for what else begins with a page of its own. */
    static boolean opensChapter(Block block) {
        return block instanceof Heading heading && heading.level() == 1;
    }

    /** True when the chapter with this key is set a little tighter, because its last page would be nearly empty. */
    boolean isTight(String chapter) {
        return tight.containsKey(chapter);
    }

    /** One step tighter: first the text, then its figures too; a third step there is not. */
    PaperPlan withTighter(String chapter) {
        Map<String, Integer> changed = new HashMap<>(tight);
        changed.put(chapter, Math.min(MOST_STEPS, tight.getOrDefault(chapter, 0) + 1));
        return new PaperPlan(blocks, scales, breaks, changed);
    }

    /** The figures of chapters at the second step, all of one size. */
    private Map<String, Double> smallerFigures(Map<String, Integer> steps) {
        Map<String, Double> sizes = new HashMap<>(scales);
        String chapter = "";
        for (Block block : blocks) {
            chapter = opensChapter(block) ? block.key() : chapter;
            if (block instanceof Figure && steps.getOrDefault(chapter, 0) == MOST_STEPS) {
                sizes.put(block.key(), SMALLER);
            }
        }
        return sizes;
    }

    /** This plan with the tight chapters of another one. */
    PaperPlan tightAs(PaperPlan other) {
        return new PaperPlan(blocks, smallerFigures(other.tight()), breaks, other.tight());
    }

    double scale(Figure figure) {
        return scales.getOrDefault(figure.key(), 1.0);
    }

    PaperPlan withScale(Figure figure, double scale) {
        Map<String, Double> changed = new HashMap<>(scales);
        changed.put(figure.key(), scale);
        return new PaperPlan(blocks, changed, breaks, tight);
    }

    /** How many blocks behind the figure at this place may stand before it as well: paragraphs, lists and tables. */
    int movableAfter(int figure) {
        int end = figure + 1;
        while (end < blocks.size() && isMovable(blocks.get(end))) {
            end++;
        }
        return end - figure - 1;
    }

    private static boolean isMovable(Block block) {
        return block instanceof Paragraph || block instanceof BulletList || block instanceof Table;
    }

    /** The figure at this place behind the block that follows it. */
    PaperPlan withNextFirst(int figure) {
        List<Block> changed = new ArrayList<>(blocks);
        Block moved = changed.remove(figure);
        changed.add(figure + 1, moved);
        return new PaperPlan(changed, scales, breaks, tight);
    }
}
