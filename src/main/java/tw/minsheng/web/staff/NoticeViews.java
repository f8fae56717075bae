package tw.minsheng.web.staff;

import java.util.List;
import java.util.Map;
import tw.minsheng.notify.Wording;

/** What the pages of notices show. */
public final class NoticeViews {

    private NoticeViews() {}

    /** One row of a list. */
    public record Row(
            String href,
            String number,
            String kind,
            String way,
            String state,
            String tone,
            String when,
            String trouble) {}

    /**
     * What is owed.
     *
     * @param warning what hinders all of them, "" for nothing
     * @param more that there are more than are shown, "" when all are
     */
    public record Listed(List<Row> rows, String warning, String more) {

        public Listed {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One notice, to be read and printed.
     *
     * @param language of the notice
     * @param owed whether somebody has to deliver it
     * @param again whether it can be tried again
     * @param errors in words by field
     */
    public record One(
            Row row,
            String language,
            Wording wording,
            List<CaseViews.Fact> facts,
            boolean owed,
            boolean again,
            List<CaseViews.Choice> ways,
            String reference,
            Map<String, String> errors) {

        public One {
            facts = List.copyOf(facts);
            ways = List.copyOf(ways);
            errors = Map.copyOf(errors);
        }
    }
}
