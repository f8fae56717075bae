package tw.minsheng.web.staff;

import java.util.List;
import java.util.Map;
import tw.minsheng.web.QrCode;
import tw.minsheng.web.ShownFiles;

/** What the pages of cases show. */
public final class CaseViews {

    private CaseViews() {}

    /**
     * One row of the list; no word of the petitioner stands there.
     *
     * @param halfway whether half of its limit has passed
     * @param pick what its box says, "" when it has none
     * @param picked whether it was ticked before
     */
    public record Row(
            String href,
            String number,
            String type,
            String state,
            String tone,
            String unit,
            String handler,
            String due,
            boolean overdue,
            boolean halfway,
            boolean locked,
            String pick,
            boolean picked) {}

    /** A template with which an answer may begin. */
    public record Begin(String href, String name) {}

    /** One thing to choose. */
    public record Choice(String value, String label, boolean chosen) {}

    /**
     * The list.
     *
     * @param newer address of the page before, "" on the first
     * @param older address of the next page, "" on the last
     * @param done what was just done, "" when nothing
     * @param mayKeyIn whether this person may key in a case
     * @param mayDecide whether she may decide cases
     * @param units to which ticked cases may be given
     * @param handlers to whom
     * @param saved lists that this person has saved
     * @param keep this list, so that it can be saved
     * @param name under which it was to be saved
     * @param warning that the calendar ends soon, "" while it does not
     * @param cut that more cases have the words than are shown, "" when all are
     * @param errors in words by field
     */
    public record Listed(
            String text,
            List<Choice> scopes,
            List<Choice> states,
            List<Row> rows,
            String newer,
            String older,
            String done,
            boolean filtered,
            boolean mayKeyIn,
            boolean mayDecide,
            List<Choice> units,
            List<Choice> handlers,
            List<Saved> saved,
            Keep keep,
            String name,
            String warning,
            String cut,
            Map<String, String> errors) {

        /** Whether any row can be ticked. */
        public boolean isPickable() {
            return rows.stream().anyMatch(row -> !row.pick().isEmpty());
        }
    }

    /** A list that somebody has saved. */
    public record Saved(String name, String href) {}

    /** The list that is shown. */
    public record Keep(String scope, String state, String text, int page) {}

    /** A name and what stands beside it. */
    public record Fact(String label, String value) {}

    /**
     * A case that belongs to the one shown.
     *
     * @param how in words
     */
    public record Kin(String how, String href, String number, String type, String state) {}

    /**
     * A case that may be about the same thing; none of its words.
     *
     * @param why place and likeness in words
     * @param merge address of the form that merges this case into it, "" where that cannot be
     */
    public record Like(String href, String number, String state, String received, String why, String merge) {}

    /** One line of the history. */
    public record Line(String when, String who, String what, List<Fact> facts, boolean seen) {}

    /**
     * One field of a form.
     *
     * @param kind {@code area}, {@code select}, {@code check}, or a type of an input, as {@code text}
     * @param error in words, "" when it is right
     */
    public record Field(
            String id, String name, String kind, String label, String value, List<Choice> choices, String error) {}

    /** One thing that can be done now. */
    public record Form(
            String action, String act, String title, String text, List<Field> fields, boolean open, boolean bad) {}

    /** Fields that belong together, under a heading. */
    public record Group(String title, String hint, List<Field> fields) {}

    /**
     * The form in which staff key in what came by telephone, over the counter, on paper or in a meeting.
     *
     * @param key under which it is sent, the same when it is sent again
     * @param danger whether the words tell of violence at home or sexual assault
     * @param errors in words by the id of the field
     * @param likes cases that may be about the same thing; the form is sent again when it is another
     */
    public record KeyIn(
            String key,
            List<Group> groups,
            boolean danger,
            Map<String, String> errors,
            List<Like> likes,
            Attaching files) {}

    /**
     * A file of a case.
     *
     * @param href where it is read, "" while it waits
     * @param place what became of what a photo told of its place, "" when it told nothing
     * @param hash SHA-256 of it
     * @param removable whether the reader may take it out
     */
    public record Attached(
            String id,
            String href,
            String name,
            String size,
            String place,
            String hash,
            String who,
            String when,
            boolean removable) {

        /** With which a form says that it was shown. */
        public String shown() {
            return ShownFiles.value(id, name);
        }
    }

    /**
     * The part of a form that takes files.
     *
     * @param rows those that came before and are kept
     * @param said what is wrong with files, "" when nothing
     */
    public record Attaching(List<Attached> rows, String hint, boolean keepPlace, String said) {}

    /**
     * What a petitioner takes from the counter.
     *
     * @param code "" when it is not known here: only its hash is kept
     * @param qr leads to the progress of the case; empty when the code is not known
     * @param another address of the form for the next item of the same meeting, "" when it is of none
     * @param open address of the case, "" when it is out of reach
     */
    public record Slip(
            String number,
            String code,
            List<QrCode> qr,
            String due,
            List<String> why,
            boolean danger,
            String another,
            String open) {}

    /**
     * One case.
     *
     * @param due the day by which it has to be answered, "" when it is over
     * @param why the explanation of that day, line by line
     * @param kin cases that belong to it, within reach
     * @param closings the stored figures of each closing
     * @param notices what the petitioner was told, or has to be
     * @param untold whether it is overdue and the petitioner has not been told
     * @param files that came with it
     * @param attach address where files are added, "" where this person may not
     * @param attaching the fields of that form
     * @param board address where the case is shown to the public, "" where this person may not
     * @param noMail that no server takes mail, "" when one does
     * @param errors in words by the id of the field
     * @param kept what was typed into a form that is no longer offered
     */
    public record One(
            String number,
            int revision,
            String state,
            String tone,
            boolean locked,
            String due,
            boolean overdue,
            List<String> why,
            List<Fact> facts,
            String text,
            List<Fact> reply,
            List<List<Fact>> closings,
            List<Kin> kin,
            List<Like> likes,
            List<NoticeViews.Row> notices,
            String noMail,
            boolean untold,
            List<Line> history,
            List<Form> forms,
            List<Begin> templates,
            List<Attached> files,
            String attach,
            Attaching attaching,
            String board,
            Map<String, String> errors,
            List<Fact> kept,
            String done) {}
}
