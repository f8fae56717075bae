package tw.minsheng.web.citizen;

import java.util.List;

/** What the simpler pages show. */
public final class Pages {

    private Pages() {}

    /**
     * The first page of the house.
     *
     * @param petitions where to write and to ask; none when petitions are not taken here
     */
    public record Home(List<Open> surveys, List<PartPage.Link> petitions) {
        public Home {
            petitions = List.copyOf(petitions);
            surveys = List.copyOf(surveys);
        }
    }

    /** A survey that takes answers. */
    public record Open(String title, String agency, String closes, String path) {}

    /**
     * The page before the first question.
     *
     * @param closes last day, "" while none is planned
     * @param wrongCode words about a resume code that was typed, "" for none
     * @param ticket token of an invitation, for a browser that keeps no cookie; "" without one
     * @param refuse where whoever wants no invitations says so, "" without an invitation
     * @param outside why an answer does not count as drawn, "" where there is nothing to say
     */
    public record Start(
            String title,
            List<String> intro,
            String closes,
            List<Item> notice,
            String action,
            String version,
            String resumeAction,
            String typedCode,
            String wrongCode,
            String ticket,
            String refuse,
            String outside) {

        Start saying(String why) {
            return new Start(
                    title,
                    intro,
                    closes,
                    notice,
                    action,
                    version,
                    resumeAction,
                    typedCode,
                    wrongCode,
                    ticket,
                    refuse,
                    why);
        }

        Start invited(String newTicket, String newRefuse) {
            return new Start(
                    title,
                    intro,
                    closes,
                    notice,
                    action,
                    version,
                    resumeAction,
                    typedCode,
                    wrongCode,
                    newTicket,
                    newRefuse,
                    outside);
        }

        public Start {
            intro = List.copyOf(intro);
            notice = List.copyOf(notice);
        }
    }

    /** A term and what is said about it. */
    public record Item(String term, String text) {}

    /** The privacy notice alone, to be printed. */
    public record Notice(String survey, List<Item> items, int version, String back) {
        public Notice {
            items = List.copyOf(items);
        }
    }

    /**
     * All answers before they are sent.
     *
     * @param ended a choice has ended the survey
     */
    public record Check(
            boolean ended,
            List<Group> groups,
            String action,
            String formKey,
            int revision,
            String version,
            List<PartPage.Link> problems,
            String back,
            String code,
            String ticket) {
        public Check {
            groups = List.copyOf(groups);
            problems = List.copyOf(problems);
        }
    }

    /** The answers of one page of the survey. */
    public record Group(String title, List<Given> answers) {
        public Group {
            answers = List.copyOf(answers);
        }
    }

    /** @param answer one line per choice or paragraph; empty when not answered */
    public record Given(String question, List<String> answer, String change) {
        public Given {
            answer = List.copyOf(answer);
        }
    }

    /** How it ended. */
    public record Receipt(String heading, String number, List<String> lead, List<String> next) {
        public Receipt {
            lead = List.copyOf(lead);
            next = List.copyOf(next);
        }
    }

    /** An unfinished answer, put aside. */
    public record Saved(String code, String address, String closes, String back) {}

    /** A few words and where to go. */
    public record Message(String heading, List<String> text, List<PartPage.Link> links) {
        public Message {
            text = List.copyOf(text);
            links = List.copyOf(links);
        }
    }
}
