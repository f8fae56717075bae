package tw.minsheng.web.staff;

import java.util.List;
import java.util.Map;
import tw.minsheng.web.staff.CaseViews.Choice;

/** What the pages of expert panels show. */
public final class PanelViews {

    private PanelViews() {}

    /** One round in the list. */
    public record Row(String href, String name, String state, String tone, List<String> cells) {}

    /** One item in all rounds: its I-CVI in each, "—" where it has none. */
    public record Compared(String item, List<String> cells) {}

    /**
     * The rounds of a survey.
     *
     * @param heads of the columns of {@code compared}: the rounds, the oldest in front
     * @param reading the sentences for the report
     * @param last closing day as typed
     */
    public record Rounds(
            String base,
            List<String> reading,
            List<Row> rows,
            List<String> heads,
            List<Compared> compared,
            boolean may,
            boolean open,
            String last,
            boolean essential,
            Map<String, String> errors) {}

    /** An expert; {@code id} is "" for whoever may only read, {@code mail} how far the mail to her has come. */
    public record Person(
            String id,
            String name,
            String affiliation,
            String email,
            String mail,
            String progress,
            String state,
            String tone) {}

    /** The figures of one item, and what people say about it. */
    public record Item(
            String id,
            String text,
            String construct,
            String index,
            boolean below,
            List<String> cells,
            List<String> comments,
            List<Decided> decided,
            List<Choice> choices,
            String reason,
            String error) {}

    /** A decision in words; {@code rules} with their figures as they were then. */
    public record Decided(
            String when,
            String who,
            String item,
            String basis,
            String choice,
            String tone,
            String reason,
            List<String> rules) {}

    /**
     * One round.
     *
     * @param facts what it is about, in one line
     * @param essential whether Lawshe's question was asked
     * @param figures whether enough experts have answered
     * @param ratings whether the reader may see who gave which rating
     * @param critical least CVR that is not chance, {@code limit} least I-CVI
     * @param tiles the key figures
     * @param name of the expert as typed, with the other fields of that form
     */
    public record Round(
            String base,
            String path,
            String title,
            String facts,
            boolean open,
            boolean may,
            boolean essential,
            boolean figures,
            boolean ratings,
            List<Map.Entry<String, String>> tiles,
            List<String> reading,
            List<Person> people,
            List<Item> items,
            String critical,
            String limit,
            List<String> comments,
            String last,
            String name,
            String affiliation,
            String email,
            String done,
            Map<String, String> errors) {}

    /**
     * One expert, to be mended or withdrawn.
     *
     * @param name as it is kept; {@code typed} and what follows stand in the form
     */
    public record OfExpert(
            String back,
            String path,
            String round,
            String name,
            boolean open,
            boolean withdrawn,
            String typed,
            String affiliation,
            String email,
            Map<String, String> errors) {}

    /** The link of an expert, shown this once; {@code mailed} says to where it is mailed, "" when it is not. */
    public record Link(String back, String name, String address, String letter, String mailed) {}

    /** What the experts said one by one. */
    public record Ratings(String back, String title, String csv, List<String> heads, List<Compared> rows) {}
}
