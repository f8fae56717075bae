package tw.minsheng.web.staff;

import java.util.List;
import java.util.Map;

/** What the pages of coding show. */
public final class CodingViews {

    private CodingViews() {}

    /** One round; {@code code} is where one codes, {@code result} where one reads, "" for whoever may not. */
    public record Row(String name, String about, String coders, String own, String code, String result) {}

    /** @param people who could code, none for whoever may not draw */
    public record Rounds(
            List<Row> rows,
            boolean may,
            List<CaseViews.Choice> people,
            String name,
            String themes,
            String from,
            String until,
            String n,
            String done,
            Map<String, String> errors) {}

    /**
     * The case to be coded.
     *
     * @param number "" when nothing is left
     * @param left what is told of those that may not be read, "" for none
     * @param whole whether this coder has finished
     */
    public record Sheet(
            String path,
            String name,
            String progress,
            String number,
            String type,
            String text,
            List<CaseViews.Choice> themes,
            String left,
            boolean whole,
            Map<String, String> errors) {}

    /** A line of a table; {@code href} leads to the case, "" for none. */
    public record Line(String head, String href, List<String> cells) {}

    /** @param blind why nothing is shown yet, "" when it is */
    public record Result(
            String path,
            String name,
            String how,
            String blind,
            List<Line> pairs,
            List<String> fleiss,
            List<String> coders,
            List<Line> themes,
            List<Line> differing) {}
}
