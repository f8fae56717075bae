package tw.minsheng.web.citizen;

import java.util.List;
import java.util.Map;
import tw.minsheng.web.QrCode;

/** What the pages of petitions show. */
public final class PetitionViews {

    private PetitionViews() {}

    /** One thing to choose. */
    public record Choice(String value, String label, boolean chosen) {}

    /**
     * The form.
     *
     * @param typed what was typed, by field name
     * @param wrong words about a field, by field name
     * @param problems the same as links, in the order of the fields
     * @param danger whether the words tell of violence at home or sexual assault
     * @param confirm within how many days she has to confirm, "" when she is called
     * @param files that came before and wait, and what may come
     * @param notice the six items of the privacy notice
     */
    public record Form(
            String action,
            String key,
            List<Choice> kinds,
            List<Choice> types,
            List<Choice> districts,
            Map<String, String> typed,
            Map<String, String> wrong,
            List<PartPage.Link> problems,
            boolean danger,
            String confirm,
            FilesView files,
            List<Pages.Item> notice) {
        public Form {
            kinds = List.copyOf(kinds);
            types = List.copyOf(types);
            districts = List.copyOf(districts);
            typed = Map.copyOf(typed);
            wrong = Map.copyOf(wrong);
            problems = List.copyOf(problems);
            notice = List.copyOf(notice);
        }

        public String value(String name) {
            return typed.getOrDefault(name, "");
        }

        public boolean isWrong(String name) {
            return wrong.containsKey(name);
        }

        public String said(String name) {
            return wrong.getOrDefault(name, "");
        }
    }

    /**
     * What a petitioner takes home.
     *
     * @param due the day by which she gets an answer
     * @param why the explanation of that day, line by line
     * @param danger whether the words tell of violence at home or sexual assault
     * @param files that came with it
     * @param slip for paper: leads to the progress of the case
     */
    public record Receipt(
            String number,
            String code,
            String due,
            List<String> why,
            List<String> next,
            boolean danger,
            List<FilesView.Line> files,
            String casePath,
            String confirmPath,
            QrCode slip) {
        public Receipt {
            why = List.copyOf(why);
            next = List.copyOf(next);
            files = List.copyOf(files);
        }
    }

    /**
     * The button that confirms a petition.
     *
     * @param action where it goes
     */
    public record Confirm(String action) {}

    /** The question for number and code. */
    public record Ask(String action, String number, String code, String wrong) {}

    /**
     * What a petitioner is asked for (補正).
     *
     * @param action where the form goes, "" while nobody asks her
     * @param slip opens the case, for the form
     * @param key of the form
     * @param typed what was typed as her answer
     * @param wrong what is wrong, by field
     */
    public record Asked(
            String action, String slip, String key, String typed, Map<String, String> wrong, FilesView files) {
        public Asked {
            wrong = Map.copyOf(wrong);
        }

        public String said(String field) {
            return wrong.getOrDefault(field, "");
        }

        public List<PartPage.Link> problems() {
            return wrong.entrySet().stream()
                    .map(each -> new PartPage.Link(each.getValue(), "#" + each.getKey()))
                    .toList();
        }
    }

    /** One line of the history. */
    public record Line(String when, String what, String told) {}

    /**
     * What a petitioner may do after the answer.
     *
     * @param action where the form goes, "" when her case may not be opened again
     * @param slip opens the case, for the form
     * @param typed what was typed as the reason
     * @param wrong what is wrong with it, "" when nothing
     * @param followUp address of the form for a new case about the same matter, "" while none makes sense
     */
    public record Again(String action, String slip, String typed, String wrong, String followUp) {}

    /**
     * How a case stands.
     *
     * @param merged where the case stands into which hers was merged, "" when it was not
     * @param done what she has just done, "" when nothing
     * @param files that came with her case
     * @param ask what she is asked for, with its form
     * @param danger whether the reason tells of violence at home or sexual assault
     */
    public record Standing(
            String number,
            String type,
            String state,
            String merged,
            String done,
            boolean danger,
            List<FilesView.Line> files,
            Asked ask,
            Again next,
            String due,
            List<String> why,
            List<Line> history,
            List<Pages.Item> reply,
            String again) {
        public Standing {
            why = List.copyOf(why);
            history = List.copyOf(history);
            files = List.copyOf(files);
            reply = List.copyOf(reply);
        }
    }
}
