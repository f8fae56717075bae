package tw.minsheng.web.staff;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the page about contacts and response shows. */
public final class FieldworkViews {

    private FieldworkViews() {}

    /** A line of a table. */
    public record Line(String name, List<String> cells) {}

    /** A line across the drawing with its words. */
    public record Rule(double at, String words) {}

    /**
     * F1.1: complete answers by day against the plan.
     *
     * @param sloped whether the plan climbs to a last day; without one it is a goal
     * @param drawings for a desk and for a phone
     * @param table day, of that day, so far, planned
     */
    public record Curve(boolean sloped, List<Drawing> drawings, List<Line> table) {}

    /**
     * The same for a desk and for a phone.
     *
     * @param width in pixels of its own; text is as large in a narrow one
     * @param done points of the polyline, {@code plan} those of the plan, "" where nothing is planned
     * @param across lines of the numbers, {@code upright} of the days
     */
    public record Drawing(int width, String done, String plan, List<Rule> across, List<Rule> upright) {}

    /** What was written down of somebody. */
    public record Written(String unit, String words) {}

    /**
     * @param missing who is missing, in words: the whole first, then the strata that miss most
     * @param strata by stratum: N, drawn, planned, complete, rate, missing
     * @param curve empty before the first answer
     * @param ends T2.3
     * @param rates T2.4, those that are read first; {@code others} the rest
     * @param e how e was found, in words
     * @param codes what can be written down
     */
    public record Figures(
            List<String> missing,
            List<Line> strata,
            Optional<Curve> curve,
            List<Line> ends,
            List<Line> rates,
            List<Line> others,
            String e,
            List<CaseViews.Choice> codes,
            List<Written> written) {}

    /**
     * @param base address of the page
     * @param waves the same page for other waves, empty where there is one
     * @param wave code, "" while there is none
     * @param query the wave as it stands in addresses
     * @param past that the wave can only be looked at, "" when it is worked in
     * @param note why nothing is counted, "" when it is
     * @param units what was typed
     */
    public record Page(
            String base,
            String title,
            List<ResultPages.Choice> waves,
            String wave,
            String query,
            String past,
            String note,
            Optional<Figures> figures,
            String units,
            String done,
            Map<String, String> errors) {}
}
