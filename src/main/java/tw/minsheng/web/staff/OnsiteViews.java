package tw.minsheng.web.staff;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.web.QrCode;

/** What the pages about on-site sampling show. */
public final class OnsiteViews {

    private OnsiteViews() {}

    /**
     * A drawn session.
     *
     * @param counts visitors, asked, refused, not meant; dashes while nothing was keyed in
     * @param state what is missing or does not fit, in words
     * @param ahead whether nothing can have been counted in it yet
     */
    public record Row(
            int no,
            String day,
            String half,
            String counter,
            int start,
            List<String> counts,
            String answers,
            String weight,
            String state,
            boolean ahead) {}

    /**
     * The plan of a wave.
     *
     * @param missed what the sessions missed, in words
     * @param proof of the draw: name and value
     * @param command that draws the same, "" where an older program drew in another order
     */
    public record Plan(
            String sentence, List<Row> rows, List<String> missed, List<List<String>> proof, String command) {}

    /**
     * What a draw would do.
     *
     * @param rows counter, half-days, drawn, chance; the last one is the sum
     * @param days that fall out or come in, each with its reason
     * @param expected answers, in words
     * @param frame SHA-256 of what there is to draw from
     * @param carried names and values that go on to the next step
     * @param last whether only the last word is missing
     */
    public record Preview(
            String sentence,
            List<List<String>> rows,
            List<String> days,
            List<String> expected,
            List<String> notes,
            String frame,
            List<List<String>> carried,
            boolean last) {}

    /**
     * @param base address of the page
     * @param results address of the page with the intervals
     * @param waves the same page for the other waves, empty where there is one
     * @param wave code, "" while none is open; {@code query} the same as it stands in an address
     * @param past words about a wave whose place a newer one has taken, "" for the newest
     * @param note why nothing can be drawn, "" when it can
     * @param facts what the definition says
     * @param done what was just done, "" when nothing
     * @param preview empty until something was typed
     * @param plan empty until it is drawn
     */
    public record Onsite(
            String base,
            String results,
            String title,
            List<ResultPages.Choice> waves,
            String wave,
            String query,
            String past,
            String note,
            List<String> facts,
            Map<String, String> typed,
            Map<String, String> errors,
            String done,
            Optional<Preview> preview,
            Optional<Plan> plan) {}

    /** One slip of paper. */
    public record Slip(QrCode code, String name, String address) {}

    /** The slips of a session. */
    public record Slips(
            String base,
            String query,
            String title,
            String agency,
            String phone,
            String session,
            String how,
            int first,
            int n,
            boolean local,
            List<Slip> slips) {}

    /**
     * The paper on which visitors are counted.
     *
     * @param asked the numbers of the first visitors who are asked
     */
    public record Sheet(int no, String when, String counter, String how, List<Integer> asked) {}

    /** The counting papers of a wave. */
    public record Sheets(String base, String query, String title, String agency, List<Sheet> sheets) {}

    /**
     * The form for what was counted in a session.
     *
     * @param ahead why nothing can be keyed in yet, "" when it can
     */
    public record Counting(
            String base,
            String query,
            int no,
            String session,
            String answers,
            String ahead,
            Map<String, String> typed,
            Map<String, String> errors) {}
}
