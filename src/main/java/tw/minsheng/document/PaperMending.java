package tw.minsheng.document;

import java.util.List;
import java.util.Optional;

/**
 * Looks at a layout for what stands alone at the edge of a page, and breaks earlier: captions and first rows without the
 * rest of their table, last rows, notes, names of groups, and the end of a chapter that nothing could save a page for.
 */
final class PaperMending {

    /** So many rows stay together at the beginning and at the end of a table. */
    private static final int KEPT_ROWS = 3;

    /** A last page of a chapter should hold as much as this part of it. */
    private static final double BALANCED = 0.35;

    private final PaperLayout layout;
    private final PaperPlan plan;

    PaperMending(PaperLayout layout, PaperPlan plan) {
        this.layout = layout;
        this.plan = plan;
    }

    /** A plan with one break more in each chapter that needs one: the first, because it moves all that follows. */
    PaperPlan mended() {
        PaperPlan changed = plan;
        int begin = 0;
        for (int block = 1; block <= plan.blocks().size(); block++) {
            boolean end = block == plan.blocks().size()
                    || PaperPlan.opensChapter(plan.blocks().get(block));
            if (end) {
                Optional<String> broken = first(begin, block);
                changed = broken.isPresent() ? changed.withBreakBefore(broken.orElseThrow()) : changed;
                begin = block;
            }
        }
        return changed;
    }

    /** The key or row before which a page should end, among the blocks from one place to before another. */
    private Optional<String> first(int from, int to) {
        for (Block block : plan.blocks().subList(from, to)) {
            if (block instanceof Table table) {
                Optional<String> broken = inTable(table).filter(key -> !plan.hasBreakBefore(key));
                if (broken.isPresent()) {
                    return broken;
                }
            }
        }
        boolean chapter = PaperPlan.opensChapter(plan.blocks().get(from));
        return chapter && layout.endsNearlyEmpty(from, to - 1, PaperFitting.NEARLY_EMPTY)
                ? balanced(from, to).filter(key -> !plan.hasBreakBefore(key))
                : Optional.empty();
    }

    private Optional<String> inTable(Table table) {
        int row = Math.min(KEPT_ROWS, table.rows().size()) - 1;
        boolean captioned = row >= 0 && layout.page(table.key() + "-caption") == pageOf(table, row);
        if (!captioned && row >= 0 && !plan.hasBreakBefore(table.key())) {
            return Optional.of(table.key());
        }
        int lone = loneRow(table);
        return lone > 0 ? Optional.of(PaperPlan.row(table, lone)) : Optional.empty();
    }

    /** The row with which the next page should begin instead; 0 when the table is well divided. */
    private int loneRow(Table table) {
        List<Table.Row> rows = table.rows();
        for (int row = 1; row + 1 < rows.size(); row++) {
            if (rows.get(row).kind() == Table.RowKind.GROUP && pageOf(table, row) != pageOf(table, row + 1)) {
                return row;
            }
        }
        int last = rows.size() - 1;
        int kept = last - KEPT_ROWS + 1;
        boolean noteAlone =
                !table.note().isEmpty() && last > 0 && layout.lastPage(PaperPlan.note(table)) != pageOf(table, last);
        if (kept <= 0 || (pageOf(table, kept) == pageOf(table, last) && !noteAlone)) {
            return 0;
        }
        return rows.get(kept - 1).kind() == Table.RowKind.GROUP ? kept - 1 : kept;
    }

    private int pageOf(Table table, int row) {
        return layout.page(PaperPlan.row(table, row));
    }

    /** The block of the page before the last one with which the last page would be well filled; never behind a heading. */
    private Optional<String> balanced(int from, int to) {
        int height = 0;
        for (int block = to - 1; block > from + 1; block--) {
            height += layout.place(block).height();
            boolean heads = plan.blocks().get(block - 1) instanceof Heading;
            boolean named = !plan.blocks().get(block).key().isEmpty();
            if (height > layout.pageHeight()) {
                return Optional.empty();
            }
            if (height > BALANCED * layout.pageHeight() && named && !heads) {
                return Optional.of(plan.blocks().get(block).key());
            }
        }
        return Optional.empty();
    }
}
