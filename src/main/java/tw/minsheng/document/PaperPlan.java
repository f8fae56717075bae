package tw.minsheng.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Order of the blocks and sizes of the figures on paper. A figure that does not fit on the rest of a page is made a
 * little smaller, or the text that follows it comes first, so that no page stays half empty.
 */
record PaperPlan(List<Block> blocks, Map<String, Double> scales) {

    static final double SMALLEST = 0.74;

    PaperPlan {
        blocks = List.copyOf(blocks);
        scales = Map.copyOf(scales);
    }

    static PaperPlan of(Document document) {
        return new PaperPlan(document.blocks(), Map.of());
    }

    /** The id of the element around a block. */
    static String place(int block) {
        return "place-" + block;
    }

    double scale(Figure figure) {
        return scales.getOrDefault(figure.key(), 1.0);
    }

    PaperPlan withScale(Figure figure, double scale) {
        Map<String, Double> changed = new HashMap<>(scales);
        changed.put(figure.key(), scale);
        return new PaperPlan(blocks, changed);
    }

    /** Text that may stand before the figure at this place as well: paragraphs and lists that follow it. */
    int textAfter(int figure) {
        int end = figure + 1;
        while (end < blocks.size() && (blocks.get(end) instanceof Paragraph || blocks.get(end) instanceof BulletList)) {
            end++;
        }
        return end - figure - 1;
    }

    /** The figure at this place behind the block that follows it. */
    PaperPlan withTextFirst(int figure) {
        List<Block> changed = new ArrayList<>(blocks);
        Block moved = changed.remove(figure);
        changed.add(figure + 1, moved);
        return new PaperPlan(changed, scales);
    }
}
