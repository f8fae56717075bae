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

    private static final double SAFETY = 0.99;

    private final List<Integer> tops = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final double millimetre;

    /** Where a block stands in the layout, in its units, all pages one below the other. */
    private record Place(int top, int bottom) {

        int height() {
            return bottom - top;
        }
    }

    PaperFitting(PdfBoxRenderer renderer, PaperPlan plan) {
        for (PageBox page : renderer.getRootBox().getLayer().getPages()) {
            tops.add(page.getTop());
        }
        for (int block = 0; block < plan.blocks().size(); block++) {
            Box box = renderer.getSharedContext().getBoxById(PaperPlan.place(block));
            places.add(box == null ? new Place(0, 0) : new Place(box.getAbsY(), box.getAbsY() + box.getHeight()));
        }
        millimetre = renderer.getDotsPerPoint() * 72 / 25.4;
    }

    /** A better plan, with one change for each chapter at most; the same plan when nothing helps. */
    PaperPlan better(PaperPlan plan) {
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
        return textFirst(plan, original, first, index, gap);
    }

    private PaperPlan textFirst(PaperPlan plan, PaperPlan original, int first, int index, int gap) {
        int left = gap - (places.get(index).top() - places.get(first).top());
        PaperPlan changed = plan;
        int at = index;
        for (int text = original.textAfter(index); text > 0 && left > 0; text--) {
            changed = changed.withTextFirst(at);
            at++;
            left -= places.get(at).height();
        }
        return changed;
    }
}
