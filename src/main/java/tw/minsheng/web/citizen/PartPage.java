package tw.minsheng.web.citizen;

import java.util.List;

/**
 * A question page.
 *
 * @param heading title of the page; "" when its only question is the heading
 * @param where 「第 2 頁，共 5 頁」
 * @param problems what the box on top lists, in the order of the page
 * @param code resume code in groups; "" while nothing is saved
 * @param first whether nothing comes before it
 * @param address that resumes, as people can copy it
 */
public record PartPage(
        String heading,
        String where,
        String action,
        FormFacts facts,
        boolean first,
        List<Link> problems,
        List<Field> fields,
        String code,
        String address) {

    /** @param href of the first input that it is about; "" when there is none */
    public record Link(String text, String href) {}

    /**
     * What the form says of itself.
     *
     * @param shown second at which the page was shown first
     * @param spent seconds spent on this part before
     * @param ticket token of an invitation, for a browser that keeps no cookie; "" without one
     * @param change whether the respondent came from the check page and wants to go back to it
     */
    public record FormFacts(
            String formKey, int revision, String version, long shown, int spent, boolean change, String ticket) {}

    public PartPage {
        problems = List.copyOf(problems);
        fields = List.copyOf(fields);
    }

    public boolean wrong() {
        return !problems.isEmpty();
    }
}
