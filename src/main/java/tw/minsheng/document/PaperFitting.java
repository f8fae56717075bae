package tw.minsheng.document;

/** Looks at a layout for figures that left the page before them too empty, and makes a better plan. */
final class PaperFitting {

    /** A page with a smaller part empty is full enough. */
    private static final double TOLERATED = 0.2;

    /** The last page of a chapter with less on it is worth to be saved. */
    static final double NEARLY_EMPTY = 0.3;

    private static final double SAFETY = 0.99;
    private static final double BEGINNING_MM = 50;

    private final PaperLayout layout;

    PaperFitting(PaperLayout layout) {
        this.layout = layout;
    }

    /** Chapters whose last page would be nearly empty are set tighter, and if that is not enough, with smaller figures. */
    PaperPlan tighter(PaperPlan plan) {
        PaperPlan changed = plan;
        int begin = 0;
        for (int block = 1; block <= plan.blocks().size(); block++) {
            boolean end = block == plan.blocks().size()
                    || PaperPlan.opensChapter(plan.blocks().get(block));
            if (end
                    && PaperPlan.opensChapter(plan.blocks().get(begin))
                    && layout.endsNearlyEmpty(begin, block - 1, NEARLY_EMPTY)) {
                changed = changed.withTighter(plan.blocks().get(begin).key());
            }
            begin = end ? block : begin;
        }
        return changed;
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
                changed = open ? changed : fitted.withoutBreaksAround(block);
            }
        }
        return changed;
    }

    /** The empty height of the page before this block, when the block begins a page and left too much; else 0. */
    private int gapBefore(int block) {
        int top = layout.place(block).top();
        int end = layout.place(block - 1).bottom();
        for (int page = 1; page < layout.pages(); page++) {
            int begin = layout.top(page);
            boolean first = end <= begin && end > layout.top(page - 1) && top >= begin;
            if (first && begin - end > TOLERATED * (begin - layout.top(page - 1))) {
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
                * layout.millimetre();
        double missing = layout.place(index).bottom() - layout.place(first).top() - gap;
        double scale = now * (picture - missing) / picture * SAFETY;
        if (scale >= PaperPlan.SMALLEST) {
            return plan.withScale(figure, Math.min(scale, now));
        }
        return othersFirst(plan, original, first, index, gap);
    }

    private PaperPlan othersFirst(PaperPlan plan, PaperPlan original, int first, int index, int gap) {
        int left = gap - (layout.place(index).top() - layout.place(first).top());
        PaperPlan changed = plan;
        int last = index + original.movableAfter(index);
        for (int at = index; at < last && left > 0; at++) {
            int height = layout.place(at + 1).height();
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
        return table.rows().size() > PaperBody.WHOLE_ROWS && left > BEGINNING_MM * layout.millimetre();
    }
}
