package tw.minsheng.document;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.PageBox;
import java.util.ArrayList;
import java.util.List;

/** Looks at a layout for figures that left the page before them too empty, and makes a better plan. */
final class PaperFitting {

    /** A page with a smaller part empty is full enough. */
    private static final double TOLERATED = 0.2;

    /** The last page of a chapter with less on it is worth to be saved. */
    private static final double NEARLY_EMPTY = 0.3;

    /** So many rows stay together at the end of a table. */
    private static final int KEPT_ROWS = 3;

    private static final double SAFETY = 0.99;
    private static final double BEGINNING_MM = 50;

    private final List<Integer> tops = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final double millimetre;
    private final PdfBoxRenderer renderer;

    /** Where a block stands in the layout, in its units, all pages one below the other. */
    private record Place(int top, int bottom) {

        int height() {
            return bottom - top;
        }
    }

    PaperFitting(PdfBoxRenderer renderer, PaperPlan plan) {
        this.renderer = renderer;
        for (PageBox page : renderer.getRootBox().getLayer().getPages()) {
            tops.add(page.getTop());
        }
        for (int block = 0; block < plan.blocks().size(); block++) {
            Box box = renderer.getSharedContext().getBoxById(PaperPlan.place(block));
            places.add(box == null ? new Place(0, 0) : new Place(box.getAbsY(), box.getAbsY() + box.getHeight()));
        }
        millimetre = renderer.getDotsPerPoint() * 72 / 25.4;
    }

    /** Tables whose caption stands at the foot of a page and their rows on the next begin with that page. */
    PaperPlan withoutLoneCaptions(PaperPlan plan) {
        PaperPlan changed = plan;
        for (Block block : plan.blocks()) {
            if (block instanceof Table table && !plan.beginsPage(table)) {
                Box caption = renderer.getSharedContext().getBoxById(table.key() + "-caption");
                Box row = renderer.getSharedContext().getBoxById(Body.firstRow(table.key()));
                boolean alone = caption != null && row != null && page(caption.getAbsY()) != page(row.getAbsY());
                changed = alone ? changed.withBreakBefore(table) : changed;
            }
        }
        return changed;
    }

    /**
     * Tables whose last rows stand alone on a page, or whose name of a group stands alone at its foot, break earlier; one
     * break for each table, because it moves what follows.
     */
    PaperPlan withoutLoneRows(PaperPlan plan) {
        PaperPlan changed = plan;
        for (Block block : plan.blocks()) {
            if (block instanceof Table table) {
                int row = loneRow(table);
                boolean fresh = row > 0 && !plan.beginsPage(table, row);
                changed = fresh ? changed.withBreakBefore(table, row) : changed;
            }
        }
        return changed;
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
                !table.note().isEmpty() && last > 0 && pageOfEnd(PaperPlan.note(table)) != pageOf(table, last);
        if (kept <= 0 || (pageOf(table, kept) == pageOf(table, last) && !noteAlone)) {
            return 0;
        }
        return rows.get(kept - 1).kind() == Table.RowKind.GROUP ? kept - 1 : kept;
    }

    private int pageOf(Table table, int row) {
        return page(PaperPlan.row(table, row));
    }

    private int pageOfEnd(String id) {
        Box box = renderer.getSharedContext().getBoxById(id);
        return box == null ? -1 : page(box.getAbsY() + box.getHeight() - 1);
    }

    private int page(String id) {
        Box box = renderer.getSharedContext().getBoxById(id);
        return box == null ? -1 : page(box.getAbsY());
    }

    /** Chapters whose last page would be nearly empty are set tighter. */
    PaperPlan tighter(PaperPlan plan) {
        PaperPlan changed = plan;
        int begin = 0;
        for (int block = 1; block <= plan.blocks().size(); block++) {
            boolean end = block == plan.blocks().size()
                    || PaperPlan.opensChapter(plan.blocks().get(block));
            if (end && PaperPlan.opensChapter(plan.blocks().get(begin)) && endsNearlyEmpty(begin, block - 1)) {
                changed = changed.withTight(plan.blocks().get(begin).key());
            }
            begin = end ? block : begin;
        }
        return changed;
    }

    private boolean endsNearlyEmpty(int first, int last) {
        int bottom = places.get(last).bottom();
        int page = page(bottom);
        int height = tops.size() > 1 ? tops.get(1) - tops.get(0) : 0;
        return page(places.get(first).top()) < page && bottom - tops.get(page) < NEARLY_EMPTY * height;
    }

    private int page(int y) {
        int page = 0;
        while (page + 1 < tops.size() && tops.get(page + 1) <= y) {
            page++;
        }
        return page;
    }

    /** A plan with fuller pages: one change for each chapter at most, because it moves all that follows. */
    PaperPlan fuller(PaperPlan plan) {
        PaperPlan changed = plan;
        boolean open = true;
        for (int block = 1; block < plan.blocks().size(); block++) {
            boolean chapter = plan.blocks().get(block) instanceof Heading heading && heading.level() == 1;
            open = open || chapter;
            int gap = chapter ? 0 : gapBefore(block);
            int figure = figureFrom(plan, block);
            if (open && gap > 0 && figure >= 0) {
                PaperPlan fitted = fit(changed, plan, block, figure, gap);
                open = fitted.equals(changed);
                changed = fitted;
            }
        }
        return changed;
    }

    /** The empty height of the page before this block, when the block begins a page and left too much; else 0. */
    private int gapBefore(int block) {
        int top = places.get(block).top();
        int end = places.get(block - 1).bottom();
        for (int page = 1; page < tops.size(); page++) {
            int begin = tops.get(page);
            boolean first = end <= begin && end > tops.get(page - 1) && top >= begin;
            if (first && begin - end > TOLERATED * (begin - tops.get(page - 1))) {
                return begin - end;
            }
        }
        return 0;
    }

    /** The figure at this place or behind the headings at this place; -1 for none. */
    private static int figureFrom(PaperPlan plan, int block) {
        int at = block;
        while (at < plan.blocks().size() && plan.blocks().get(at) instanceof Heading heading && heading.level() > 1) {
            at++;
        }
        return at < plan.blocks().size() && plan.blocks().get(at) instanceof Figure ? at : -1;
    }

    private PaperPlan fit(PaperPlan plan, PaperPlan original, int first, int index, int gap) {
        Figure figure = (Figure) original.blocks().get(index);
        double now = plan.scale(figure);
        double picture = PaperBody.WIDTH_MM
                * now
                * figure.paper().height()
                / figure.paper().width()
                * millimetre;
        double missing = places.get(index).bottom() - places.get(first).top() - gap;
        double scale = now * (picture - missing) / picture * SAFETY;
        if (scale >= PaperPlan.SMALLEST) {
            return plan.withScale(figure, Math.min(scale, now));
        }
        return othersFirst(plan, original, first, index, gap);
    }

    private PaperPlan othersFirst(PaperPlan plan, PaperPlan original, int first, int index, int gap) {
        int left = gap - (places.get(index).top() - places.get(first).top());
        PaperPlan changed = plan;
        int last = index + original.movableAfter(index);
        for (int at = index; at < last && left > 0; at++) {
            int height = places.get(at + 1).height();
            if (original.blocks().get(at + 1) instanceof Table table && height > left && !canBegin(table, left)) {
                break;
            }
            changed = changed.withNextFirst(at);
            left -= height;
        }
        return changed;
    }

    /** A long table may be divided, when enough of it stays on the first page. */
    private boolean canBegin(Table table, int left) {
        return table.rows().size() > PaperBody.WHOLE_ROWS && left > BEGINNING_MM * millimetre;
    }
}
