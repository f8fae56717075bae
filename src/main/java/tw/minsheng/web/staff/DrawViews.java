package tw.minsheng.web.staff;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the page about frame and draw shows. */
public final class DrawViews {

    private DrawViews() {}

    /** A field with choices. */
    public record Select(String name, String label, String hint, List<CaseViews.Choice> choices) {}

    /**
     * The form of a draw.
     *
     * @param design how to draw
     * @param share how strata share
     * @param columns columns of the frame that it reads
     * @param contacts columns by which people are reached
     */
    public record Form(
            Map<String, String> typed, Select design, Select share, List<Select> columns, List<Select> contacts) {

        private boolean offers(String key) {
            return design.choices().stream().anyMatch(choice -> choice.value().equals(key));
        }

        /** Whether strata can share the sample. */
        public boolean shared() {
            return offers("stratified");
        }

        /** Whether a column of strata or clusters can be needed. */
        public boolean grouped() {
            return shared() || offers("cluster");
        }

        /** Whether what is chosen needs a column of sizes. */
        public boolean measured() {
            return "pps".equals(typed.get("design"))
                    || (shared() && "neyman".equals(typed.get("share")))
                    || !typed.getOrDefault("measure", "").isEmpty();
        }
    }

    /** A line of T2.1. */
    public record Row(String name, List<String> cells) {}

    /**
     * A draw that stands.
     *
     * @param sentence who was drawn, in words
     * @param rows T2.1, the last one is the sum
     * @param notes what to know of it
     * @param proof name and value
     * @param next what to do with it, "" where it can only be looked at
     * @param open whether it can still be taken back
     * @param invitable whether those drawn can become the list of invitations
     */
    public record Drawn(
            String sentence,
            List<Row> rows,
            List<String> notes,
            List<List<String>> proof,
            String command,
            String next,
            boolean open,
            boolean invitable) {}

    /**
     * @param base address of the page
     * @param waves the same page for other waves, empty where there is one
     * @param wave code, "" while there is none
     * @param query the wave as it stands in addresses
     * @param past that the wave can only be looked at, "" when it is worked in
     * @param note why nothing can be drawn, "" when it can
     * @param frame facts: name and value, empty before a file was brought
     * @param given what was typed about a frame
     * @param form empty before there is a frame, and when a draw stands
     * @param discarded draws that were taken back, in words
     * @param done what was just done, "" when nothing
     * @param faults of the file that was brought, cell by cell
     */
    public record Page(
            String base,
            String title,
            List<ResultPages.Choice> waves,
            String wave,
            String query,
            String past,
            String note,
            List<List<String>> frame,
            Map<String, String> given,
            Optional<Form> form,
            Optional<Drawn> drawn,
            List<String> discarded,
            String done,
            Map<String, String> errors,
            List<String> faults) {}
}
