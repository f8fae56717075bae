package tw.minsheng.web.citizen;

import java.util.List;

/** What the pages of experts show. */
public final class ExpertViews {

    private ExpertViews() {}

    /** One part of the items, with how far it has come; {@code done} when nothing of it is missing. */
    public record Part(String href, String title, String progress, boolean done) {}

    /**
     * The page on which a link of an expert leads.
     *
     * @param name of the expert
     * @param go where to begin or go on
     * @param said what is to be told first: that it was sent, or that it is closed; "" for nothing
     * @param lead what it is about, line by line
     */
    public record Start(
            String title, String name, String said, List<String> lead, List<Part> parts, String go, String goWord) {
        public Start {
            lead = List.copyOf(lead);
            parts = List.copyOf(parts);
        }
    }

    /** One point or word to choose. */
    public record Choice(String value, String label, boolean chosen) {}

    /**
     * One item.
     *
     * @param stem of its question, "" for none
     * @param opposite words at the other end of the scale, "" for none
     * @param scale what a respondent chooses from, in one line; "" when not known
     * @param essential none when Lawshe's question is not asked
     * @param wrong words about its comment, "" for none
     * @param missing whether something is still to be answered, to be said on a page that was sent
     */
    public record Item(
            String id,
            int number,
            String stem,
            String text,
            String opposite,
            String scale,
            boolean reverse,
            List<Choice> relevance,
            List<Choice> essential,
            String comment,
            String wrong,
            boolean missing) {
        public Item {
            relevance = List.copyOf(relevance);
            essential = List.copyOf(essential);
        }
    }

    /**
     * Some items.
     *
     * @param construct of which they are
     * @param about what to keep in mind when rating them
     */
    public record Sheet(
            String title,
            String where,
            String about,
            String construct,
            String action,
            String back,
            List<PartPage.Link> problems,
            List<Item> items) {
        public Sheet {
            problems = List.copyOf(problems);
            items = List.copyOf(items);
        }
    }

    /**
     * The last page.
     *
     * @param missing what is still to be rated, each with the way to it
     * @param wrong words about the comment, "" for none
     */
    public record End(
            String where,
            String action,
            String back,
            List<PartPage.Link> problems,
            List<PartPage.Link> missing,
            String comment,
            String wrong) {
        public End {
            problems = List.copyOf(problems);
            missing = List.copyOf(missing);
        }
    }

    /**
     * It was sent when the round had been closed, or by a link that is not good any longer.
     *
     * @param survey title of the survey, "" when not known
     * @param lines what has become of it, and whom to ask
     * @param unsent what was sent, to be copied
     */
    public record Late(String survey, String title, List<String> lines, String unsent) {
        public Late {
            lines = List.copyOf(lines);
        }
    }

    /** It was sent. */
    public record Done(String number, List<String> lines, String change) {
        public Done {
            lines = List.copyOf(lines);
        }
    }
}
