package tw.minsheng.web.staff;

import java.util.List;
import java.util.Map;

/**
 * The calendar and the closures.
 *
 * @param until the last day that it covers
 * @param warning that it ends soon, "" while it does not
 * @param may whether this person may write closures down
 * @param day what was typed
 * @param name what was typed
 * @param done what was just done, "" when nothing
 * @param errors in words by field
 */
public record CalendarView(
        String version,
        String until,
        String warning,
        List<Row> rows,
        boolean may,
        List<CaseViews.Choice> districts,
        List<CaseViews.Choice> parts,
        String day,
        String name,
        String done,
        Map<String, String> errors) {

    public CalendarView {
        rows = List.copyOf(rows);
        districts = List.copyOf(districts);
        parts = List.copyOf(parts);
        errors = Map.copyOf(errors);
    }

    /** One closure. */
    public record Row(String id, String day, String district, String part, String name, String who) {}
}
