package tw.minsheng.collect;

import java.util.List;
import tw.minsheng.survey.SurveyPage;

/**
 * What is shown and saved at once: a page of the survey, or a piece of it when it has more than five items.
 *
 * @param index place among all parts of the survey, shown or not, from 0
 * @param name in addresses and drafts: the page's id, from the second piece on with {@code -2}, {@code -3} …
 * @param page the page it belongs to
 * @param asks in the order of the page
 */
public record Part(int index, String name, SurveyPage page, List<Ask> asks) {

    public Part {
        asks = List.copyOf(asks);
    }

    /** Whether this comes later in the survey. */
    boolean isAfter(Part other) {
        return index > other.index;
    }
}
