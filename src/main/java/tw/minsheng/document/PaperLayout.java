package tw.minsheng.document;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.PageBox;
import java.util.ArrayList;
import java.util.List;

/** Where the blocks of a plan stand after it was laid out, in units of the layout, all pages one below the other. */
final class PaperLayout {

    private final List<Integer> tops = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final PdfBoxRenderer renderer;

    /** Upper and lower edge of a block. */
    record Place(int top, int bottom) {

        int height() {
            return bottom - top;
        }
    }

    PaperLayout(PdfBoxRenderer renderer, PaperPlan plan) {
        this.renderer = renderer;
        for (PageBox page : renderer.getRootBox().getLayer().getPages()) {
            tops.add(page.getTop());
        }
        for (int block = 0; block < plan.blocks().size(); block++) {
            Box box = renderer.getSharedContext().getBoxById(PaperPlan.place(block));
            places.add(box == null ? new Place(0, 0) : new Place(box.getAbsY(), box.getAbsY() + box.getHeight()));
        }
    }

    Place place(int block) {
        return places.get(block);
    }

    int pages() {
        return tops.size();
    }

    /** Upper edge of a page. */
    int top(int page) {
        return tops.get(page);
    }

    /** The length of a millimetre. */
    double millimetre() {
        return renderer.getDotsPerPoint() * 72 / 25.4;
    }

    /** Height of the text on a page behind the cover. */
    int pageHeight() {
        return tops.size() > 2 ? tops.get(2) - tops.get(1) : 0;
    }

    /** The page of a height. */
    int page(int y) {
        int page = 0;
        while (page + 1 < tops.size() && tops.get(page + 1) <= y) {
            page++;
        }
        return page;
    }

    /** The page on which the element with this id begins; −1 when there is none. */
    int page(String id) {
        Box box = renderer.getSharedContext().getBoxById(id);
        return box == null ? -1 : page(box.getAbsY());
    }

    /** The page on which it ends; −1 when there is none. */
    int lastPage(String id) {
        Box box = renderer.getSharedContext().getBoxById(id);
        return box == null ? -1 : page(box.getAbsY() + box.getHeight() - 1);
    }

    /** True when the blocks from first to last, a chapter, end on a page of their own that is nearly empty. */
    boolean endsNearlyEmpty(int first, int last, double part) {
        int bottom = places.get(last).bottom();
        int page = page(bottom - 1);
        return page(places.get(first).top()) < page && bottom - tops.get(page) < part * pageHeight();
    }
}
